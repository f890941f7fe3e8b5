import { SaxesParser } from 'saxes';
import { type Cell, type MergeRange, NO_RESULT, ReadFault, type Sheet } from '../../../tables/grid.js';
import { displayed, styleDisplay } from '../style-display.js';
import { memorySheet } from '../memory-sheet.js';

const COLUMNS = 16_384;
const ROWS = 1_048_576;
/** Longest text of a cell. */
const CELL_TEXT = 32_767 * 4;

type Attributes = Readonly<Record<string, string>>;

interface OpenSheet {
  readonly name: string;
  readonly rows: (Cell | undefined)[][];
  readonly merges: MergeRange[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  visibility: Sheet['visibility'];
  filtered: boolean;
  row: number;
  column: number;
  columnOfLayout: number;
}

interface OpenCell {
  readonly attributes: Attributes;
  type: string | null;
  text: string;
}

/** Formats by name instead of by code, where they show something else than the number. */
const NAMED: Readonly<Record<string, string>> = { Percent: '0.00%', 'General Number': 'General' };

/**
 * Reads SpreadsheetML 2003 (XML 电子表格). Types come from the file: text stays text, dates are dates, errors errors, a
 * formula without a value is a formula nobody calculated. Throws ReadFault `truncated` when the XML does not end,
 * `entities` for entity definitions, `corrupt` otherwise, `no-sheet` without a worksheet.
 */
export function readXml2003(file: string, xml: string): readonly Sheet[] {
  return new SpreadsheetMl(file).read(xml);
}

class SpreadsheetMl {
  readonly #file: string;
  readonly #sheets: OpenSheet[] = [];
  readonly #styles = new Map<string, string>();
  #style = '';
  #sheet: OpenSheet | null = null;
  #cell: OpenCell | null = null;
  /** Inside the value of a cell; notes hold data of their own. */
  #inData = false;
  #inComment = false;
  #inVisible = false;
  #date1904 = false;

  constructor(file: string) {
    this.#file = file;
  }

  read(xml: string): readonly Sheet[] {
    const parser = new SaxesParser();
    parser.on('doctype', (text) => {
      if (text.includes('ENTITY')) throw new ReadFault('entities', this.#file);
    });
    parser.on('opentag', ({ name, attributes }) => this.#open(local(name), withoutPrefixes(attributes)));
    parser.on('closetag', ({ name }) => this.#close(local(name)));
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    try {
      parser.write(xml).close();
    } catch (error) {
      if (error instanceof ReadFault) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new ReadFault(/unclosed|unexpected end/i.test(message) ? 'truncated' : 'corrupt', this.#file, message);
    }
    if (this.#sheets.length === 0) throw new ReadFault('no-sheet', this.#file);
    return this.#sheets.map((sheet) => memorySheet(this.#file, sheet));
  }

  #open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'Style':
        this.#style = attributes['ID'] ?? '';
        return;
      case 'NumberFormat':
        this.#styles.set(this.#style, attributes['Format'] ?? '');
        return;
      case 'Date1904':
        this.#date1904 = true;
        return;
      case 'Worksheet':
        this.#sheet = openSheet(attributes['Name'] ?? `Sheet${this.#sheets.length + 1}`);
        this.#sheets.push(this.#sheet);
        return;
      case 'Visible':
        this.#inVisible = true;
        return;
      case 'AutoFilterCondition':
        if (this.#sheet) this.#sheet.filtered = true;
        return;
      case 'Column': {
        this.#layoutColumn(attributes);
        return;
      }
      case 'Row': {
        this.#beginRow(attributes);
        return;
      }
      case 'Cell':
        if (this.#sheet) this.#cell = { attributes, type: null, text: '' };
        return;
      case 'Comment':
        this.#inComment = true;
        return;
      case 'Data':
        if (!this.#cell || this.#inComment) return;
        this.#inData = true;
        this.#cell.type = attributes['Type'] ?? 'String';
    }
  }

  #close(name: string): void {
    if (name === 'Data') this.#inData = false;
    else if (name === 'Comment') this.#inComment = false;
    else if (name === 'Visible') this.#inVisible = false;
    else if (name === 'Cell') this.#endCell();
    else if (name === 'Worksheet') this.#sheet = null;
  }

  #text(text: string): void {
    if (this.#inVisible && this.#sheet) {
      if (text.includes('VeryHidden')) this.#sheet.visibility = 'very-hidden';
      else if (text.includes('Hidden')) this.#sheet.visibility = 'hidden';
    }
    if (!this.#inData || !this.#cell) return;
    this.#cell.text += text;
    if (this.#cell.text.length > CELL_TEXT) throw new ReadFault('cell-too-long', this.#file);
  }

  #layoutColumn(attributes: Attributes): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    const first = this.#index(attributes['Index'], sheet.columnOfLayout, COLUMNS);
    const last = Math.min(first + count(attributes['Span']), COLUMNS - 1);
    sheet.columnOfLayout = last + 1;
    if (attributes['Hidden'] === '1')
      for (let column = first; column <= last; column++) sheet.hiddenColumns.push(column);
  }

  #beginRow(attributes: Attributes): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    sheet.row = this.#index(attributes['Index'], sheet.row + 1, ROWS);
    if (sheet.row >= ROWS) throw new ReadFault('beyond-sheet', this.#file, `more than ${ROWS} rows`);
    sheet.column = 0;
    const last = Math.min(sheet.row + count(attributes['Span']), ROWS - 1);
    if (attributes['Hidden'] === '1') for (let row = sheet.row; row <= last; row++) sheet.hiddenRows.push(row + 1);
    sheet.rows[sheet.row] ??= [];
    if (last > sheet.row) sheet.row = last;
  }

  #endCell(): void {
    const { sheet, cell } = { sheet: this.#sheet, cell: this.#cell };
    this.#cell = null;
    if (!sheet || !cell) return;
    const column = this.#index(cell.attributes['Index'], sheet.column, COLUMNS);
    const across = Math.min(count(cell.attributes['MergeAcross']), COLUMNS - 1 - column);
    const down = Math.min(count(cell.attributes['MergeDown']), ROWS - 1 - sheet.row);
    if (column >= COLUMNS) throw new ReadFault('beyond-sheet', this.#file, `more than ${COLUMNS} columns`);
    sheet.column = column + across + 1;
    if (across > 0 || down > 0)
      sheet.merges.push({
        firstRow: sheet.row + 1,
        lastRow: sheet.row + 1 + down,
        firstColumn: column,
        lastColumn: column + across,
      });
    const value = this.#valueOf(cell);
    const row = (sheet.rows[sheet.row] ??= []);
    if (value !== null) row[column] = value;
  }

  #valueOf(cell: OpenCell): Cell {
    if (cell.type === null) return cell.attributes['Formula'] === undefined ? null : NO_RESULT;
    switch (cell.type) {
      case 'Number':
        return this.#number(cell);
      case 'DateTime':
        return dateTime(cell.text.trim());
      case 'Boolean':
        return cell.text.trim() === '1';
      case 'Error':
        return { kind: 'error', code: cell.text.trim() };
      default:
        return cell.text;
    }
  }

  #number(cell: OpenCell): Cell {
    const value = Number(cell.text.trim());
    // Not a number although it says so: the text is all there is.
    if (cell.text.trim() === '' || !Number.isFinite(value)) return cell.text;
    const format = this.#styles.get(cell.attributes['StyleID'] ?? 'Default') ?? '';
    const display = /\b(date|time)\b/i.test(format)
      ? 'date'
      : format === ''
        ? 'number'
        : styleDisplay(-1, NAMED[format] ?? format);
    return displayed(value, display, this.#date1904);
  }

  /** A position written from 1, as one from 0; `next` when absent. Positions never go back. */
  #index(text: string | undefined, next: number, most: number): number {
    if (text === undefined) return next;
    const index = Number(text);
    if (!Number.isSafeInteger(index) || index <= next || index > most)
      throw new ReadFault('corrupt', this.#file, `index ${text}`);
    return index - 1;
  }
}

function openSheet(name: string): OpenSheet {
  return {
    name,
    rows: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    visibility: 'visible',
    filtered: false,
    row: -1,
    column: 0,
    columnOfLayout: 0,
  };
}

/** `2024-01-01T00:00:00.000` → a date; a time of 1899 is a time without a day and stays a part of a day. */
function dateTime(text: string): Cell {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?)?Z?$/.exec(text);
  if (match === null) return text;
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (Number(match[1]) < 1900) return (hour * 3600 + minute * 60 + second) / 86_400;
  const day = `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`;
  const time = `${match[4] ?? '00'}:${match[5] ?? '00'}:${match[6] ?? '00'}`;
  return { kind: 'date', iso: time === '00:00:00' ? day : `${day}T${time}` };
}

function count(text: string | undefined): number {
  const value = Number(text ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withoutPrefixes(attributes: Attributes): Attributes {
  const plain: Record<string, string> = {};
  for (const name in attributes) plain[local(name)] = attributes[name] ?? '';
  return plain;
}
