import { unescapeXstring } from '../readers/xlsx/xml-text.js';
import { quoteSheet } from '../writers/sheet-xml.js';
import { escapeAttribute, escapeXml } from '../writers/xml-text.js';
import {
  attributeOf,
  childrenOf,
  NotEditable,
  prefixOf,
  resolve,
  rootOf,
  TextEdits,
  withAttribute,
  withoutAttribute,
  type XmlSlice,
} from './xml-slices.js';

/** The sheet to be in the workbook. */
export interface AddedSheet {
  readonly name: string;
  readonly first: boolean;
  /** Relationship of its part; null when the workbook has the sheet already. */
  readonly relationship: string | null;
  /** Filtered range and rows repeated in print, with absolute references. */
  readonly filter: string | null;
  readonly titleRows: readonly [number, number] | null;
}

/** Filters of the clerk's sheets that became wider: name of the sheet → absolute range. */
export type Filters = ReadonlyMap<string, string>;

/**
 * `workbook.xml` with the sheet in it. Names that belong to a sheet point to it by its place in the list and move along.
 * Throws NotEditable.
 */
export function editWorkbook(text: string, added: AddedSheet, filters: Filters): string {
  const root = rootOf(text);
  const prefix = prefixOf(root.name);
  const parts = childrenOf(text, root);
  const edits = new TextEdits(text);
  const list = parts.find((part) => part.local === 'sheets');
  if (list === undefined || list.closeStart === list.end) throw new NotEditable('no list of sheets');
  const sheets = childrenOf(text, list).map((slice) => text.slice(slice.start, slice.openEnd));
  const names = sheets.map((tag) => unescapeXstring(attributeOf(tag, 'name') ?? ''));
  const old = names.indexOf(added.name);
  const place = added.relationship === null ? old : added.first ? 0 : sheets.length;
  if (place < 0) throw new NotEditable('the sheet is not there');
  const shift = added.relationship !== null && added.first ? 1 : 0;
  if (added.relationship !== null) {
    const id = Math.max(0, ...sheets.map((tag) => Number(attributeOf(tag, 'sheetId') ?? 0))) + 1;
    const space = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    edits.insert(
      added.first ? list.openEnd : list.closeStart,
      `<${prefix}sheet name="${escapeAttribute(added.name)}" sheetId="${id}" xmlns:r="${space}" r:id="${added.relationship}"/>`,
    );
  }
  if (added.first) {
    const views = parts.find((part) => part.local === 'bookViews');
    for (const view of views === undefined ? [] : childrenOf(text, views)) {
      const tag = withoutAttribute(text.slice(view.start, view.openEnd), 'firstSheet');
      edits.replace(view.start, view.openEnd, withAttribute(tag, 'activeTab', String(place)));
    }
  }
  editNames(text, parts, edits, prefix, {
    own: added.relationship === null ? old : null,
    shift,
    names,
    filters,
    fresh: ownNames(added, place, prefix),
  });
  return edits.toString();
}

interface NameEdits {
  /** Place of our sheet from an earlier run: its names are made anew. */
  readonly own: number | null;
  readonly shift: number;
  readonly names: readonly string[];
  readonly filters: Filters;
  readonly fresh: readonly string[];
}

function editNames(
  text: string,
  parts: readonly XmlSlice[],
  edits: TextEdits,
  prefix: string,
  { own, shift, names, filters, fresh }: NameEdits,
): void {
  const list = parts.find((part) => part.local === 'definedNames');
  const open = new Map(filters);
  const slices = list === undefined ? [] : childrenOf(text, list);
  let kept = slices.length;
  for (const slice of slices) {
    const tag = text.slice(slice.start, slice.openEnd);
    const local = attributeOf(tag, 'localSheetId');
    if (local === null) continue;
    if (Number(local) === own) {
      edits.replace(slice.start, slice.end, '');
      kept--;
      continue;
    }
    const sheet = names[Number(local)] ?? '';
    const filter = attributeOf(tag, 'name') === '_xlnm._FilterDatabase' ? open.get(sheet) : undefined;
    if (shift > 0)
      edits.replace(slice.start, slice.openEnd, withAttribute(tag, 'localSheetId', String(Number(local) + shift)));
    if (filter !== undefined) {
      edits.replace(slice.openEnd, slice.closeStart, escapeXml(`${quoteSheet(sheet)}!${filter}`));
      open.delete(sheet);
    }
  }
  const added = [
    ...fresh,
    ...[...open].map(([sheet, range]) => filterName(prefix, names.indexOf(sheet) + shift, sheet, range)),
  ];
  if (added.length === 0) {
    // An empty list is against the schema.
    if (list !== undefined && kept === 0) edits.replace(list.start, list.openEnd, '');
    if (list !== undefined && kept === 0) edits.replace(list.closeStart, list.end, '');
    return;
  }
  if (list !== undefined && list.closeStart < list.end) edits.insert(list.closeStart, added.join(''));
  else {
    const behind = parts.filter((part) => BEFORE_NAMES.has(part.local)).at(-1);
    const at = list?.start ?? behind?.end;
    if (at === undefined) throw new NotEditable('no list of sheets');
    edits.replace(at, list?.end ?? at, `<${prefix}definedNames>${added.join('')}</${prefix}definedNames>`);
  }
}

const BEFORE_NAMES = new Set(['sheets', 'functionGroups', 'externalReferences']);

function ownNames({ name, filter, titleRows }: AddedSheet, place: number, prefix: string): string[] {
  const list: string[] = [];
  if (filter !== null) list.push(filterName(prefix, place, name, filter));
  if (titleRows !== null)
    list.push(
      `<${prefix}definedName name="_xlnm.Print_Titles" localSheetId="${place}">` +
        `${escapeXml(quoteSheet(name))}!$${titleRows[0]}:$${titleRows[1]}</${prefix}definedName>`,
    );
  return list;
}

function filterName(prefix: string, place: number, sheet: string, range: string): string {
  return (
    `<${prefix}definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">` +
    `${escapeXml(quoteSheet(sheet))}!${range}</${prefix}definedName>`
  );
}

/** One relationship to add. */
export interface NewRelationship {
  readonly id: string;
  /** Last word of the type: `worksheet`. */
  readonly type: string;
  /** From the part that points to it: some programs take no absolute names. */
  readonly target: string;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relationships part with more of them; `text` null when there was none. */
export function editRelationships(text: string | null, added: readonly NewRelationship[]): string {
  const source =
    text ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}"></Relationships>`;
  const root = rootOf(source);
  const prefix = prefixOf(root.name);
  const list = added.map(
    ({ id, type, target }) => `<${prefix}Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return insideRoot(source, root, list.join(''));
}

/** A part's name as another part points to it: `../comments1.xml`. */
export function relativeTarget(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/** Ids in a relationships part. */
export function relationshipIds(text: string | null): ReadonlySet<string> {
  if (text === null) return new Set();
  return new Set(
    childrenOf(text, rootOf(text)).map((slice) => attributeOf(text.slice(slice.start, slice.openEnd), 'Id') ?? ''),
  );
}

/** Content types by part name (without the leading slash) and by extension. */
export interface NewTypes {
  readonly overrides: ReadonlyMap<string, string>;
  readonly defaults: ReadonlyMap<string, string>;
}

/** `[Content_Types].xml` with more types; those that are there already stay. */
export function editContentTypes(text: string, { overrides, defaults }: NewTypes): string {
  const root = rootOf(text);
  const prefix = prefixOf(root.name);
  const known = new Set(
    childrenOf(text, root).map((slice) => {
      const tag = text.slice(slice.start, slice.openEnd);
      return slice.local === 'Override'
        ? resolve(attributeOf(tag, 'PartName') ?? '').toLowerCase()
        : `.${(attributeOf(tag, 'Extension') ?? '').toLowerCase()}`;
    }),
  );
  let added = '';
  for (const [extension, type] of defaults)
    if (!known.has(`.${extension}`)) added += `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`;
  for (const [part, type] of overrides)
    if (!known.has(`/${part}`.toLowerCase()))
      added += `<${prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`;
  return insideRoot(text, root, added);
}

function insideRoot(text: string, root: XmlSlice, inner: string): string {
  if (inner === '') return text;
  const edits = new TextEdits(text);
  if (root.closeStart < root.end) edits.insert(root.closeStart, inner);
  else {
    const open = text.slice(root.start, root.openEnd).replace(/\s*\/>$/, '>');
    edits.replace(root.start, root.end, `${open}${inner}</${root.name}>`);
  }
  return edits.toString();
}
