import type { Cell } from '../grid.js';
import { fieldByHeader } from '../fields/index.js';
import type { HeadRow } from './leaf-columns.js';
import { summarise, type TableMatch } from './match-columns.js';
import type { MatchedColumn } from './matched-column.js';

/**
 * 编号 is the household's number where each of its values goes with one head and each head with one value; where it
 * counts the rows it is their 序号. Else it stays a question.
 */
export function settleNumber(match: TableMatch | null, below: readonly HeadRow[]): TableMatch | null {
  const column = match?.columns.find(({ ambiguous }) => ambiguous?.header === '编号');
  if (match === null || column === undefined) return match;
  const keys = new Set(match.columns.flatMap(({ field }) => field?.key ?? []));
  const number = fieldByHeader(match.kind, '户编号');
  if (number === undefined || keys.has('householdId')) return match;
  const settled = countsRows(below, column.column)
    ? { ...column, ambiguous: null, role: 'sequence' as const }
    : oneAHousehold(match, below, column.column)
      ? { ...column, ambiguous: null, field: number }
      : column;
  const columns = match.columns.map((other): MatchedColumn => (other === column ? settled : other));
  return summarise(match.kind, columns, match.duplicates);
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}

function countsRows(rows: readonly HeadRow[], column: number): boolean {
  const values = rows.map(({ cells }) => textOf(cells[column])).filter((text) => text !== '');
  return values.length > 1 && values.every((text, index) => Number(text) === index + 1);
}

function oneAHousehold(match: TableMatch, rows: readonly HeadRow[], column: number): boolean {
  const head =
    match.columns.find(({ field }) => field?.key === 'headId') ??
    match.columns.find(({ field }) => field?.key === 'headName');
  if (head === undefined) return false;
  const heads = new Map<string, string>();
  const numbers = new Map<string, string>();
  for (const { cells } of rows) {
    const [number, name] = [textOf(cells[column]), textOf(cells[head.column])];
    if (number === '' || name === '') continue;
    if ((heads.get(number) ?? name) !== name || (numbers.get(name) ?? number) !== number) return false;
    heads.set(number, name);
    numbers.set(name, number);
  }
  return heads.size > 0;
}
