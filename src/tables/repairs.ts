import type { Field } from './fields/index.js';
import { type HeaderUnit, readAmount, YUAN } from './values/amount.js';
import { CellProblem, type CellReading } from './values/cell-problem.js';
import { readDate } from './values/date.js';
import { cleanText, compact } from './values/plain-text.js';
import { readValue } from './values/read-value.js';

/** What kind of writing a repair puts right; each has its words in documents. */
export type RepairReason =
  | 'blanks'
  | 'id-writing'
  | 'amount-writing'
  | 'date-writing'
  | 'amount-unit'
  | 'amount-brackets'
  | 'nothing'
  | 'not-in-list'
  | 'date-ambiguous'
  | 'merged-down'
  | 'from-above';

export interface Repair {
  /** Safe repairs mean the same and may be made; the others are only told. */
  readonly safe: boolean;
  /** What the cell would hold. */
  readonly after: string;
  readonly reason: RepairReason;
}

/**
 * How the writing of a text cell could be put right, or null when there is nothing to do. A safe repair reads exactly as
 * the cell did before, with the same problem if it had one: nothing is ever invented.
 */
export function repairOf(cell: string, field: Field, unit: HeaderUnit): Repair | null {
  const before = readValue(cell, field, unit);
  const [after, reason] = rewritten(cell, field, before);
  if (after !== cell && after !== '' && means(readValue(after, field, unit), before))
    return { safe: true, after, reason };
  // Blanks around it can go even where the rest cannot be put right.
  const clean = cleanText(cell);
  if (clean !== cell && clean !== '' && means(readValue(clean, field, unit), before))
    return { safe: true, after: clean, reason: 'blanks' };
  return null;
}

/** What was probably meant by a cell that may not be changed without asking; null when there is no guess to tell. */
export function guessOf(cell: string, field: Field, unit: HeaderUnit): Repair | null {
  const text = compact(cleanText(cell));
  const guess = (after: string, reason: RepairReason): Repair => ({ safe: false, after, reason });
  if (field.type === 'money') {
    if (text === '无' || text === '暂无') return guess('0', 'nothing');
    if (!/[万千百]|^\(.*\)$/.test(text) && !(unit.factor !== 1 && text.endsWith('元'))) return null;
    const read = readAmount(text, unit.stated ? unit : YUAN);
    // 8000元 under 万元: the cell knows its unit.
    const amount = read === 'unit-conflict' ? readAmount(text) : read;
    if (typeof amount !== 'number') return null;
    return guess(inUnit(amount, unit), text.startsWith('(') ? 'amount-brackets' : 'amount-unit');
  }
  if (field.type === 'count' || field.type === 'months') return text === '无' ? guess('0', 'nothing') : null;
  if (field.type === 'date' || field.type === 'end-date') {
    const reading = readDate(cell);
    return reading.kind === 'ambiguous' ? guess(reading.readings.join(' 或 '), 'date-ambiguous') : null;
  }
  if (field.type === 'listed') {
    const reading = readValue(cell, field, unit);
    const suggestion = reading instanceof CellProblem ? reading.params['suggestion'] : undefined;
    return typeof suggestion === 'string' && suggestion !== '' ? guess(suggestion, 'not-in-list') : null;
  }
  return null;
}

function rewritten(cell: string, field: Field, before: CellReading): [string, RepairReason] {
  const clean = cleanText(cell);
  const bare = compact(clean);
  switch (field.type) {
    case 'person-id':
    case 'credit-code':
    case 'credit-code-or-person-id':
      return [bare.toUpperCase(), 'id-writing'];
    case 'household-id':
      return [bare, 'id-writing'];
    case 'account':
      return [bare.replace(/(?<=\d)-(?=\d)/g, ''), 'id-writing'];
    case 'money':
      return [plainAmount(bare), plainAmount(bare) === bare ? 'blanks' : 'amount-writing'];
    case 'date':
    case 'end-date':
      return typeof before === 'string' ? [before, clean === before ? 'blanks' : 'date-writing'] : [clean, 'blanks'];
    case 'count':
    case 'quantity':
    case 'months':
    case 'year':
      return [bare, 'blanks'];
    default:
      return [clean, 'blanks'];
  }
}

/** `¥1,200.00元` → `1200.00`; anything else as it is. */
function plainAmount(text: string): string {
  const match = /^(-?)[¥￥]?(-?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(?:元整|元)?$/.exec(text);
  if (match === null || (match[1] !== '' && match[2] !== '')) return text;
  return `${match[1] ?? ''}${match[2] ?? ''}${(match[3] ?? '').replaceAll(',', '')}${match[4] ?? ''}`;
}

/** An amount in 分 as it would be written under the header. */
function inUnit(fen: number, { factor }: HeaderUnit): string {
  const text = (fen / (100 * factor)).toFixed(factor === 1 ? 2 : 6);
  return text.replace(/\.?0+$/, '');
}

/** Whether two readings are the same for everybody who goes on from them; messages quote the cell and may differ. */
function means(a: CellReading, b: CellReading): boolean {
  if (!(a instanceof CellProblem) || !(b instanceof CellProblem)) return a === b;
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.value === b.value &&
    a.identity === b.identity &&
    a.params['reason'] === b.params['reason'] &&
    a.params['length'] === b.params['length']
  );
}
