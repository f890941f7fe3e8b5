import { maskNumbersInText } from '../../domain/masking.js';
import type { Done } from './work.js';

/** Cells of the rows that are shown, ID and account numbers masked: `file⏎sheet⏎row` → column letters → text. */
export type RowsShown = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function rowKey(file: string, sheet: string, row: number): string {
  return `${file}\n${sheet}\n${row}`;
}

/** Adds the wanted rows out of `map FILE --cells`. */
export function addRows(
  rows: Map<string, Map<string, string>>,
  file: string,
  { stdout }: Done,
  wanted: ReadonlySet<string>,
): void {
  for (const line of stdout.split('\n')) {
    const cell = readCell(line);
    if (cell === null) continue;
    const key = rowKey(file, cell.sheet, cell.row);
    if (!wanted.has(key)) continue;
    const row = rows.get(key) ?? new Map<string, string>();
    row.set(cell.column, maskNumbersInText(cell.value));
    rows.set(key, row);
  }
}

function readCell(line: string): { sheet: string; column: string; row: number; value: string } | null {
  if (!line.startsWith('{')) return null;
  const { sheet, cell, value } = JSON.parse(line) as { sheet: string; cell: string; value: unknown };
  const place = /^([A-Z]+)(\d+)$/.exec(cell);
  return place === null
    ? null
    : {
        sheet,
        column: place[1] ?? '',
        row: Number(place[2]),
        value: typeof value === 'string' ? value : String(value),
      };
}

/** Number of a column, A = 1. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Letters of a column, 1 = A. */
export function columnLetters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((number - 1) % 26))}`;
}
