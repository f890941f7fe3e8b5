import { columnName } from '../writers/sheet-xml.js';
import { columnNumber } from './row-edit.js';
import {
  attributeOf,
  childrenOf,
  NotEditable,
  prefixOf,
  siblings,
  tagEnd,
  TextEdits,
  withAttribute,
  withoutAttribute,
  type XmlSlice,
} from './xml-slices.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RESULT_WIDTH = 46;

/** What changes before the rows. */
export interface HeadEdit {
  /** A column to show at a width, from 0. */
  readonly column: number | null;
  /** The sheet is no longer one of those shown as chosen. */
  readonly unselect: boolean;
}

/** What changes behind the rows. */
export interface TailEdit {
  /** Header row, last row and last column of the filter; null leaves it. */
  readonly filter: { readonly row: number; readonly lastRow: number; readonly column: number } | null;
  /** A range to merge, `Y3:Y4`. */
  readonly merge: string | null;
  /** Relationship of a drawing of notes that the sheet did not have. */
  readonly legacyDrawing: string | null;
}

/** The text before `<sheetData>` with the changes made. Throws NotEditable. */
export function editHead(head: string, edit: HeadEdit): string {
  const open = rootOpen(head);
  const edits = new TextEdits(head);
  const parts = siblings(head, open.end);
  const find = (local: string): XmlSlice | undefined => parts.find((part) => part.local === local);
  if (edit.unselect) {
    const views = find('sheetViews');
    for (const view of views === undefined ? [] : childrenOf(head, views))
      edits.replace(view.start, view.openEnd, withoutAttribute(head.slice(view.start, view.openEnd), 'tabSelected'));
  }
  if (edit.column === null) return edits.toString();
  const dimension = find('dimension');
  if (dimension !== undefined) {
    const tag = head.slice(dimension.start, dimension.openEnd);
    const wider = widened(attributeOf(tag, 'ref') ?? '', edit.column);
    if (wider !== null) edits.replace(dimension.start, dimension.openEnd, withAttribute(tag, 'ref', wider));
  }
  const columns = find('cols');
  if (columns === undefined) {
    edits.insert(head.length, `<${open.prefix}cols>${columnXml(open.prefix, edit.column)}</${open.prefix}cols>`);
    return edits.toString();
  }
  const list = childrenOf(head, columns).map((slice) => head.slice(slice.start, slice.end));
  edits.replace(columns.openEnd, columns.closeStart, withColumn(list, open.prefix, edit.column).join(''));
  return edits.toString();
}

/** Whether the head says that the sheet is chosen. */
export function isSelected(head: string): boolean {
  return /\stabSelected\s*=\s*["'](?:1|true)["']/.test(head);
}

/** The text behind `</sheetData>` with the changes made. Throws NotEditable. */
export function editTail(tail: string, edit: TailEdit): string {
  const parts = siblings(tail);
  const edits = new TextEdits(tail);
  const close = tail.lastIndexOf('</');
  const name = /^<\/((?:[\w.-]+:)?worksheet)\s*>\s*$/.exec(tail.slice(close))?.[1];
  if (name === undefined) throw new NotEditable('the sheet does not end');
  const prefix = prefixOf(name);
  const find = (local: string): XmlSlice | undefined => parts.find((part) => part.local === local);
  const endOf = (locals: readonly string[]): number =>
    Math.max(0, ...parts.filter((part) => locals.includes(part.local)).map((part) => part.end));
  if (edit.filter !== null) {
    const old = find('autoFilter');
    const { row, lastRow, column } = edit.filter;
    if (old !== undefined) {
      const tag = tail.slice(old.start, old.openEnd);
      const ref = filterWith(attributeOf(tag, 'ref') ?? '', column);
      if (ref !== null) edits.replace(old.start, old.openEnd, withAttribute(tag, 'ref', ref));
    } else if (find('tableParts') === undefined)
      edits.insert(
        endOf(BEFORE_FILTER),
        `<${prefix}autoFilter ref="A${row}:${columnName(column)}${Math.max(row, lastRow)}"/>`,
      );
  }
  if (edit.merge !== null) {
    const old = find('mergeCells');
    const cell = `<${prefix}mergeCell ref="${edit.merge}"/>`;
    if (old === undefined || old.closeStart === old.end) {
      const at = old === undefined ? endOf([...BEFORE_FILTER, ...BEFORE_MERGES]) : old.start;
      edits.replace(at, old?.end ?? at, `<${prefix}mergeCells count="1">${cell}</${prefix}mergeCells>`);
    } else {
      const count = childrenOf(tail, old).length + 1;
      const tag = withAttribute(tail.slice(old.start, old.openEnd), 'count', String(count));
      edits.replace(old.start, old.openEnd, tag);
      edits.insert(old.closeStart, cell);
    }
  }
  if (edit.legacyDrawing !== null) {
    const behind = parts.find((part) => AFTER_NOTES.has(part.local));
    edits.insert(
      behind?.start ?? close,
      `<${prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${edit.legacyDrawing}"/>`,
    );
  }
  return edits.toString();
}

/** Relationship id of the drawing that holds the boxes of the notes; null when there is none. */
export function legacyDrawingOf(tail: string): string | null {
  const part = siblings(tail).find(({ local }) => local === 'legacyDrawing');
  if (part === undefined) return null;
  return /\s[\w.-]+:id\s*=\s*["']([^"']+)["']/.exec(tail.slice(part.start, part.openEnd))?.[1] ?? null;
}

/** The filtered range of the tail, or null. */
export function filterOf(tail: string): string | null {
  const part = siblings(tail).find(({ local }) => local === 'autoFilter');
  return part === undefined ? null : attributeOf(tail.slice(part.start, part.openEnd), 'ref');
}

/** Elements of a worksheet in the order of ECMA-376 §18.3.1.99. */
const BEFORE_FILTER = ['sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios'];
const BEFORE_MERGES = ['autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews'];
const AFTER_NOTES = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

function rootOpen(head: string): { readonly end: number; readonly prefix: string } {
  const at = head.search(/<(?:[\w.-]+:)?worksheet[\s>]/);
  if (at < 0) throw new NotEditable('no worksheet');
  const name = /^<([^\s>]+)/.exec(head.slice(at))?.[1] ?? '';
  return { end: tagEnd(head, at), prefix: prefixOf(name) };
}

function columnXml(prefix: string, column: number): string {
  return `<${prefix}col min="${column + 1}" max="${column + 1}" width="${RESULT_WIDTH}" customWidth="1"/>`;
}

/** The list of columns with ours in it; a range that reaches over it is cut in two. */
function withColumn(list: readonly string[], prefix: string, column: number): string[] {
  const number = column + 1;
  const result: string[] = [];
  let placed = false;
  const place = (): void => {
    if (!placed) result.push(columnXml(prefix, column));
    placed = true;
  };
  for (const item of list) {
    const min = Number(attributeOf(item, 'min') ?? 0);
    const max = Number(attributeOf(item, 'max') ?? min);
    if (max < number) {
      result.push(item);
      continue;
    }
    if (min < number) result.push(withAttribute(item, 'max', String(number - 1)));
    place();
    if (max > number) result.push(min > number ? item : withAttribute(item, 'min', String(number + 1)));
  }
  place();
  return result;
}

function widened(ref: string, column: number): string | null {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(ref);
  if (match === null) return null;
  const [, left = 'A', top = '1', right = left, bottom = top] = match;
  const last = Math.max(columnNumber(right), column);
  return `${left}${top}:${columnName(last)}${bottom}`;
}

/** A filtered range that reaches up to the column; null when it need not change or cannot be read. */
export function filterWith(ref: string, column: number): string | null {
  const match = /^(\$?)([A-Z]+)(\$?)(\d+):(\$?)([A-Z]+)(\$?)(\d+)$/.exec(ref);
  if (match === null) return null;
  const [, a = '', left = '', b = '', top = '', c = '', right = '', d = '', bottom = ''] = match;
  if (columnNumber(left) > column || columnNumber(right) >= column) return null;
  return `${a}${left}${b}${top}:${c}${columnName(column)}${d}${bottom}`;
}
