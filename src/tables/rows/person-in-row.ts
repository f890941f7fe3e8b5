import { readListed } from '../values/listed-value.js';
import { cleanText, isPlaceholder } from '../values/plain-text.js';
import type { Cell } from '../grid.js';
import type { Field } from '../fields/index.js';
import { isEmpty, seen } from './empty-cell.js';
import type { RowShape } from './row-shape.js';
import { isFootText, isSentence, totalWordOf } from './row-words.js';

/** How many cells fit their columns as only a row with something to say does. */
export interface StrongFits {
  readonly all: number;
  /** Of these, what no total has: a relation, an account, a telephone. */
  readonly ofPerson: number;
}

/**
 * Whether somebody stands in a row, however badly: anything that was meant as an ID number; a name with a number or a
 * fitting figure beside it; a household number with a figure. Such a row is never dropped as a foot or total.
 */
export function hasPerson(cells: readonly Cell[], shape: RowShape): boolean {
  if (shape.ids.some((column) => isMeantAsId(seen(cells[column])))) return true;
  const hasName = shape.names.some((column) => isNameLike(seen(cells[column])));
  const hasNumber = shape.numbers.some((column) => isNumberLike(seen(cells[column])));
  if (hasName && hasNumber) return true;
  if (!hasName && !hasNumber) return false;
  const { all } = strongFits(cells, shape);
  return all > 0 || (hasName && !hasFootText(cells, shape));
}

/** A row that was filled in beforehand for somebody to come: number, place, year, formula, 有, and nobody. */
export function isPrepared(cells: readonly Cell[], shape: RowShape): boolean {
  if (shape.ids.length === 0 && shape.names.length === 0) return false;
  if (hasWords(cells, shape.names) || hasWords(cells, shape.ids)) return false;
  const { firstColumn, lastColumn } = shape.header;
  let filled = 0;
  for (let column = firstColumn; column <= lastColumn; column++) {
    const cell = seen(cells[column]);
    const field = shape.fields.get(column);
    if (isEmpty(cell)) continue;
    filled += 1;
    if (column !== shape.sequence && field !== undefined && !isPrefilled(cell, field)) return false;
  }
  // A household number and nothing else is a household that lost its data.
  return filled > 1 || !hasWords(cells, shape.numbers);
}

/** Counts the cells that fit: money, heads and months above nought, listed values, accounts, telephones. */
export function strongFits(cells: readonly Cell[], { fields }: RowShape): StrongFits {
  let all = 0;
  let ofPerson = 0;
  for (const [column, field] of fields) {
    const cell = seen(cells[column]);
    if (isEmpty(cell)) continue;
    switch (field.type) {
      case 'money':
      case 'count':
      case 'quantity':
      case 'months':
        if (isFigure(cell)) all += 1;
        break;
      case 'account':
      case 'phone':
        if (/\d{7}/.test(plain(cell))) [all, ofPerson] = [all + 1, ofPerson + 1];
        break;
      case 'listed':
        if (
          field.listed !== undefined &&
          typeof cell === 'string' &&
          readListed(cleanText(cell), field.listed) !== null
        )
          [all, ofPerson] = [all + 1, ofPerson + 1];
        break;
      default:
    }
  }
  return { all, ofPerson };
}

export function hasWords(cells: readonly Cell[], columns: readonly number[]): boolean {
  return columns.some((column) => {
    const cell = seen(cells[column]);
    return !isEmpty(cell) && cell !== 0 && !(typeof cell === 'string' && isPlaceholder(cleanText(cell)));
  });
}

/** Anything in the column of IDs but a word of a foot: digits, an error, a number. */
function isMeantAsId(cell: Cell): boolean {
  if (isEmpty(cell)) return false;
  if (typeof cell === 'number') return cell > 999_999;
  if (typeof cell === 'string') {
    const text = cell.replace(/\s+/g, '');
    return /\d{4}/.test(text) && !isFootText(text) && totalWordOf(text) === null && text.length <= 40;
  }
  return typeof cell === 'object' && cell !== null && cell.kind === 'error';
}

/** 张三, 阿依古丽·买买提, Maria Lopez: short, without digits or signs, and no word of a foot or a total. */
function isNameLike(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const text = cleanText(cell);
  if (text.length < 2 || text.length > 30 || isPlaceholder(text) || isSentence(text)) return false;
  if (!/\p{L}{2}/u.test(text.replace(/\s+/g, '')) || /[\d:：。；，,]/.test(text)) return false;
  return !isFootText(text) && totalWordOf(text) === null;
}

/** HH001, 17, LX-0003: short and with a digit, no date, no page, no count. */
function isNumberLike(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  if (typeof cell !== 'string') return false;
  const text = cell.replace(/\s+/g, '');
  return text.length <= 24 && /\d/.test(text) && !/[:：]/.test(text) && !isFootText(text) && totalWordOf(text) === null;
}

function isFigure(cell: Cell): boolean {
  if (typeof cell === 'number') return cell !== 0;
  if (typeof cell !== 'string') return false;
  return /[1-9]/.test(cell) && /^[约¥￥]?\s*[\d,.，]+\s*(?:元|万|万元|人|口|个月|月)?$/.test(cell.trim());
}

function isPrefilled(cell: Cell, { type }: Field): boolean {
  if (cell === 0 || typeof cell === 'boolean') return true;
  if (typeof cell === 'object') return cell?.kind !== 'date';
  switch (type) {
    case 'place':
    case 'year':
    case 'household-id':
    case 'text':
    case 'evidence':
    case 'yes-no':
    case 'as-written':
      return true;
    default:
      return typeof cell === 'string' && (isPlaceholder(cleanText(cell)) || /^0+(?:\.0+)?$/.test(cell.trim()));
  }
}

function hasFootText(cells: readonly Cell[], { header }: RowShape): boolean {
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = seen(cells[column]);
    if (typeof cell === 'string' && isFootText(cell)) return true;
  }
  return false;
}

function plain(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.replace(/[\s-]+/g, '') : '';
}
