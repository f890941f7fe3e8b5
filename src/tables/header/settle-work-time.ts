import { fieldByHeader, type Field } from '../fields/index.js';
import type { Cell } from '../grid.js';
import { readDate } from '../values/date.js';
import { readMonths } from '../values/whole-number.js';
import { headText, type HeadRow } from './leaf-columns.js';
import { summarise, type TableMatch } from './match-columns.js';
import type { MatchedColumn } from './matched-column.js';

type Kind = 'months' | 'start' | 'span';

/**
 * 务工时间 is what its values are: months (10, 11个月), days on which the work began, or spells (2023.10-2024.09), which
 * give 务工开始日期 and 务工结束日期. Values of several kinds leave it a question.
 */
export function settleWorkTime(match: TableMatch | null, below: readonly HeadRow[]): TableMatch | null {
  if (match === null) return match;
  const open = match.columns.filter(isQuestion);
  if (open.length === 0) return match;
  const id = match.columns.find(({ field }) => field?.type === 'person-id')?.column;
  // Signatures below the table stand in its columns too.
  const people = below.filter(({ cells }) => id === undefined || /\d/.test(headText(cells[id])));
  const taken = new Set(match.columns.flatMap(({ field }) => (field === null ? [] : [field])));
  const columns = match.columns.flatMap((column): readonly MatchedColumn[] => {
    if (!open.includes(column)) return [column];
    const kind = kindOf(people.map(({ cells }) => cells[column.column] ?? null));
    const fields = kind === null ? [] : fieldsOf(match, kind);
    if (fields.length === 0 || fields.some((field) => taken.has(field))) return [column];
    for (const field of fields) taken.add(field);
    const settled = { ...column, ambiguous: null };
    if (kind !== 'span') return fields.map((field) => ({ ...settled, field }));
    return fields.map((field, index) => ({ ...settled, field, part: index === 0 ? 'from' : 'to' }));
  });
  return summarise(match.kind, columns, match.duplicates);
}

function isQuestion({ ambiguous }: MatchedColumn): boolean {
  return ambiguous?.meanings.some((meaning) => meaning === '务工开始日期') === true;
}

function fieldsOf({ kind }: TableMatch, is: Kind): Field[] {
  const headers = { months: ['务工月数'], start: ['务工开始日期'], span: ['务工开始日期', '务工结束日期'] }[is];
  return headers.flatMap((header) => fieldByHeader(kind, header) ?? []);
}

/** What all the values are; null without any, or where they differ. */
function kindOf(cells: readonly Cell[]): Kind | null {
  const kinds = new Set(cells.flatMap((cell) => kindOfCell(cell) ?? []));
  // Among spells a single day is the first of one.
  if (kinds.has('span')) kinds.delete('start');
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined && only !== 'other' ? only : null;
}

function kindOfCell(cell: Cell): Kind | 'other' | null {
  const months = readMonths(cell);
  if (months === null) return null;
  if (months !== undefined && months >= 0 && months <= 12) return 'months';
  const reading = readDate(cell);
  switch (reading.kind) {
    case 'blank':
      return null;
    case 'range':
      return 'span';
    case 'date':
      return 'start';
    case 'open':
    case 'ambiguous':
    case 'problem':
      return 'other';
  }
}
