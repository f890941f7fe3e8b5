import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';

const HEAD = '户编号,户主姓名,户主身份证号,乡镇,社区,户类型,家庭人口数,收入年度,人均纯收入\r\n';
const MEMBERS =
  '户编号,姓名,身份证号,与户主关系,劳动技能,就业状态\r\nH1,张三,640181199001010010,户主,普通劳动力,未就业\r\nH2,李四,640181199202020027,户主,普通劳动力,未就业\r\n';

/** A county of two families without work; `income` is what the first one states. */
function county(income: string): string {
  const folder = emptyFolder();
  const row = (id: string, name: string, person: string, perHead: string): string =>
    `${id},${name},${person},三江镇,新化社区,脱贫户,1,2022,${perHead}\r\n`;
  writeFileSync(
    join(folder, '住户.csv'),
    HEAD + row('H1', '张三', '640181199001010010', income) + row('H2', '李四', '640181199202020027', '5000'),
  );
  writeFileSync(join(folder, '成员.csv'), MEMBERS);
  return folder;
}

function monitor(folder: string, period: string, out: string, ...more: string[]): string {
  const words = ['monitor', '住户.csv', '成员.csv', '--policy', 'jinping-2022-21', '--period', period, '--out', out];
  const { code, stdout, stderr } = butie(
    [...words, '--set', 'monitoring-line@2022=7000', '--fail-on', 'never', ...more],
    {
      folder,
    },
  );
  expect(code, stdout + stderr).toBe(0);
  return stdout + stderr;
}

/** Problems of a month as `what household → progress`. */
function problems(folder: string, out: string): Map<string, Record<string, string>> {
  const text = readFileSync(join(folder, out, 'problems.csv'), 'utf8')
    .replace('\uFEFF', '')
    .trim();
  const [head = '', ...lines] = text.split('\r\n');
  const names = head.split(',');
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
      return [`${row['what'] ?? ''} ${row['household_id'] ?? ''}`, row];
    }),
  );
}

/** Writes into the row of a problem on one sheet of a month's workbook. */
async function fillIn(path: string, sheet: string, id: string, cells: Record<string, string>): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const own = book.getWorksheet(sheet);
  const head = own?.getRow(3).values as string[];
  let found = 0;
  own?.eachRow((row) => {
    if (row.getCell(head.indexOf('问题编号')).text !== id) return;
    found += 1;
    for (const [header, value] of Object.entries(cells)) row.getCell(head.indexOf(header)).value = value;
  });
  expect(found).toBe(1);
  await book.xlsx.writeFile(path);
}

const DONE = {
  销号: '是',
  销号理由: '已入户核实，母亲照料',
  销号人: '王核实',
  责任人: '赵帮扶',
  整改时限: '2022-12-15',
};
const REFUSED = { 销号: '是', 销号理由: '本人不愿意', 销号人: '王核实' };
const KEY = 'suggested-class H1';

describe('a problem that an official strikes off', () => {
  it('stays off while its data are the same, and comes back when they change', async () => {
    const folder = county('5000');
    monitor(folder, '2022-10', 'a');
    const id = problems(folder, 'a').get(KEY)?.['problem_id'] ?? '';
    expect(problems(folder, 'a').get(KEY)?.['progress']).toBe('new');
    await fillIn(join(folder, 'a', 'monitor.xlsx'), '整改台账', id, DONE);

    const told = monitor(folder, '2022-11', 'b', '--previous', 'a');
    expect(told).toContain('已销号 1 件');
    expect(problems(folder, 'b').get(KEY)).toMatchObject({
      problem_id: id,
      progress: 'struck-off',
      since: '2022-10',
      struck_off_by: '王核实',
      responsible: '赵帮扶',
      deadline: '2022-12-15',
    });
    expect(problems(folder, 'b').get('suggested-class H2')?.['progress']).toBe('still-open');

    // The month after knows it from the ledger alone.
    monitor(folder, '2022-12', 'c', '--previous', 'b');
    expect(problems(folder, 'c').get(KEY)?.['progress']).toBe('struck-off');

    const poorer = county('4000');
    monitor(folder, '2022-12', 'd', '--previous', 'b');
    writeFileSync(join(folder, '住户.csv'), readFileSync(join(poorer, '住户.csv')));
    monitor(folder, '2022-12', 'e', '--previous', 'b');
    expect(problems(folder, 'e').get(KEY)?.['progress']).toBe('still-open');
    expect(problems(folder, 'e').get(KEY)?.['reason']).toContain('王核实曾销号');
  });

  it('takes a workbook handed in by itself, and a sheet of one office', async () => {
    const folder = county('5000');
    monitor(folder, '2022-10', 'a');
    const id = problems(folder, 'a').get(KEY)?.['problem_id'] ?? '';
    const sent = join(folder, '交回.xlsx');
    writeFileSync(sent, readFileSync(join(folder, 'a', 'monitor.xlsx')));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(sent);
    const sheet = book.worksheets.find((one) => one.name.includes('建议的监测对象类别'))?.name ?? '';
    await fillIn(sent, sheet, id, DONE);
    monitor(folder, '2022-11', 'b', '--previous', '交回.xlsx');
    expect(problems(folder, 'b').get(KEY)?.['progress']).toBe('struck-off');
  });

  it('takes a person off a list of priority until their situation changes', async () => {
    const folder = county('5000');
    monitor(folder, '2022-10', 'a');
    const path = join(folder, 'a', 'monitor.xlsx');
    const names = async (out: string): Promise<(string | null)[][]> => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(join(folder, out, 'monitor.xlsx'));
      const own = book.getWorksheet('公益性岗位优先安置名单');
      const head = own?.getRow(3).values as string[];
      const found: (string | null)[][] = [];
      own?.eachRow((row, at) => {
        if (at > 3) found.push([row.getCell(head.indexOf('问题编号')).text, row.getCell(head.indexOf('姓名')).text]);
      });
      return found;
    };
    const [first] = await names('a');
    expect(first?.[1]).toBe('张三');
    await fillIn(path, '公益性岗位优先安置名单', first?.[0] ?? '', { ...REFUSED });
    monitor(folder, '2022-11', 'b', '--previous', 'a');
    expect((await names('b')).map(([, name]) => name)).toEqual(['李四']);
    monitor(folder, '2022-12', 'c', '--previous', 'b');
    expect((await names('c')).map(([, name]) => name)).toEqual(['李四']);

    writeFileSync(
      join(folder, '成员.csv'),
      MEMBERS.replace(
        'H1,张三,640181199001010010,户主,普通劳动力,未就业',
        'H1,张三,640181199001010010,户主,普通劳动力,失业',
      ),
    );
    monitor(folder, '2022-12', 'd', '--previous', 'b');
    expect((await names('d')).map(([, name]) => name).sort()).toEqual(['张三', '李四'].sort());
  });

  it('is told when reason or name is missing, and takes 否 as taking it back', async () => {
    const folder = county('5000');
    monitor(folder, '2022-10', 'a');
    const id = problems(folder, 'a').get(KEY)?.['problem_id'] ?? '';
    await fillIn(join(folder, 'a', 'monitor.xlsx'), '整改台账', id, { 销号: '是', 销号人: '王核实' });
    monitor(folder, '2022-11', 'b', '--previous', 'a');
    expect(problems(folder, 'b').get(KEY)?.['progress']).toBe('still-open');
    expect(readFileSync(join(folder, 'b', 'exceptions.csv'), 'utf8')).toContain('FIL-20');

    await fillIn(join(folder, 'a', 'monitor.xlsx'), '整改台账', id, DONE);
    monitor(folder, '2022-11', 'c', '--previous', 'a');
    await fillIn(join(folder, 'c', 'monitor.xlsx'), '整改台账', id, { 销号: '否' });
    monitor(folder, '2022-12', 'd', '--previous', 'c');
    expect(problems(folder, 'd').get(KEY)?.['progress']).toBe('still-open');
  });
});
