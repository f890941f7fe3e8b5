import type { CellStyle, RowModel, SheetModel } from '../../documents/model/workbook-model.js';
import { maskNumbersInText, wholeText } from '../../domain/masking.js';
import { EMPTY_TEXT_STYLE, wraps } from './cell-styles.js';
import { cellXml, isStyled } from './cell-xml.js';
import { pageSetupXml } from './page-setup.js';
import { heightOf, linesIn } from './row-height.js';
import { validationsXml } from './validation-xml.js';
import { escapeAttribute, escapeXml } from './xml-text.js';

export const MAX_ROWS = 1_048_576;
/** Excel drops the whole sheet into repair beyond these. */
const MAX_LINKS = 65_530;
const MAX_BREAKS = 1_023;
const CHUNK = 256 * 1024;

export interface SheetNote {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly text: string;
}

/** What the rest of the workbook must know of a sheet once its rows are written. */
export interface WrittenSheet {
  /** Last row used, from 1; 0 for an empty sheet. */
  readonly lastRow: number;
  readonly notes: readonly SheetNote[];
  /** Filtered range with absolute references `$A$4:$L$300`, or null. */
  readonly filter: string | null;
  /** There were more rows than one sheet holds. */
  readonly unfinished: boolean;
}

/** Rows still to be written; shared by a sheet and its 续表. */
export class RowFeed {
  readonly #rows: Iterator<RowModel>;
  #next: RowModel | null = null;

  constructor(rows: Iterable<RowModel>) {
    this.#rows = rows[Symbol.iterator]();
  }

  /** The next row without taking it; null at the end. */
  peek(): RowModel | null {
    if (this.#next === null) {
      const next = this.#rows.next();
      if (next.done !== true) this.#next = next.value;
    }
    return this.#next;
  }

  take(): RowModel | null {
    const row = this.peek();
    this.#next = null;
    return row;
  }
}

export interface SheetContext {
  readonly rows: RowFeed;
  /** Header rows to repeat at the top of a 续表; filled while the first sheet is written. */
  readonly heading: RowModel[];
  readonly continuation: boolean;
  /** Name as written of a sheet named in the model. */
  readonly nameOf: (name: string) => string;
  /** Rows a sheet may hold; lowered by tests only. */
  readonly maxRows: number;
  /** The workbook may hold full numbers. */
  readonly whole: boolean;
  /** The sheet shown when the file is opened. */
  readonly active: boolean;
}

/** `xl/worksheets/sheetN.xml` piece by piece, elements in the order of the schema (Excel repairs any other). */
export function* sheetXml(
  sheet: SheetModel,
  context: SheetContext,
  done: (written: WrittenSheet) => void,
): Generator<Buffer> {
  const letters = Array.from({ length: Math.max(sheet.columns.length, 1) }, (_, column) => columnName(column));
  const merges: string[] = [...(sheet.merges ?? [])];
  const links: string[] = [];
  const notes: SheetNote[] = [];
  const breaks: number[] = [];
  const headingRows = sheet.freeze?.rows ?? 0;
  const shown = context.whole || sheet.whole === true ? wholeText : maskNumbersInText;
  let rowNumber = 0;
  let text = headXml(sheet, context.active);

  const addRow = (row: RowModel): void => {
    rowNumber++;
    let cells = '';
    let lines = 1;
    for (let column = 0; column < row.cells.length; column++) {
      const cell = row.cells[column] ?? null;
      const own = isStyled(cell) ? cell.style : undefined;
      const inherited = own ?? row.style ?? sheet.columns[column]?.style;
      if (cell === null && inherited === undefined) continue;
      const style: CellStyle = inherited ?? (isStyled(cell) && cell.fen !== undefined ? 'money' : 'text');
      const letter = letters[column] ?? (letters[column] = columnName(column));
      const address = `${letter}${rowNumber}`;
      cells += cellXml(address, cell, style, shown);
      const value = isStyled(cell) ? cell.value : cell;
      if (row.height === undefined && typeof value === 'string' && wraps(style))
        lines = Math.max(lines, linesIn(value, column, sheet));
      if (!isStyled(cell)) continue;
      if (cell.link !== undefined && links.length < MAX_LINKS)
        links.push(
          `<hyperlink ref="${address}" location="${escapeAttribute(linkTarget(cell.link, context.nameOf))}"/>`,
        );
      if (cell.note !== undefined) notes.push({ row: rowNumber, column, address, text: shown(cell.note) });
    }
    const height =
      row.height !== undefined ? ` ht="${row.height}" customHeight="1"` : lines > 1 ? ` ht="${heightOf(lines)}"` : '';
    text += `<row r="${rowNumber}"${height}>${cells}</row>`;
    for (const [first, last] of row.spans ?? [])
      if (last > first) merges.push(`${columnName(first)}${rowNumber}:${columnName(last)}${rowNumber}`);
    for (const [column, rows] of row.joinsDown ?? [])
      if (rows > 1 && rowNumber + rows - 1 <= context.maxRows)
        merges.push(`${columnName(column)}${rowNumber}:${columnName(column)}${rowNumber + rows - 1}`);
    if (row.pageBreak === true && breaks.length < MAX_BREAKS) breaks.push(rowNumber);
  };

  if (context.continuation) context.heading.forEach(addRow);
  while (rowNumber < context.maxRows) {
    const row = context.rows.take();
    if (row === null) break;
    if (!context.continuation && rowNumber < headingRows) context.heading.push({ ...row, pageBreak: false });
    addRow(row);
    if (text.length >= CHUNK) {
      yield Buffer.from(text, 'utf8');
      text = '';
    }
  }
  const filter = filterRange(sheet.autofilter, rowNumber);
  text += '</sheetData>';
  if (filter !== null) text += `<autoFilter ref="${filter}"/>`;
  const kept = context.continuation ? merges.filter((range) => lastRowOf(range) <= rowNumber) : merges;
  if (kept.length > 0)
    text += `<mergeCells count="${kept.length}">${kept.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  text += validationsXml(sheet.validations ?? [], context.nameOf);
  if (links.length > 0) text += `<hyperlinks>${links.join('')}</hyperlinks>`;
  text += pageSetupXml(sheet);
  if (breaks.length > 0)
    text +=
      `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">` +
      `${breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>`;
  text += numbersAsTextXml(sheet, letters, rowNumber);
  if (notes.length > 0) text += '<legacyDrawing r:id="rId1"/>';
  yield Buffer.from(`${text}</worksheet>`, 'utf8');
  done({
    lastRow: rowNumber,
    notes,
    filter: filter === null ? null : absolute(filter),
    unfinished: context.rows.peek() !== null,
  });
}

/** 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Sheet name for a reference: `'发放花名册'`, apostrophes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function headXml(sheet: SheetModel, active: boolean): string {
  const print = sheet.print;
  const fits = print?.fitToWidth === true && print.manualBreaks !== true;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    (fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
    `<sheetViews><sheetView${active ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(sheet.freeze)}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="18" customHeight="1"/>' +
    (sheet.columns.length === 0
      ? ''
      : `<cols>${sheet.columns
          .map(
            (column, index) =>
              `<col min="${index + 1}" max="${index + 1}" width="${column.width}" customWidth="1"` +
              `${column.style === 'id' ? ` style="${EMPTY_TEXT_STYLE}"` : ''}/>`,
          )
          .join('')}</cols>`) +
    '<sheetData>'
  );
}

function paneXml(freeze: SheetModel['freeze']): string {
  if (freeze === undefined || (freeze.rows === 0 && freeze.columns === 0)) return '';
  const pane = freeze.rows === 0 ? 'topRight' : freeze.columns === 0 ? 'bottomLeft' : 'bottomRight';
  const cell = `${columnName(freeze.columns)}${freeze.rows + 1}`;
  return (
    `<pane${freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : ''}${freeze.rows > 0 ? ` ySplit="${freeze.rows}"` : ''} ` +
    `topLeftCell="${cell}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/>`
  );
}

/** `A4:L` reaches down to the last row; a range that would hold no row below its header is left as its header. */
function filterRange(range: string | undefined, lastRow: number): string | null {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d*)$/.exec(range ?? '');
  if (match === null) return null;
  const [, from = '', top = '', to = '', bottom = ''] = match;
  return `${from}${top}:${to}${bottom === '' ? Math.max(lastRow, Number(top)) : bottom}`;
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function lastRowOf(range: string): number {
  return Number(/(\d+)$/.exec(range)?.[1] ?? 0);
}

/** `'住户'!F17` with the sheet's name as it was written. */
function linkTarget(link: string, nameOf: (name: string) => string): string {
  const match = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.+)$/.exec(link);
  if (match === null) return link;
  const name = match[1]?.replaceAll("''", "'") ?? match[2] ?? '';
  return `${quoteSheet(nameOf(name))}!${match[3] ?? 'A1'}`;
}

/** Spares the reader the green "number stored as text" corners in ID and account columns. */
function numbersAsTextXml(sheet: SheetModel, letters: readonly string[], lastRow: number): string {
  const ranges = sheet.columns.flatMap((column, index) =>
    column.style === 'id' ? [`${letters[index] ?? 'A'}1:${letters[index] ?? 'A'}${Math.max(lastRow, 1)}`] : [],
  );
  return ranges.length === 0
    ? ''
    : `<ignoredErrors><ignoredError sqref="${escapeXml(ranges.join(' '))}" numberStoredAsText="1"/></ignoredErrors>`;
}
