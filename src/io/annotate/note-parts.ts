import { NOTE_MARKER } from '../../documents/model/workbook-marks.js';
import { cellAddress } from '../../tables/grid.js';
import { escapeXml } from '../writers/xml-text.js';
import { columnNumber } from './row-edit.js';
import {
  attributeOf,
  childrenOf,
  NotEditable,
  prefixOf,
  resolve,
  rootOf,
  siblings,
  TextEdits,
  type XmlSlice,
} from './xml-slices.js';

const AUTHOR = 'butie';
const NEW_COMMENTS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<authors></authors><commentList></commentList></comments>';
const NEW_DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const SPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;

/** A note to put on a cell. */
export interface Note {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

/** A comments part and what must happen to the boxes of its notes. */
export interface EditedNotes {
  readonly comments: string;
  /** Cells that have a note now and had none. */
  readonly added: readonly Note[];
  /** Cells whose note was ours alone and is gone. */
  readonly removed: readonly { readonly row: number; readonly column: number }[];
}

/** Cells that carry a note of an earlier run. */
export function notedCells(comments: string): { readonly row: number; readonly column: number }[] {
  const { list } = partsOf(comments);
  return childrenOf(comments, list).flatMap((comment) => {
    const place = placeOf(comments.slice(comment.start, comment.openEnd));
    const own = plainText(comments.slice(comment.openEnd, comment.closeStart)).includes(NOTE_MARKER);
    return place === null || !own ? [] : [place];
  });
}

/** All notes of a part with their texts. */
export function notePlaces(comments: string): Note[] {
  const { list } = partsOf(comments);
  return childrenOf(comments, list).flatMap((comment) => {
    const place = placeOf(comments.slice(comment.start, comment.openEnd));
    return place === null ? [] : [{ ...place, text: plainText(comments.slice(comment.openEnd, comment.closeStart)) }];
  });
}

/**
 * Puts our notes below the clerk's. Of a note that has our part already only that part is replaced; where there is
 * nothing more to say it goes. Conversations (threaded comments) are left alone. `text` null when there is no part yet.
 */
export function editComments(text: string | null, notes: readonly Note[]): EditedNotes {
  const source = text ?? NEW_COMMENTS;
  const { authors, list, prefix } = partsOf(source);
  const wanted = new Map(notes.map((note) => [`${note.row} ${note.column}`, note]));
  const names = childrenOf(source, authors).map((slice) => resolve(source.slice(slice.openEnd, slice.closeStart)));
  const found = names.indexOf(AUTHOR);
  const author = found >= 0 ? found : names.length;
  const removed: { row: number; column: number }[] = [];
  const edits = new TextEdits(source);
  for (const comment of childrenOf(source, list)) {
    const tag = source.slice(comment.start, comment.openEnd);
    const place = placeOf(tag);
    if (place === null) continue;
    const key = `${place.row} ${place.column}`;
    const note = wanted.get(key);
    wanted.delete(key);
    // A conversation shows the text of its own part; a second text here would be lost.
    if ((names[Number(attributeOf(tag, 'authorId') ?? -1)] ?? '').startsWith('tc=')) continue;
    const body = childrenOf(source, comment).find((slice) => slice.local === 'text');
    if (body === undefined) continue;
    const kept = clerksRuns(source, body, prefix);
    if (note !== undefined)
      edits.replace(
        body.start,
        body.end,
        `<${prefix}text>${kept}${ourRun(note.text, prefix, kept !== '')}</${prefix}text>`,
      );
    else if (kept === '' && plainText(source.slice(body.start, body.end)).includes(NOTE_MARKER)) {
      edits.replace(comment.start, comment.end, '');
      removed.push(place);
    } else if (plainText(source.slice(body.start, body.end)).includes(NOTE_MARKER))
      edits.replace(body.start, body.end, `<${prefix}text>${kept}</${prefix}text>`);
  }
  const added = [...wanted.values()];
  if (added.length > 0) {
    if (found < 0) insertInto(edits, source, authors, `<${prefix}author>${AUTHOR}</${prefix}author>`);
    insertInto(edits, source, list, added.map((note) => commentXml(note, author, prefix)).join(''));
  }
  return { comments: edits.toString(), added, removed };
}

/** The drawing with boxes for new notes and without those of notes that are gone. `text` null for a new drawing. */
export function editDrawing(text: string | null, notes: Pick<EditedNotes, 'added' | 'removed'>): string {
  let drawing = text ?? NEW_DRAWING;
  for (const { row, column } of notes.removed) drawing = withoutShape(drawing, row, column);
  if (notes.added.length === 0) return drawing;
  const end = drawing.lastIndexOf('</xml>');
  if (end < 0) throw new NotEditable('a drawing of another kind');
  const root = drawing.slice(0, drawing.indexOf('>') + 1);
  const spaces = Object.entries(SPACES)
    .filter(([name]) => !new RegExp(`xmlns:${name}\\s*=`).test(root))
    .map(([name, uri]) => ` xmlns:${name}="${uri}"`)
    .join('');
  const used = [...drawing.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  let id = Math.max(1024, ...used);
  const type = /id\s*=\s*["']_x0000_t202["']/.test(drawing)
    ? ''
    : SHAPE_TYPE.replace('<v:shapetype', `<v:shapetype${spaces}`);
  const shapes = notes.added.map((note) => shapeXml(note, ++id, spaces));
  return drawing.slice(0, end) + type + shapes.join('') + drawing.slice(end);
}

function partsOf(comments: string): { authors: XmlSlice; list: XmlSlice; prefix: string } {
  const root = rootOf(comments);
  const children = childrenOf(comments, root);
  const authors = children.find((slice) => slice.local === 'authors');
  const list = children.find((slice) => slice.local === 'commentList');
  if (root.local !== 'comments' || authors === undefined || list === undefined)
    throw new NotEditable('notes of another kind');
  return { authors, list, prefix: prefixOf(root.name) };
}

function insertInto(edits: TextEdits, text: string, slice: XmlSlice, inner: string): void {
  if (slice.closeStart < slice.end) edits.insert(slice.closeStart, inner);
  else {
    const open = text.slice(slice.start, slice.openEnd).replace(/\s*\/>$/, '>');
    edits.replace(slice.start, slice.end, `${open}${inner}</${slice.name}>`);
  }
}

function placeOf(tag: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]+)\$?(\d+)/i.exec(attributeOf(tag, 'ref') ?? '');
  return match === null ? null : { row: Number(match[2]), column: columnNumber(match[1] ?? 'A') };
}

/** Text of all `t` elements. */
function plainText(xml: string): string {
  return [...xml.matchAll(/<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</g)].map((match) => resolve(match[1] ?? '')).join('');
}

/** The runs of a note up to our marker, as runs: a bare text beside runs would be dropped by some programs. */
function clerksRuns(source: string, body: XmlSlice, prefix: string): string {
  let kept = '';
  for (const part of childrenOf(source, body)) {
    if (part.local !== 'r' && part.local !== 't') continue;
    const xml = source.slice(part.start, part.end);
    const run = part.local === 'r' ? xml : `<${prefix}r>${xml}</${prefix}r>`;
    const text = plainText(run);
    const at = text.indexOf(NOTE_MARKER);
    if (at < 0) {
      kept += run;
      continue;
    }
    const before = text.slice(0, at).replace(/\n$/, '');
    if (before !== '') kept += withText(run, before, prefix);
    // The line end before our part may be the end of the clerk's last run.
    return kept;
  }
  return kept;
}

function withText(run: string, text: string, prefix: string): string {
  const [root] = siblings(run);
  const inner = root === undefined ? undefined : childrenOf(run, root).find((slice) => slice.local === 't');
  if (inner === undefined) return '';
  const edits = new TextEdits(run);
  edits.replace(inner.start, inner.end, `<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t>`);
  return edits.toString();
}

function ourRun(text: string, prefix: string, below: boolean): string {
  const p = prefix;
  const words = `${below ? '\n' : ''}${NOTE_MARKER}\n${text}`;
  return (
    `<${p}r><${p}rPr><${p}sz val="9"/><${p}rFont val="宋体"/></${p}rPr>` +
    `<${p}t xml:space="preserve">${escapeXml(words)}</${p}t></${p}r>`
  );
}

function commentXml(note: Note, author: number, prefix: string): string {
  return (
    `<${prefix}comment ref="${cellAddress(note.row, note.column)}" authorId="${author}"><${prefix}text>` +
    `${ourRun(note.text, prefix, false)}</${prefix}text></${prefix}comment>`
  );
}

function shapeXml(note: Note, id: number, spaces: string): string {
  const lines = note.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 18)), 1);
  return (
    `<v:shape${spaces} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;` +
    `width:200pt;height:${Math.min(260, 20 + lines * 13)}pt;z-index:${id - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>' +
    `<x:Row>${note.row - 1}</x:Row><x:Column>${note.column}</x:Column></x:ClientData></v:shape>`
  );
}

function withoutShape(drawing: string, row: number, column: number): string {
  const at = new RegExp(`<x:Row>\\s*${row - 1}\\s*</x:Row>\\s*<x:Column>\\s*${column}\\s*</x:Column>`).exec(drawing);
  if (at === null) return drawing;
  const start = drawing.lastIndexOf('<v:shape ', at.index);
  const close = drawing.indexOf('</v:shape>', at.index);
  if (start < 0 || close < 0 || drawing.slice(start, at.index).includes('</v:shape>')) return drawing;
  return drawing.slice(0, start) + drawing.slice(close + '</v:shape>'.length);
}
