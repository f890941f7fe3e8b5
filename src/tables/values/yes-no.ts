import type { Cell } from '../grid.js';
import { cleanText, compact, isPlaceholder, tickedWord } from './plain-text.js';

const YES: ReadonlySet<string> = new Set(['是', '有', '√', '✓', '✔', '☑', 'Y', 'YES', '1', 'TRUE', 'T', '对']);
const NO: ReadonlySet<string> = new Set([
  '否',
  '无',
  '×',
  '✗',
  '✘',
  '☒',
  '╳',
  'X',
  'N',
  'NO',
  '0',
  'FALSE',
  'F',
  '没有',
]);

/**
 * 是 否 有 无 √ × Y N 1 0 and their usual variants. Null when blank (a 无 is no, not blank), undefined when it is
 * neither.
 */
export function readYesNo(
  cell: Cell,
  moreYes: readonly string[] = [],
  moreNo: readonly string[] = [],
): boolean | null | undefined {
  if (cell === null || typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell === 1 ? true : cell === 0 ? false : undefined;
  if (typeof cell !== 'string') return undefined;
  const written = compact(cleanText(cell)).toUpperCase();
  const text = tickedWord(written) ?? written;
  if (text === '') return null;
  if (YES.has(text) || moreYes.includes(text)) return true;
  if (NO.has(text) || moreNo.includes(text)) return false;
  return isPlaceholder(text) ? null : undefined;
}
