import { type Cell, type MergeRange, ReadFault, type Sheet } from '../../../tables/grid.js';
import { isDateFormat } from '../date-format.js';
import { memorySheet } from '../memory-sheet.js';
import { dateFromSerial } from '../serial-date.js';
import { decodeEntities } from './entities.js';
import { attributeOf, readHtmlTokens } from './html-tokens.js';

const COLUMNS = 16_384;
const ROWS = 1_048_576;
/** Longest text a cell of a spreadsheet can hold; more means that the table was never closed or is no table. */
const CELL_TEXT = 1_000_000;

const WORK = 10_000_000;
/** More tables than any honest page has. */
const TABLES = 10_000;
/** More merged cells than any honest page has. */
const MERGES = 200_000;

interface OpenCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly attributes: string;
  text: string;
}

interface OpenTable {
  /** Row of the open `<tr>`, from 0; -1 before the first. */
  row: number;
  /** Next free column of the open row. */
  column: number;
  inRow: boolean;
  cell: OpenCell | null;
  /** Columns taken by cells that span down from above. */
  spans: { readonly from: number; readonly to: number; readonly lastRow: number }[];
}

/**
 * Reads the tables of an HTML page, one below the other on one sheet as a spreadsheet program shows them. Tolerant:
 * tags that nobody closed, tables inside cells (they follow below, their text is not lost), colspan and rowspan as
 * merges, `<br>` as a line break. Every cell is text unless Excel itself noted the number (`x:num`).
 *
 * Throws ReadFault `no-table` or `frames` without a table, `beyond-sheet` when a table is wider or longer than a sheet can be.
 */
export function readHtmlTables(file: string, html: string, sheetName: string): readonly Sheet[] {
  const reader = new TableReader(file);
  reader.read(html);
  return [reader.sheet(sheetName)];
}

class TableReader {
  readonly #file: string;
  readonly #rows: Cell[][] = [];
  readonly #merges: MergeRange[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #classFormats = new Map<string, string>();
  readonly #tables: OpenTable[] = [];
  #tableCount = 0;
  /** Excel saves a workbook of several sheets as a page of frames with the tables in files of their own. */
  #framed = false;
  /** Steps spent on spanning cells: a page of nothing but spans would take for ever. */
  #work = 0;

  constructor(file: string) {
    this.#file = file;
  }

  read(html: string): void {
    readHtmlTokens(html, {
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (page, start, end) => this.#text(page, start, end),
    });
    while (this.#tables.length > 0) this.#endTable();
  }

  sheet(name: string): Sheet {
    if (this.#tableCount === 0) throw new ReadFault(this.#framed ? 'frames' : 'no-table', this.#file);
    return memorySheet(this.#file, { name, rows: this.#rows, merges: this.#merges, hiddenRows: this.#hiddenRows });
  }

  get #table(): OpenTable | undefined {
    return this.#tables.at(-1);
  }

  #open(name: string, attributes: string): void {
    switch (name) {
      case 'table':
        if (this.#tables.length > 64) throw new ReadFault('corrupt', this.#file, 'tables nested too deep');
        if (++this.#tableCount > TABLES) throw new ReadFault('bomb', this.#file, 'tables');
        this.#tables.push({ row: -1, column: 0, inRow: false, cell: null, spans: [] });
        return;
      case 'frameset':
        this.#framed = true;
        return;
      case 'tr': {
        this.#beginRow(attributes);
        return;
      }
      case 'td':
      case 'th': {
        this.#beginCell(attributes);
        return;
      }
      case 'br': {
        this.#append('\n');
        return;
      }
      case 'p':
      case 'div':
      case 'li':
        // A new block begins on a new line, but not at the beginning of the cell.
        if (this.#table?.cell?.text.trim()) this.#append('\n');
        return;
      case '#style':
        this.#readStyles(attributes);
    }
  }

  #close(name: string): void {
    if (name === 'table') this.#endTable();
    else if (name === 'tr') this.#endRow();
    else if (name === 'td' || name === 'th') this.#endCell();
  }

  #text(page: string, start: number, end: number): void {
    if (!this.#table?.cell) return;
    const text = page.slice(start, end);
    // Line breaks in the source are blanks; only <br> breaks a line.
    this.#append(decodeEntities(/[\r\n\t]| {2}/.test(text) ? text.replace(/[\r\n\t ]+/g, ' ') : text));
  }

  #append(text: string): void {
    const cell = this.#table?.cell;
    if (!cell) return;
    cell.text += text;
    if (cell.text.length > CELL_TEXT) throw new ReadFault('cell-too-long', this.#file);
  }

  #beginRow(attributes: string): void {
    const table = this.#table;
    if (table === undefined) return;
    this.#endRow();
    table.row = this.#nextRow(table);
    table.inRow = true;
    table.column = 0;
    this.#work += table.spans.length;
    if (this.#work > WORK) throw new ReadFault('bomb', this.#file, 'spanning cells');
    // In order of columns, so that one pass finds the next free one.
    table.spans = table.spans.filter((span) => span.lastRow >= table.row).sort((a, b) => a.from - b.from);
    if (/display\s*:\s*none/i.test(attributes)) this.#hiddenRows.push(table.row + 1);
  }

  /** Rows of all tables stand below one another; `#rows` always ends with the last row that was begun. */
  #nextRow(table: OpenTable): number {
    const row = this.#rows.length;
    if (row >= ROWS) throw new ReadFault('beyond-sheet', this.#file, `more than ${ROWS} rows`);
    this.#rows.push([]);
    // A nested table pushed the rest of this one down: what spans down ends there.
    if (table.row >= 0 && row !== table.row + 1) table.spans = [];
    return row;
  }

  #beginCell(attributes: string): void {
    const table = this.#table;
    if (table === undefined) return;
    this.#endCell();
    if (!table.inRow) this.#beginRow('');
    const column = freeColumn(table);
    const columnSpan = spanOf(attributes, 'colspan', COLUMNS);
    if (column + columnSpan > COLUMNS) throw new ReadFault('beyond-sheet', this.#file, `more than ${COLUMNS} columns`);
    table.cell = { column, columnSpan, rowSpan: spanOf(attributes, 'rowspan', ROWS), attributes, text: '' };
    table.column = column + columnSpan;
  }

  #endCell(): void {
    const table = this.#table;
    const cell = table?.cell;
    if (table === undefined || !cell) return;
    table.cell = null;
    const row = this.#rows[table.row];
    if (row === undefined) return;
    const value = this.#valueOf(cell);
    if (value !== '') {
      while (row.length < cell.column) row.push(null);
      row[cell.column] = value;
    }
    const lastRow = Math.min(table.row + cell.rowSpan - 1, ROWS - 1);
    if (cell.rowSpan > 1) table.spans.push({ from: cell.column, to: cell.column + cell.columnSpan - 1, lastRow });
    if (this.#merges.length > MERGES) throw new ReadFault('bomb', this.#file, 'merged cells');
    if (cell.rowSpan > 1 || cell.columnSpan > 1)
      this.#merges.push({
        firstRow: table.row + 1,
        lastRow: lastRow + 1,
        firstColumn: cell.column,
        lastColumn: cell.column + cell.columnSpan - 1,
      });
  }

  #endRow(): void {
    this.#endCell();
    if (this.#table) this.#table.inRow = false;
  }

  #endTable(): void {
    this.#endRow();
    this.#tables.pop();
  }

  #valueOf(cell: OpenCell): Cell {
    const text = trimCell(cell.text);
    const noted = attributeOf(cell.attributes, 'x:num');
    if (noted === null || noted.trim() === '') return text;
    const number = Number(noted);
    if (!Number.isFinite(number)) return text;
    const format = this.#formatOf(cell.attributes);
    if (format === '@') return text;
    return (format !== null && isDateFormat(-1, format) ? dateFromSerial(number, false) : null) ?? number;
  }

  #formatOf(attributes: string): string | null {
    const own = numberFormat(attributeOf(attributes, 'style') ?? '');
    if (own !== null) return own;
    const className = attributeOf(attributes, 'class');
    return className === null ? null : (this.#classFormats.get(className.toLowerCase()) ?? null);
  }

  #readStyles(css: string): void {
    for (const rule of css.split('}')) {
      const open = rule.indexOf('{');
      const format = open < 0 ? null : numberFormat(rule.slice(open + 1, open + 4096));
      if (format === null) continue;
      for (const name of rule.slice(Math.max(0, open - 200), open).matchAll(/\.([\w-]+)/g))
        this.#classFormats.set((name[1] ?? '').toLowerCase(), format);
    }
  }
}

/** First column at or after the next that no cell from above spans. */
function freeColumn(table: OpenTable): number {
  let column = table.column;
  for (const span of table.spans)
    if (span.lastRow >= table.row && column >= span.from && column <= span.to) column = span.to + 1;
  return column;
}

function spanOf(attributes: string, name: string, most: number): number {
  const span = Number.parseInt(attributeOf(attributes, name) ?? '1', 10);
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, most);
}

/** `mso-number-format:"yyyy\-mm\-dd"` → `yyyy-mm-dd`; null when the style names none. */
function numberFormat(style: string): string | null {
  const match = /mso-number-format\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^;]+))/i.exec(style);
  if (match === null) return null;
  const code = (match[1] ?? match[2] ?? match[3] ?? '').trim().replace(/\\(.)/g, '$1');
  return /^(short|medium|long) (date|time)$/i.test(code) ? 'yyyy/m/d' : code;
}

/** Blanks around a cell and around its line breaks belong to the page's source, not to the value. */
function trimCell(text: string): string {
  if (!text.includes('\n')) return trimBlanks(text);
  const lines = text.split('\n').map(trimBlanks);
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}

function trimBlanks(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isBlank(line.charCodeAt(start))) start++;
  while (end > start && isBlank(line.charCodeAt(end - 1))) end--;
  return line.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0xa0;
}
