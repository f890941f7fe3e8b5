import { basename, dirname, extname, join, resolve } from 'node:path';
import { isUntouchedOutput } from '../../io/annotate/untouched-output.js';
import { fileExists, isSameFile } from '../../io/text-file.js';
import type { Workbook } from '../../tables/grid.js';
import { Fault, FaultList } from '../faults/fault.js';

/** One copy to be made. */
export interface MarkedPath {
  readonly book: Workbook;
  readonly folder: string;
  readonly name: string;
}

/** What a copy is called: `住户.校验.xlsx`, `住户.修正.xlsx`. */
export type CopyKind = '校验' | '修正';

/**
 * Where the copies go: into `out`, else beside each input. Two inputs of one name keep their endings. Throws FaultList
 * when a copy would lie over an input, or over a file that is not an untouched copy of an earlier run.
 */
export async function markedPaths(
  books: readonly Workbook[],
  kind: CopyKind,
  out: string | null,
  force: boolean,
  inputs: readonly string[],
): Promise<MarkedPath[]> {
  const plain = books.map((book) => place(book, kind, out, false));
  const full = plain.map(({ folder, name }) => resolve(folder, name));
  const paths = plain.map((path, index) => {
    const twice = full.filter((other) => other === full[index]).length > 1;
    return twice ? place(path.book, kind, out, true) : path;
  });
  const targets = paths.map(({ folder, name }) => join(folder, name));
  const faults: Fault[] = [];
  for (const target of targets) {
    if (targets.filter((other) => resolve(other) === resolve(target)).length > 1) faults.push(sameName(target));
    else if ((await Promise.all(inputs.map((input) => isSameFile(input, target)))).includes(true))
      faults.push(overInput(target));
    else if (!force && fileExists(target) && !(await isUntouchedOutput(target))) faults.push(overFile(target));
  }
  if (faults.length > 0) throw new FaultList(faults);
  return paths;
}

function place(book: Workbook, kind: CopyKind, out: string | null, withEnding: boolean): MarkedPath {
  const ending = extname(book.file);
  // A copy of a copy is called as the first one: never 校验.校验.
  const base = basename(book.file, withEnding ? '' : ending).replace(/(?:\.(?:校验|修正))+(?=$|\.[^.]+$)/, '');
  // A workbook with macros under the other name is refused by Excel.
  const own = book.kind === 'xlsx' && ending.toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';
  return { book, folder: out ?? dirname(book.file), name: `${base}.${kind}${own}` };
}

function overInput(path: string): Fault {
  return new Fault(
    'would-overwrite',
    { what: `${path} 是输入文件，不能写在它上面`, how: '用 --out 换一个文件夹' },
    { what: `${path} is an input file and must not be overwritten`, how: 'choose another folder with --out' },
  );
}

function overFile(path: string): Fault {
  return new Fault(
    'file-exists',
    {
      what: `${path} 已经存在，里面可能有人改过的内容`,
      how: '先把它改名或移走，或用 --out 换一个文件夹；确定不要了，加 --force 覆盖',
    },
    {
      what: `${path} exists, and somebody may have worked in it`,
      how: 'move it away, choose another folder with --out, or add --force to overwrite it',
    },
  );
}

function sameName(path: string): Fault {
  return new Fault(
    'same-name',
    { what: `有两个输入文件都要写成 ${path}`, how: '不用 --out，写在各自的文件旁边；或分两次运行' },
    { what: `two input files would both become ${path}`, how: 'leave out --out, or run twice' },
  );
}
