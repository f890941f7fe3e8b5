import { RESULT_HEADER, type SheetMarks } from '../../documents/model/workbook-marks.js';
import { cellAddress, type Sheet } from '../../tables/grid.js';
import { editComments, editDrawing, type Note, notedCells, notePlaces } from './note-parts.js';
import { placeResult, type ResultPlace } from './result-place.js';
import type { CellEdit } from './row-edit.js';
import { editHead, editTail, filterOf, filterWith, legacyDrawingOf } from './sheet-frame.js';
import type { SheetEdit } from './sheet-stream.js';
import type { StyleSheet } from './style-sheet.js';
import { editRelationships, type NewRelationship, relationshipIds, relativeTarget } from './workbook-edit.js';
import type { WorkbookPackage } from './workbook-package.js';
import { NotEditable } from './xml-slices.js';

/** The parts around a sheet that hold its notes, as they are. */
interface NoteParts {
  readonly relationships: string | null;
  readonly comments: { readonly part: string; readonly text: string } | null;
  readonly drawings: readonly { readonly id: string; readonly part: string; readonly text: string }[];
}

/** Parts to write anew, by name. */
export type ChangedParts = Map<string, string>;

export interface MarkContext {
  readonly book: WorkbookPackage;
  readonly styles: StyleSheet;
  readonly changed: ChangedParts;
  /** Content types of parts that were not there. */
  readonly types: { readonly overrides: Map<string, string>; readonly defaults: Map<string, string> };
  /** Filters that became wider, by sheet. */
  readonly filters: Map<string, string>;
  /** Cells left because a formula makes them. */
  readonly formulas: Set<string>;
  /** The sheet loses its place as the one shown. */
  readonly unselect: boolean;
  readonly replacesMarks: boolean;
}

/**
 * What must happen to one sheet for its marks, or null when nothing must. The parts of its notes go into
 * `context.changed` once the sheet has been streamed through the edit. Throws NotEditable.
 */
export async function markedSheet(
  part: string,
  sheet: Sheet,
  marks: SheetMarks,
  context: MarkContext,
): Promise<SheetEdit | null> {
  const parts = await noteParts(part, context.book);
  const place = marks.result === null ? null : await placeResult(sheet, marks.result);
  const old = context.replacesMarks && parts.comments !== null ? notedCells(parts.comments.text) : [];
  const texts = marks.result?.texts ?? new Map<number, string>();
  const idle = marks.cells.length === 0 && texts.size === 0 && old.length === 0;
  if (idle && place?.existing !== true) return null;

  const rows = new Map<number, Map<number, CellEdit>>();
  const edit = (row: number, column: number, change: CellEdit): void => {
    const cells = rows.get(row);
    if (cells === undefined) rows.set(row, new Map([[column, change]]));
    else cells.set(column, change);
  };
  const { styles } = context;
  for (const { row, column } of old) edit(row, column, { style: (style) => styles.unmarked(style) });
  for (const mark of marks.cells) {
    const address = `${marks.sheet}!${cellAddress(mark.row, mark.column)}`;
    edit(mark.row, mark.column, {
      style: (style) => styles.marked(style, mark.kind),
      ...(mark.text === undefined ? {} : { content: mark.text, onFormula: () => context.formulas.add(address) }),
    });
  }
  const merge = place === null ? null : resultColumn(marks, place, edit);
  const notes = marks.cells.flatMap(({ row, column, note }): Note[] =>
    note === null ? [] : [{ row, column, text: note }],
  );
  return {
    rows,
    head: (head) =>
      editHead(head, { column: merge === null ? null : (place?.column ?? null), unselect: context.unselect }),
    tail: (tail) => {
      const filter =
        merge === null || place === null || marks.result === null ? null : filterEdit(marks, place, tail, context);
      const legacyDrawing = writeNotes(part, parts, notes, old.length > 0, tail, context);
      return editTail(tail, { filter, merge: merge === '' ? null : merge, legacyDrawing });
    },
  };
}

/** Puts the column's cells among the edits; gives the range to merge for its header, '' for none, null for an old column. */
function resultColumn(
  marks: SheetMarks,
  place: ResultPlace,
  edit: (row: number, column: number, change: CellEdit) => void,
): string | null {
  if (marks.result === null) return null;
  const { headerRows, texts } = marks.result;
  for (const row of place.filled)
    if (!texts.has(row)) edit(row, place.column, { style: (style) => style, content: null });
  for (const [row, text] of texts) edit(row, place.column, { style: (style) => style, content: text });
  if (place.existing) return null;
  const [first, last] = headerRows;
  for (let row = first; row <= last; row++)
    edit(row, place.column, { style: (_, left) => left, content: row === first ? RESULT_HEADER : null });
  return first < last ? `${cellAddress(first, place.column)}:${cellAddress(last, place.column)}` : '';
}

function filterEdit(marks: SheetMarks, place: ResultPlace, tail: string, context: MarkContext) {
  const row = marks.result?.headerRows[1] ?? 1;
  const old = filterOf(tail);
  const ref = old === null ? null : filterWith(old, place.column);
  const made = old === null && !/<(?:[\w.-]+:)?tableParts[\s>]/.test(tail);
  const range = ref ?? (made ? `A${row}:${cellAddress(Math.max(row, place.lastRow), place.column)}` : null);
  if (range !== null)
    context.filters.set(
      marks.sheet,
      range.replace(/\$?([A-Z]+)\$?(\d+)/g, (_, c: string, r: string) => `$${c}$${r}`),
    );
  return { row, lastRow: place.lastRow, column: place.column };
}

async function noteParts(part: string, book: WorkbookPackage): Promise<NoteParts> {
  const list = await book.relationshipsOf(part);
  const comments = list.find((one) => one.type === 'comments' && !one.external);
  const text = comments === undefined ? null : await book.text(comments.target);
  const drawings: { id: string; part: string; text: string }[] = [];
  for (const one of list) {
    if (one.type !== 'vmlDrawing' || one.external) continue;
    const drawing = await book.text(one.target);
    if (drawing !== null) drawings.push({ id: one.id, part: book.nameOf(one.target), text: drawing });
  }
  return {
    relationships: await book.text(book.relationshipsPart(part)),
    comments: comments === undefined || text === null ? null : { part: book.nameOf(comments.target), text },
    drawings,
  };
}

/** Writes the notes into their parts; gives the relationship of a drawing the sheet must now point to, or null. */
function writeNotes(
  part: string,
  parts: NoteParts,
  notes: readonly Note[],
  hadNotes: boolean,
  tail: string,
  context: MarkContext,
): string | null {
  if (notes.length === 0 && !hadNotes) return null;
  const { book, changed, types } = context;
  const edited = editComments(parts.comments?.text ?? null, notes);
  const relationships: NewRelationship[] = [];
  const ids = relationshipIds(parts.relationships);
  const freeId = (base: string): string => {
    let id = base;
    while (ids.has(id)) id += '_';
    return id;
  };
  const commentsPart = parts.comments?.part ?? book.freeName((n) => `xl/comments${n}.xml`, keysOf(changed));
  changed.set(commentsPart, edited.comments);
  if (parts.comments === null) {
    relationships.push({ id: freeId('rIdButieNotes'), type: 'comments', target: relativeTarget(part, commentsPart) });
    types.overrides.set(commentsPart, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml');
  }
  const pointer = legacyDrawingOf(tail);
  const drawing = parts.drawings.find(({ id }) => id === pointer);
  let legacy: string | null = null;
  if (drawing !== undefined) changed.set(drawing.part, editDrawing(drawing.text, edited));
  else if (pointer !== null) throw new NotEditable('the boxes of the notes are missing');
  else {
    const drawingPart = book.freeName((n) => `xl/drawings/vmlDrawing${n}.vml`, keysOf(changed));
    legacy = freeId('rIdButieBoxes');
    relationships.push({ id: legacy, type: 'vmlDrawing', target: relativeTarget(part, drawingPart) });
    types.defaults.set('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
    // A part of notes without boxes gets the boxes of all of them.
    changed.set(drawingPart, editDrawing(null, { added: notePlaces(edited.comments), removed: [] }));
  }
  if (relationships.length > 0)
    changed.set(book.relationshipsPart(part), editRelationships(parts.relationships, relationships));
  return legacy;
}

function keysOf(changed: ChangedParts): ReadonlySet<string> {
  return new Set([...changed.keys()].map((name) => name.toLowerCase()));
}
