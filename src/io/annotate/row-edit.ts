import { columnName } from '../writers/sheet-xml.js';
import { escapeXml } from '../writers/xml-text.js';
import { attributeOf, NotEditable, prefixOf, siblings, tagEnd, withAttribute, withoutAttribute } from './xml-slices.js';

/** What becomes of one cell. */
export interface CellEdit {
  /** New style of a cell whose style was this; `left` is that of the cell before it. */
  readonly style: (old: number, left: number) => number;
  /** New text, null to empty the cell; the content stays when absent. A formula is never replaced. */
  readonly content?: string | null;
  /** Called when the content was left because a formula makes it. */
  readonly onFormula?: () => void;
}

export type RowEdit = ReadonlyMap<number, CellEdit>;

/**
 * The XML of one row with some cells changed and cells added where none were. Everything else stays letter by letter.
 * `name` is the row's element as written (`row`, `x:row`). Throws NotEditable.
 */
export function editRow(xml: string, row: number, edits: RowEdit): string {
  const openEnd = tagEnd(xml, 0);
  const empty = xml.charCodeAt(openEnd - 2) === 0x2f;
  const tag = withoutAttribute(xml.slice(0, openEnd), 'spans');
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  const prefix = prefixOf(name);
  const pending = [...edits].sort(([a], [b]) => a - b);
  let next = 0;
  let body = '';
  let at = openEnd;
  let column = -1;
  let left = 0;
  const addBefore = (limit: number): void => {
    for (let entry = pending[next]; entry !== undefined && entry[0] < limit; entry = pending[++next])
      body += newCell(prefix, row, entry[0], left, entry[1]);
  };
  for (const cell of empty ? [] : siblings(xml, openEnd)) {
    if (cell.local !== 'c') continue;
    const open = xml.slice(cell.start, cell.openEnd);
    const here = columnOf(attributeOf(open, 'r'), column + 1);
    if (here <= column) throw new NotEditable('cells out of order');
    body += xml.slice(at, cell.start);
    addBefore(here);
    column = here;
    const edit = pending[next]?.[0] === here ? pending[next]?.[1] : undefined;
    if (edit === undefined) body += xml.slice(cell.start, cell.end);
    else {
      next++;
      body += editCell(xml, cell, open, prefix, row, here, left, edit);
    }
    left = Number(attributeOf(open, 's') ?? 0);
    at = cell.end;
  }
  const closing = empty ? `</${name}>` : xml.slice(at);
  addBefore(Number.POSITIVE_INFINITY);
  return `${empty ? `${tag.slice(0, -2).trimEnd()}>` : tag}${body}${closing}`;
}

/** A row that was not there. */
export function newRow(prefix: string, row: number, edits: RowEdit): string {
  return editRow(`<${prefix}row r="${row}"/>`, row, edits);
}

function editCell(
  xml: string,
  cell: { readonly start: number; readonly openEnd: number; readonly end: number },
  open: string,
  prefix: string,
  row: number,
  column: number,
  left: number,
  edit: CellEdit,
): string {
  const old = Number(attributeOf(open, 's') ?? 0);
  const inner = xml.slice(cell.openEnd, cell.end);
  if (edit.content !== undefined && new RegExp(`<${prefix}f[\\s/>]`).test(inner)) {
    edit.onFormula?.();
    return xml.slice(cell.start, cell.end);
  }
  const style = edit.style(old, left);
  if (edit.content === undefined) return (style === old ? open : withAttribute(open, 's', String(style))) + inner;
  return cellXml(prefix, row, column, style, edit.content);
}

function newCell(prefix: string, row: number, column: number, left: number, edit: CellEdit): string {
  return cellXml(prefix, row, column, edit.style(0, left), edit.content ?? null);
}

/** Text goes inline and as it is: nothing in a `t` element is ever a formula. */
function cellXml(prefix: string, row: number, column: number, style: number, content: string | null): string {
  const open = `<${prefix}c r="${columnName(column)}${row}" s="${style}"`;
  if (content === null || content === '') return `${open}/>`;
  return `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(content)}</${prefix}t></${prefix}is></${prefix}c>`;
}

function columnOf(reference: string | null, implied: number): number {
  if (reference === null) return implied;
  const letters = /^\s*\$?([A-Za-z]{1,3})\$?\d/.exec(reference)?.[1];
  if (letters === undefined) throw new NotEditable(`cell reference ${reference}`);
  return columnNumber(letters);
}

/** `A` → 0. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
