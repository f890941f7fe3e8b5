import type { CellModel, CellStyle, StyledCell } from '../../documents/model/workbook-model.js';
import { dayNumber, isIsoDay } from '../../domain/calendar.js';
import type { ShownText } from '../../domain/masking.js';
import { formatYuan } from '../../domain/money.js';
import { styleIndex } from './cell-styles.js';
import { escapeXml, MAX_CELL_TEXT, neutralise } from './xml-text.js';

/** A text that does not fit into a cell: cutting it would lose data in silence. */
export class CellTextTooLong extends Error {
  readonly cell: string;

  constructor(cell: string, length: number) {
    super(`${cell}: a cell holds ${MAX_CELL_TEXT} characters, this text has ${length}`);
    this.name = 'CellTextTooLong';
    this.cell = cell;
  }
}

/** Day 0 of Excel's 1900 calendar for days from March 1900 on. */
const SERIAL_ZERO = -25_569;

export function isStyled(cell: CellModel): cell is StyledCell {
  return typeof cell === 'object' && cell !== null;
}

/**
 * One `<c>` element. `fen` becomes exact decimal yuan text, never a float; every text goes through `shown`, is neutralised and inline, so
 * that nothing a clerk typed can become a formula. Throws CellTextTooLong, and RangeError for a number that is not finite.
 */
export function cellXml(
  address: string,
  cell: CellModel,
  style: CellStyle,
  shown: (text: string) => ShownText,
): string {
  const fen = isStyled(cell) ? cell.fen : undefined;
  const value = isStyled(cell) ? (cell.value ?? null) : cell;
  const open = `<c r="${address}" s="${styleIndex(style)}"`;
  if (fen !== undefined) return `${open}><v>${formatYuan(fen)}</v></c>`;
  if (value === null || value === '') return `${open}/>`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${address}: not a number that a cell can hold: ${value}`);
    return `${open}><v>${value}</v></c>`;
  }
  if (style === 'date' && isIsoDay(value) && value >= '1900-03-01')
    return `${open}><v>${dayNumber(value) - SERIAL_ZERO}</v></c>`;
  const safe = neutralise(shown(value));
  if (safe.length > MAX_CELL_TEXT) throw new CellTextTooLong(address, safe.length);
  const text = escapeXml(safe);
  return `${open} t="inlineStr"><is><t${keepsBlanks(text) ? ' xml:space="preserve"' : ''}>${text}</t></is></c>`;
}

function keepsBlanks(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 32 || last <= 32 || text.includes('\n') || text.includes('  ');
}
