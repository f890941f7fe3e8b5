import type { SheetModel } from '../../documents/model/workbook-model.js';

const LINE_POINTS = 14.5;
const PADDING_POINTS = 5;
/** Excel's own limit for a row. */
const MAX_POINTS = 409;

/**
 * Lines a text takes in a column. Not every office program measures rows when it opens a file, so that wrapped text
 * would lie across the next row: rows without a height get the one their text needs.
 */
export function linesIn(text: string, column: number, sheet: SheetModel): number {
  const room = Math.max(1, (sheet.columns[column]?.width ?? 8) - 1);
  if (text.length * 2 <= room && !text.includes('\n')) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += Math.max(1, Math.ceil(displayWidth(paragraph) / room));
  return lines;
}

/** Height in points for a row whose fullest cell has `lines` lines. */
export function heightOf(lines: number): number {
  return Math.min(MAX_POINTS, Math.ceil(lines * LINE_POINTS) + PADDING_POINTS);
}

/** Digits' widths a text takes: two for a Chinese character. */
function displayWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) width += text.charCodeAt(index) < 0x2000 ? 1 : 2;
  return width;
}
