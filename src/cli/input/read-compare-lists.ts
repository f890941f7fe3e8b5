import { protectFile } from '../../io/protected-files.js';
import { openWorkbook } from '../../io/readers/index.js';
import { type CompareList, readCompareList } from '../../tables/compare-list.js';
import { Fault } from '../faults/fault.js';
import type { Terminal } from '../terminal/terminal.js';

/**
 * Reads the lists of `--compare`. A list that cannot be read stops the command: going on without it would pass for a
 * comparison that never took place.
 */
export async function readCompareLists(paths: readonly string[], terminal: Terminal): Promise<readonly CompareList[]> {
  const lists: CompareList[] = [];
  for (const path of paths) {
    terminal.progress.show(`${terminal.pick({ zh: '读取名单', en: 'reading list' })} ${path}`);
    protectFile(path);
    const workbook = await openWorkbook(path);
    try {
      const list = await readCompareList(path, workbook.sheets);
      if (list === null) throw noIdColumn(path);
      lists.push(list);
      terminal.note(
        terminal.pick({
          zh: `比对名单 ${path}：按「${list.kind}」名单使用，${list.entries.size} 人`,
          en: `list ${path}: used as ${list.kind}, ${list.entries.size} people`,
        }),
      );
    } finally {
      await workbook.close();
    }
  }
  terminal.progress.clear();
  return lists;
}

function noIdColumn(path: string): Fault {
  return new Fault(
    'bad-list',
    { what: `比对名单 ${path} 应有「身份证号」列，现没有找到`, how: '补上这一列的表头再运行；没有身份证号不能比对' },
    { what: `list ${path} should have a column of ID numbers, none was found`, how: 'add its header and run again' },
  );
}
