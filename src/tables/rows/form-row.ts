import type { Cell } from '../grid.js';
import type { FoundHeader } from '../header/find-header.js';
import { headText, type HeadRow } from '../header/leaf-columns.js';
import { normaliseHeader } from '../header/normalise.js';
import { isEmpty } from './empty-cell.js';
import { isHint } from './row-words.js';

const PLACEHOLDER = /\$\{|\{\{/;

/** `${data.name}` anywhere, or nothing but N and X. */
export function isPlaceholderRow(cells: readonly Cell[], header: FoundHeader): boolean {
  let marks = 0;
  let others = 0;
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = cells[column] ?? null;
    if (isEmpty(cell)) continue;
    if (typeof cell === 'string' && PLACEHOLDER.test(cell)) return true;
    if (typeof cell === 'string' && /^[NnXx]$/.test(cell.trim())) marks += 1;
    else others += 1;
  }
  return marks > 0 && others === 0;
}

/** Nothing but 必填, 选填，文本 …: two such cells at least. */
export function isHintRow(cells: readonly Cell[], header: FoundHeader): boolean {
  let hints = 0;
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = cells[column] ?? null;
    if (isEmpty(cell)) continue;
    if (typeof cell !== 'string' || !isHint(cell.trim())) return false;
    hints += 1;
  }
  return hints >= 2;
}

/** Whether the row says what the header says in the same columns, as at a page break. */
export function isRepeatedHeader(cells: readonly Cell[], header: FoundHeader): boolean {
  let same = 0;
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const text = headText(cells[column]);
    if (isEmpty(cells[column] ?? null)) continue;
    if (text === '' || !header.lines.some((line) => sameHeader(line, column, text))) return false;
    same += 1;
  }
  return same >= 2;
}

function sameHeader(line: HeadRow, column: number, text: string): boolean {
  const word = headText(line.cells[column]);
  return word !== '' && (word === text || normaliseHeader(word).key === normaliseHeader(text).key);
}

/** Nothing beside 序号 but the noughts of formulas over empty cells. */
function onlyNoughts(cells: readonly Cell[], header: FoundHeader, sequence: number): boolean {
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = cells[column] ?? null;
    if (column !== sequence && !isEmpty(cell) && cell !== 0) return false;
  }
  return true;
}

/** Only 序号 filled, or the column numbers 1 2 3 … (甲 乙 1 2) that some forms print under the header. */
export function isNumbering(
  cells: readonly Cell[],
  header: FoundHeader,
  sequence: number | null,
  filled: number,
): boolean {
  if (sequence !== null && isNumber(cells[sequence] ?? null) && onlyNoughts(cells, header, sequence)) return true;
  if (filled < 3) return false;
  let expected: number | null = null;
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = cells[column] ?? null;
    if (isEmpty(cell)) continue;
    if (typeof cell === 'string' && /^[甲乙丙丁戊栏次]{1,2}$/.test(cell.trim()) && expected === null) continue;
    const number = typeof cell === 'number' ? cell : columnNumber(cell);
    if (!Number.isInteger(number) || (expected === null ? number > 1 : number !== expected)) return false;
    expected = number + 1;
  }
  return expected !== null;
}

/** 5, `5`, `5.`, `（5）`. */
function isNumber(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && /^[（(]?\s*\d+\s*[)）.、]?$/.test(cell.trim()));
}

/** `(5)`, `5=3+4`, `(5)=(3)+(4)` → 5. */
function columnNumber(cell: Cell): number {
  if (typeof cell !== 'string') return Number.NaN;
  const [number = 'x'] = cell.replace(/[()（）\s]/g, '').split(/[=＝]/);
  return /^\d+$/.test(number) ? Number(number) : Number.NaN;
}
