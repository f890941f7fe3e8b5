import { withoutRadicals } from '../../domain/key.js';
import { readPrintedChoice } from '../../domain/printed-choice.js';
import type { Cell } from '../grid.js';

/** Nothing to clean: visible ASCII without a leading apostrophe, Han characters, middle dot. */
const CLEAN = /^(?!')[\x21-\x7e\u4e00-\u9fff\u00b7]+$/;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u180e\u061c]/g;
const BLANKS = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['-', '--', '—', '——', '－', '–', '/', '//', '\\', '无', '暂无', '未知'],
]);

/**
 * Half-width digits, letters and signs; no invisible characters, no leading apostrophe, blanks at the ends removed and
 * runs of them made one. Han characters stay as they are, compatibility forms included.
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  const halfWidth = withoutRadicals(text)
    .replace(INVISIBLE, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\uffe5/g, '¥')
    .replace(BLANKS, ' ')
    .trim();
  return halfWidth.replace(/^['\s]+/, '');
}

/** Without any blanks; for numbers, dates, codes. */
export function compact(text: string): string {
  return text.includes(' ') ? text.replaceAll(' ', '') : text;
}

/** `-`, `/`, 无, 暂无, 未知: blank by src/CONTRACT.md §3 (a 无 in a yes/no column is read before this is asked). */
export function isPlaceholder(text: string): boolean {
  return text.length <= 2 && PLACEHOLDERS.has(text);
}

/**
 * Decimal text of a number cell with the 15 significant digits a spreadsheet knows: 2087.0249999999996 → `2087.025`.
 * Null when it cannot be written without an exponent.
 */
export function numberText(value: number): string | null {
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return null;
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) < 1e-6 ? '0' : null;
}

/** A cell as a person would write it down, for messages and previews. Never used for amounts or dates. */
export function displayText(cell: Cell): string {
  if (cell === null) return '';
  switch (typeof cell) {
    case 'string':
      return cell;
    case 'number':
      return numberText(cell) ?? String(cell);
    case 'boolean':
      return cell ? 'TRUE' : 'FALSE';
    default:
      if (cell.kind === 'shown') return cell.text ?? String(cell.value);
      return cell.kind === 'date' ? cell.iso : cell.kind === 'error' ? cell.code : '';
  }
}

/** `☑是 □否` → 是: the one word of a printed choice whose box is ticked. Null where there is no such choice, or not one tick. */
export function tickedWord(text: string): string | null {
  const { ticked = [] } = readPrintedChoice(text) ?? {};
  return ticked.length === 1 ? (ticked[0] ?? null) : null;
}
