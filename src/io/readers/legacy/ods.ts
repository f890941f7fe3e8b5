import { SaxesParser } from 'saxes';
import { type Cell, type MergeRange, NO_RESULT, ReadFault, type Sheet } from '../../../tables/grid.js';
import { memorySheet } from '../memory-sheet.js';
import { fileSource } from '../xlsx/byte-source.js';
import { withFile } from '../xlsx/fault.js';
import { XLSX_LIMITS } from '../xlsx/limits.js';
import { readDirectory } from '../xlsx/zip-directory.js';
import { wholePart } from '../xlsx/zip-part.js';

const COLUMNS = 16_384;
const ROWS = 1_048_576;
const CELL_TEXT = 32_767 * 4;

type Attributes = Readonly<Record<string, string>>;

interface OpenSheet {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly rows: (readonly (Cell | undefined)[] | undefined)[];
  readonly merges: MergeRange[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  filtered: boolean;
  nextRow: number;
  nextLayoutColumn: number;
}

/**
 * Reads an OpenDocument spreadsheet (ODF 1.3 part 3). Throws ReadFault `encrypted`, `entities`, `bomb` (repeats that
 * fill a sheet), `truncated`, `checksum`, `corrupt`, `no-sheet`.
 */
export async function readOds(file: string): Promise<readonly Sheet[]> {
  const source = await fileSource(file);
  try {
    const directory = await readDirectory(source, XLSX_LIMITS);
    const manifest = directory.find('META-INF/manifest.xml');
    if (manifest !== undefined && (await wholePart(source, manifest, XLSX_LIMITS)).includes('encryption-data'))
      throw new ReadFault('encrypted', file, 'ods');
    const content = directory.find('content.xml');
    if (content === undefined) throw new ReadFault('corrupt', file, 'content.xml is missing');
    return new OpenDocument(file).read((await wholePart(source, content, XLSX_LIMITS)).toString('utf8'));
  } catch (error) {
    throw withFile(error, file);
  } finally {
    await source.close();
  }
}

class OpenDocument {
  readonly #file: string;
  readonly #sheets: OpenSheet[] = [];
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: OpenSheet | null = null;
  #row: (Cell | undefined)[] = [];
  #rowRepeat = 1;
  #rowHidden = false;
  #column = 0;
  #cell: { readonly attributes: Attributes; readonly covered: boolean; text: string; paragraphs: number } | null = null;
  #inParagraph = 0;
  #inAnnotation = 0;

  constructor(file: string) {
    this.#file = file;
  }

  read(xml: string): readonly Sheet[] {
    const parser = new SaxesParser();
    parser.on('doctype', (text) => {
      if (text.includes('ENTITY')) throw new ReadFault('entities', this.#file);
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#open(name, attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.#close(name);
    });
    parser.on('text', (text) => {
      if (this.#inParagraph > 0) this.#append(text);
    });
    try {
      parser.write(xml.replace(/^\ufeff/, '')).close();
    } catch (error) {
      if (error instanceof ReadFault) throw error;
      const message = error instanceof Error ? error.message : 'damaged xml';
      throw new ReadFault(/unclosed|unexpected end/i.test(message) ? 'truncated' : 'corrupt', this.#file, message);
    }
    if (this.#sheets.length === 0) throw new ReadFault('no-sheet', this.#file);
    return this.#sheets.map((sheet) => memorySheet(this.#file, sheet));
  }

  #open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'style:style':
        this.#style = attributes['style:name'] ?? '';
        break;
      case 'style:table-properties':
        if (attributes['table:display'] === 'false') this.#hiddenStyles.add(this.#style);
        break;
      case 'table:table':
        this.#beginSheet(attributes);
        break;
      case 'table:table-column':
        this.#layoutColumn(attributes);
        break;
      case 'table:table-row':
        this.#row = [];
        this.#column = 0;
        this.#rowRepeat = count(attributes['table:number-rows-repeated']);
        this.#rowHidden = hidden(attributes);
        if (attributes['table:visibility'] === 'filter' && this.#sheet) this.#sheet.filtered = true;
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#cell = { attributes, covered: name !== 'table:table-cell', text: '', paragraphs: 0 };
        break;
      case 'office:annotation':
        this.#inAnnotation++;
        break;
      case 'text:p':
        if (this.#cell && this.#inAnnotation === 0) {
          if (this.#cell.paragraphs++ > 0) this.#cell.text += '\n';
          this.#inParagraph++;
        }
        break;
      case 'text:line-break':
        this.#append('\n');
        break;
      case 'text:tab':
        this.#append('\t');
        break;
      case 'text:s':
        this.#append(' '.repeat(Math.min(count(attributes['text:c']), CELL_TEXT)));
    }
  }

  #close(name: string): void {
    switch (name) {
      case 'table:table':
        this.#sheet = null;
        break;
      case 'table:table-row':
        this.#endRow();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#endCell();
        break;
      case 'office:annotation':
        this.#inAnnotation--;
        break;
      case 'text:p':
        if (this.#inParagraph > 0) this.#inParagraph--;
    }
  }

  #append(text: string): void {
    if (!this.#cell || this.#inParagraph === 0) return;
    this.#cell.text += text;
    if (this.#cell.text.length > CELL_TEXT) throw new ReadFault('corrupt', this.#file, 'text of one cell too long');
  }

  #beginSheet(attributes: Attributes): void {
    this.#sheet = {
      name: attributes['table:name'] ?? `Sheet${this.#sheets.length + 1}`,
      visibility: this.#hiddenStyles.has(attributes['table:style-name'] ?? '') ? 'hidden' : 'visible',
      rows: [],
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      filtered: false,
      nextRow: 0,
      nextLayoutColumn: 0,
    };
    this.#sheets.push(this.#sheet);
  }

  #layoutColumn(attributes: Attributes): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    const first = sheet.nextLayoutColumn;
    const last = Math.min(first + count(attributes['table:number-columns-repeated']), COLUMNS);
    sheet.nextLayoutColumn = last;
    if (hidden(attributes)) for (let column = first; column < last; column++) sheet.hiddenColumns.push(column);
  }

  #endCell(): void {
    const { sheet, cell } = { sheet: this.#sheet, cell: this.#cell };
    this.#cell = null;
    if (!sheet || !cell) return;
    const { attributes } = cell;
    const first = this.#column;
    const value = cell.covered ? null : valueOf(cell.attributes, cell.text);
    this.#column = first + count(attributes['table:number-columns-repeated']);
    if (value !== null && value !== '') {
      if (this.#column > COLUMNS) throw new ReadFault('beyond-sheet', this.#file, `more than ${COLUMNS} columns`);
      for (let column = first; column < this.#column; column++) this.#row[column] = value;
    }
    const across = count(attributes['table:number-columns-spanned']);
    const down = count(attributes['table:number-rows-spanned']);
    if (across > 1 || down > 1)
      sheet.merges.push({
        firstRow: sheet.nextRow + 1,
        lastRow: Math.min(sheet.nextRow + down, ROWS),
        firstColumn: first,
        lastColumn: Math.min(first + across, COLUMNS) - 1,
      });
  }

  #endRow(): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    const first = sheet.nextRow;
    const end = first + this.#rowRepeat;
    sheet.nextRow = end;
    if (this.#row.length > 0 && end > ROWS) throw new ReadFault('beyond-sheet', this.#file, `more than ${ROWS} rows`);
    for (let row = first; row < Math.min(end, ROWS); row++) {
      if (this.#row.length > 0) sheet.rows[row] = this.#row;
      if (this.#rowHidden) sheet.hiddenRows.push(row + 1);
    }
  }
}

function valueOf(attributes: Attributes, text: string): Cell {
  if (attributes['calcext:value-type'] === 'error') return { kind: 'error', code: text };
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return Number.isFinite(Number(attributes['office:value'] ?? 'x')) ? Number(attributes['office:value']) : text;
    case 'boolean':
      return attributes['office:boolean-value'] === 'true';
    case 'date':
      return dateOf(attributes['office:date-value'] ?? '') ?? text;
    case 'time':
      return timeOf(attributes['office:time-value'] ?? '') ?? text;
    case undefined:
      return attributes['table:formula'] !== undefined && text === '' ? NO_RESULT : text;
    default:
      return attributes['office:string-value'] ?? text;
  }
}

function dateOf(text: string): Cell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text);
  if (match === null) return null;
  const time = match[2] ?? '00:00:00';
  return { kind: 'date', iso: time === '00:00:00' ? (match[1] ?? '') : `${match[1] ?? ''}T${time}` };
}

/** `PT12H30M00S` as a part of a day, as the other formats give it. */
function timeOf(text: string): number | null {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(text);
  if (match === null) return null;
  return (Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)) / 86_400;
}

function hidden(attributes: Attributes): boolean {
  const visibility = attributes['table:visibility'];
  return visibility === 'collapse' || visibility === 'filter';
}

/** A repeat or a span: at least 1. */
function count(text: string | undefined): number {
  const value = Number(text ?? 1);
  return Number.isSafeInteger(value) && value > 1 ? value : 1;
}
