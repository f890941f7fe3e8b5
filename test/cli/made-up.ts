import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCreditCode } from '../../src/domain/credit-code.js';

/** Made-up people, organisations and accounts of these tests; nothing here belongs to anybody. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number of the right form that nobody has: 640181, 1 January of a year from 1970 on, a serial, its check character. */
export function personId(n: number): string {
  const head = `640181${1970 + (n % 30)}0101${String(n).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(head[i]), 0);
  return head + '10X98765432'.charAt(sum % 11);
}

/** A 统一社会信用代码 of the right form, found by trying its last character. */
export function creditCode(n: number): string {
  const head = `91640302MA${String(n).padStart(7, '7')}`;
  const last = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY').find((one) => checkCreditCode(head + one) === 'ok');
  if (last === undefined) throw new Error(`no check character for ${head}`);
  return head + last;
}

/** 19 digits, as a bank card has. */
export function account(n: number): string {
  return `622848${String(n).padStart(13, '0')}`;
}

/** Writes a CSV with a header into `folder` and gives its path. */
export function writeTable(folder: string, name: string, rows: readonly (readonly (string | number)[])[]): string {
  const path = join(folder, name);
  writeFileSync(path, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
  return path;
}

/** Rows of a CSV that has no quoted line breaks, as objects by header. */
export function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split('\r\n');
  const names = cellsOf(head);
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(cellsOf(line).map((cell, i) => [names[i] ?? '', cell])));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}
