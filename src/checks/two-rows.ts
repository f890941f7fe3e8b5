import type { Roster, RowReference } from '../domain/roster.js';
import type { Params } from '../findings/finding.js';
import { param } from './param.js';

/** Params of a finding about two rows: their numbers, and where each stands when they are not of one sheet. */
export function twoRows(roster: Roster, first: RowReference, second: RowReference): Params {
  const rows = { first: first.row, second: second.row };
  const [one, other] = [roster.tables[first.table], roster.tables[second.table]];
  if (one === undefined || other === undefined || one === other) return rows;
  return one.sheet === other.sheet
    ? { ...rows, firstIn: one.file, secondIn: other.file }
    : { ...rows, firstIn: one.sheet, secondIn: other.sheet };
}

/** `第 5 行和第 9 行`, with file or sheet where the two are not of one sheet. */
export function twoRowsZh(params: Params): string {
  return `${placed(params, 'first', '「', '」')}第 ${param(params, 'first')} 行和${placed(params, 'second', '「', '」')}第 ${param(params, 'second')} 行`;
}

/** `rows 5 and 9`, with file or sheet where the two are not of one sheet. */
export function twoRowsEn(params: Params): string {
  return params['firstIn'] === undefined
    ? `rows ${param(params, 'first')} and ${param(params, 'second')}`
    : `row ${param(params, 'first')} of ${placed(params, 'first', '"', '"')} and row ${param(params, 'second')} of ${placed(params, 'second', '"', '"')}`;
}

function placed(params: Params, row: 'first' | 'second', open: string, shut: string): string {
  return params[`${row}In`] === undefined ? '' : `${open}${param(params, `${row}In`)}${shut}`;
}
