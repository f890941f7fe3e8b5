import type { CellValues } from './cell-values.js';
import { PartFault } from './fault.js';
import type { RowAssembly } from './row-assembly.js';
import { type XmlElement, type XmlEvents, isSpreadsheetMl, isTrue } from './xml-reader.js';
import { RichText } from './rich-text.js';

/** Where in the rows the parser stands. */
type Place = 'sheet' | 'rows' | 'row' | 'cell' | 'value' | 'inline' | 'skipped';

/**
 * The exact path: rows from the events of an XML parser. Everything outside `sheetData` is left to others.
 * Throws PartFault `corrupt` for elements that do not belong where they stand: a row must not vanish without a word.
 */
export class RowParser implements XmlEvents {
  readonly #rows: RowAssembly;
  readonly #values: CellValues;
  #place: Place = 'sheet';
  #outer: Place = 'sheet';
  #depth = 0;
  #hidden = false;
  #column = 0;
  #type = 'n';
  #style = 0;
  #formula = false;
  #value: string | null = null;
  #inline: RichText | null = null;
  stopped = false;

  constructor(rows: RowAssembly, values: CellValues) {
    this.#rows = rows;
    this.#values = values;
  }

  /** Whether the parser stands between `sheetData` and its end. */
  get within(): boolean {
    return this.#place !== 'sheet';
  }

  open(element: XmlElement): void {
    const name = isSpreadsheetMl(element.uri) ? element.local : '';
    switch (this.#place) {
      case 'sheet':
        if (name === 'sheetData') this.#place = 'rows';
        return;
      case 'rows':
        if (name !== 'row') throw misplaced(element.local, 'rows');
        this.#openRow(element);
        return;
      case 'row':
        if (name === 'c') this.#openCell(element);
        else if (name === 'extLst') this.#skip();
        else throw misplaced(element.local, 'cells');
        return;
      case 'cell':
        if (name === 'v') {
          if (this.#value !== null) throw misplaced('v', 'parts of a cell');
          this.#value = '';
          this.#place = 'value';
        } else if (name === 'is') {
          this.#inline ??= new RichText();
          this.#place = 'inline';
        } else if (name === 'f') {
          this.#formula = true;
          this.#skip();
        } else if (name === 'extLst') this.#skip();
        else throw misplaced(element.local, 'parts of a cell');
        return;
      case 'inline':
        this.#inline?.open(name, element);
        return;
      case 'value':
        throw misplaced(element.local, 'a value');
      case 'skipped':
        this.#depth++;
    }
  }

  close(local: string, uri: string): void {
    const name = isSpreadsheetMl(uri) ? local : '';
    switch (this.#place) {
      case 'sheet':
        return;
      case 'rows':
        this.#place = 'sheet';
        return;
      case 'row':
        this.#place = 'rows';
        if (!this.stopped && !this.#rows.end(this.#hidden)) this.stopped = true;
        return;
      case 'cell':
        this.#place = 'row';
        this.#rows.put(
          this.#column,
          this.#values.cell({
            type: this.#type,
            style: this.#style,
            formula: this.#formula,
            value: this.#value,
            inline: this.#inline?.result() ?? null,
          }),
        );
        return;
      case 'value':
        this.#place = 'cell';
        return;
      case 'inline':
        if (name === 'is') this.#place = 'cell';
        else this.#inline?.close(name);
        return;
      case 'skipped':
        if (--this.#depth === 0) this.#place = this.#outer;
    }
  }

  text(text: string): void {
    switch (this.#place) {
      case 'value':
        this.#value = (this.#value ?? '') + text;
        return;
      case 'inline':
        this.#inline?.text(text);
        return;
      case 'rows':
      case 'row':
      case 'cell':
        if (text.trim() !== '') throw new PartFault('corrupt', 'text between the cells');
        return;
      case 'sheet':
      case 'skipped':
        return;
    }
  }

  #skip(): void {
    this.#outer = this.#place;
    this.#place = 'skipped';
    this.#depth = 1;
  }

  #openRow(element: XmlElement): void {
    const text = element.attribute('r');
    const row = text === undefined ? -1 : Number(text.trim());
    if (text !== undefined && !(/^\d+$/.test(text.trim()) && row > 0)) throw badReference('row', text);
    const height = element.attribute('ht');
    this.#hidden = isTrue(element.attribute('hidden')) || (height !== undefined && Number(height) === 0);
    this.#rows.begin(row);
    this.#place = 'row';
  }

  #openCell(element: XmlElement): void {
    const reference = element.attribute('r');
    const place = reference === undefined ? { row: -1, column: -1 } : cellReference(reference);
    this.#column = this.#rows.place(place.row, place.column);
    this.#type = element.attribute('t')?.trim() ?? 'n';
    this.#style = Number(element.attribute('s') ?? 0);
    this.#formula = false;
    this.#value = null;
    this.#inline = null;
    this.#place = 'cell';
  }
}

function cellReference(text: string): { row: number; column: number } {
  const parts = /^\$?([A-Za-z]{1,4})\$?(\d{1,8})$/.exec(text.trim());
  const row = Number(parts?.[2] ?? 0);
  if (parts === null || row === 0) throw badReference('cell', text);
  let column = 0;
  for (const letter of (parts[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row, column: column - 1 };
}

function badReference(what: string, text: string): PartFault {
  return new PartFault('corrupt', `${what} reference ${text.slice(0, 20)}`);
}

function misplaced(local: string, among: string): PartFault {
  return new PartFault('corrupt', `element ${local} among the ${among}`);
}
