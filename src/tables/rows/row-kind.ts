import type { Cell } from '../grid.js';
import type { FoundHeader } from '../header/find-header.js';
import { isEmpty, seen } from './empty-cell.js';
import { isHintRow, isNumbering, isPlaceholderRow, isRepeatedHeader } from './form-row.js';
import { hasPerson, hasWords, isPrepared, strongFits } from './person-in-row.js';
import type { RowShape } from './row-shape.js';
import { placeNamed } from './place-title.js';
import { isDay, isExampleWord, isFootText, isNumberedNote, isSentence, totalWordOf } from './row-words.js';

/** What a row below the header is. Only `data` becomes a record. */
export type RowKind =
  | 'data'
  | 'blank'
  | 'subtotal'
  | 'total'
  | 'footer'
  | 'numbering'
  | 'prepared'
  | 'placeholder'
  | 'example'
  | 'repeated-header'
  | 'title';

/** Decides what a row is; `cells` may be the reader's reused array. */
export function rowKind(row: number, cells: readonly Cell[], shape: RowShape): RowKind {
  const { header, personId } = shape;
  const first = firstFilled(cells, header);
  if (first < 0) return 'blank';
  const lead = seen(cells[first]);
  if (personId !== null && looksLikeId(seen(cells[personId])))
    return isExample(cells, shape, lead) ? 'example' : 'data';
  return slowKind(row, cells, shape, first, lead);
}

function slowKind(row: number, cells: readonly Cell[], shape: RowShape, first: number, lead: Cell): RowKind {
  const { header } = shape;
  if (isExample(cells, shape, lead)) return 'example';
  let filled = 0;
  for (let column = first; column <= header.lastColumn; column++) if (!isEmpty(seen(cells[column]))) filled += 1;
  if (filled === 1 && typeof lead === 'string' && isPart(row, first, lead.trim(), shape)) {
    if (isFootText(lead)) return 'footer';
    return totalOf(cells, shape) ?? 'title';
  }
  const isPerson = hasPerson(cells, shape);
  const total = isPerson ? null : totalOf(cells, shape);
  if (total !== null) return total;
  if (isPlaceholderRow(cells, header) || isHintRow(cells, header)) return 'placeholder';
  if (isRepeatedHeader(cells, header)) return 'repeated-header';
  if (isNumbering(cells, header, shape.sequence, filled)) return 'numbering';
  if (isPerson) return 'data';
  if (isFoot(cells, shape, first, filled)) return 'footer';
  if (filled === 1 && typeof lead === 'string' && (/[:：]/.test(lead) || isSentence(lead.trim()))) return 'footer';
  if (isPrepared(cells, shape)) return 'prepared';
  return [...shape.fields.keys()].some((column) => !isEmpty(seen(cells[column]))) ? 'data' : 'blank';
}

/** First column of the table that holds something in this row, or -1. */
function firstFilled(cells: readonly Cell[], { firstColumn, lastColumn }: FoundHeader): number {
  for (let column = firstColumn; column <= lastColumn; column++) if (!isEmpty(seen(cells[column]))) return column;
  return -1;
}

function looksLikeId(cell: Cell): boolean {
  if (typeof cell === 'number') return cell > 1e14;
  return typeof cell === 'string' && cell.length >= 15 && /\d{6}/.test(cell);
}

/** A word for a total where no person stands, and nothing that only a person has. */
function totalOf(cells: readonly Cell[], shape: RowShape): 'total' | 'subtotal' | null {
  const { firstColumn, lastColumn } = shape.header;
  const isPeople = shape.ids.length > 0;
  let found: 'total' | 'subtotal' | null = null;
  for (let column = firstColumn; column <= lastColumn && found === null; column++) {
    const cell = seen(cells[column]);
    if (isEmpty(cell)) continue;
    if (typeof cell === 'string') found = totalWordOf(cell);
    // Where no people stand, the first word alone says what the row is.
    if (!isPeople) break;
  }
  return found === null || strongFits(cells, shape).ofPerson > 0 ? null : found;
}

/** Signatures, seals, dates, notes, page marks; in a list of people also by where they stand. */
function isFoot(cells: readonly Cell[], shape: RowShape, first: number, filled: number): boolean {
  const lead = seen(cells[first]);
  const isPeople = shape.ids.length > 0 || shape.names.length > 0;
  // Where no people stand, a day may be what a row is about.
  if (typeof lead === 'string' && isFootText(lead) && (isPeople || !isDay(lead)))
    return strongFits(cells, shape).ofPerson === 0;
  if (!isPeople) return false;
  if (filled === 1) {
    if (typeof lead === 'string') return isNumberedNote(lead.trim());
    return typeof lead === 'object' && lead?.kind === 'date' && isDay(lead.iso.slice(0, 10));
  }
  // A foot that begins with the name of the one who signs: words beside it, and no figure of a person.
  if (hasWords(cells, shape.names)) return false;
  for (let column = first; column <= shape.header.lastColumn; column++) {
    const cell = seen(cells[column]);
    if (typeof cell === 'string' && isFootText(cell)) return strongFits(cells, shape).all === 0;
  }
  return false;
}

/** A title, or the name of a part of the list, alone in its row. */
function isPart(row: number, first: number, text: string, shape: RowShape): boolean {
  if (shape.isTitleMerge(row, first)) return true;
  if (/(?:表|册|名单|台账)$/.test(text) && !shape.names.includes(first) && !shape.ids.includes(first)) return true;
  // 李新村 alone in the column of names may be somebody.
  const isName = shape.names.includes(first) && text.length <= 4 && /[村组队镇乡园]$/.test(text);
  return shape.ids.length > 0 && !isName && placeNamed(text) !== null;
}

function isExample(cells: readonly Cell[], shape: RowShape, lead: Cell): boolean {
  if (typeof lead === 'string' && isExampleWord(lead.trim())) return true;
  return [...shape.numbers, ...shape.names].some((column) => {
    const cell = seen(cells[column]);
    return typeof cell === 'string' && isExampleWord(cell.trim());
  });
}
