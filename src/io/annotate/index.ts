import { rm } from 'node:fs/promises';
import type { SheetModel } from '../../documents/model/workbook-model.js';
import {
  CHANGES_SHEET,
  type MarkOutcome,
  RESULT_SHEET,
  type WorkbookMarks,
} from '../../documents/model/workbook-marks.js';
import type { Sheet, Workbook } from '../../tables/grid.js';
import { openWorkbook } from '../readers/index.js';
import { PartFault } from '../readers/xlsx/fault.js';
import { stylesXml } from '../writers/cell-styles.js';
import { ZipWriter } from '../writers/zip-writer.js';
import { markedSheet, type MarkContext } from './marked-sheet.js';
import { ownSheet } from './own-sheet.js';
import { writePlainCopy } from './plain-copy.js';
import { editedSheet, type SheetEdit } from './sheet-stream.js';
import { StyleSheet } from './style-sheet.js';
import { unselected } from './unselected.js';
import { editContentTypes, editRelationships, editWorkbook, relationshipIds, relativeTarget } from './workbook-edit.js';
import { WorkbookPackage } from './workbook-package.js';
import { NotEditable } from './xml-slices.js';

export { NotEditable } from './xml-slices.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a copy of a clerk's workbook with marks and one sheet of ours to `target`. An xlsx is changed in place, part by
 * part: what needs no change is copied byte for byte. Other formats, and files that cannot be changed so, give a copy made
 * from their values. Tells which it was. Throws NotEditable when not even that is possible, the system's errors otherwise;
 * the file at `target` is then the caller's to remove.
 */
export async function writeMarkedCopy(book: Workbook, target: string, marks: WorkbookMarks): Promise<MarkOutcome> {
  if (book.kind === 'xlsx') {
    try {
      return await markInPlace(book, book.file, target, marks, false);
    } catch (error) {
      if (!(error instanceof NotEditable || error instanceof PartFault)) throw error;
    }
  }
  const plain = `${target}.plain`;
  try {
    await writePlainCopy(book, plain, (name) => name === RESULT_SHEET || name === CHANGES_SHEET);
    const copy = await openWorkbook(plain);
    try {
      return await markInPlace(copy, plain, target, renamed(marks, book, copy), true);
    } finally {
      await copy.close();
    }
  } finally {
    await rm(plain, { force: true });
  }
}

/** The marks with the names that the sheets have in the copy: Excel does not take every name. */
function renamed(marks: WorkbookMarks, book: Workbook, copy: Workbook): WorkbookMarks {
  const kept = book.sheets.filter(({ name }) => name !== RESULT_SHEET && name !== CHANGES_SHEET);
  const names = new Map(kept.map(({ name }, index) => [name, copy.sheets[index]?.name ?? name]));
  return { ...marks, sheets: marks.sheets.map((one) => ({ ...one, sheet: names.get(one.sheet) ?? one.sheet })) };
}

async function markInPlace(
  book: Workbook,
  path: string,
  target: string,
  marks: WorkbookMarks,
  rebuilt: boolean,
): Promise<MarkOutcome> {
  const pack = await WorkbookPackage.open(path);
  try {
    const zip = await ZipWriter.create(target);
    try {
      const outcome = await writeParts(book, pack, zip, marks, rebuilt);
      await zip.finish();
      return outcome;
    } catch (error) {
      await zip.abort();
      throw error;
    }
  } finally {
    await pack.close();
  }
}

async function writeParts(
  book: Workbook,
  pack: WorkbookPackage,
  zip: ZipWriter,
  marks: WorkbookMarks,
  rebuilt: boolean,
): Promise<MarkOutcome> {
  const styleRelation = pack.relationships.find(({ type, external }) => type === 'styles' && !external);
  const stylesPart = pack.nameOf(styleRelation?.target ?? 'xl/styles.xml');
  const stylesText = styleRelation === undefined ? null : await pack.text(stylesPart);
  const workbookText = await pack.text(pack.workbook);
  const typesPart = pack.nameOf('[Content_Types].xml');
  const typesText = await pack.text(typesPart);
  if (workbookText === null || typesText === null) throw new NotEditable('no workbook or content types');

  const styles = new StyleSheet(stylesText);
  const own = await ownName(book, marks);
  const ownPart = pack.sheets.find(({ name }) => name === own)?.part ?? null;
  const context: MarkContext = {
    book: pack,
    styles,
    changed: new Map(),
    types: { overrides: new Map(), defaults: new Map() },
    filters: new Map(),
    formulas: new Set(),
    unselect: marks.added.first,
    replacesMarks: marks.replacesMarks,
  };
  const edits = new Map<string, SheetEdit>();
  for (const one of marks.sheets) {
    const place = pack.sheets.find(({ name }) => name === one.sheet);
    const sheet = book.sheets.find(({ name }) => name === one.sheet);
    if (place === undefined || sheet === undefined || !place.hasRows) continue;
    const edit = await markedSheet(place.part, sheet, one, context);
    if (edit !== null) edits.set(place.part, edit);
  }

  const written = new Set<string>();
  for (const { part } of pack.sheets) {
    if (part === ownPart) continue;
    const edit = edits.get(part);
    if (edit !== undefined) await zip.add(part, editedSheet(pack.chunks(part), edit));
    else if (!marks.added.first || !(await isShown(pack, part))) continue;
    else await zip.add(part, unselected(pack.chunks(part)));
    written.add(part.toLowerCase());
  }
  const outcome: MarkOutcome = { rebuilt, formulas: context.formulas };
  const model: SheetModel = { ...marks.added.build(outcome), name: own };
  const moved = styles.adopt(stylesXml());
  const sheet = ownSheet(model, moved, marks.added.first);
  const newPart = ownPart ?? pack.freeName((n) => `xl/worksheets/sheet${n}.xml`, written);
  await zip.add(newPart, sheet.chunks);
  written.add(newPart.toLowerCase());
  context.types.overrides.set(newPart, `${SPREADSHEET}.worksheet+xml`);

  const relationsPart = pack.relationshipsPart(pack.workbook);
  const relationsText = await pack.text(relationsPart);
  const ids = relationshipIds(relationsText);
  const relationship = freeId(ids, 'rIdButieSheet');
  const added = [
    ...(ownPart === null
      ? [{ id: relationship, type: 'worksheet', target: relativeTarget(pack.workbook, newPart) }]
      : []),
    ...(stylesText === null
      ? [{ id: freeId(ids, 'rIdButieStyles'), type: 'styles', target: relativeTarget(pack.workbook, stylesPart) }]
      : []),
  ];
  if (stylesText === null) context.types.overrides.set(stylesPart, `${SPREADSHEET}.styles+xml`);
  const { changed } = context;
  changed.set(stylesPart, styles.toString());
  changed.set(
    pack.nameOf(pack.workbook),
    editWorkbook(
      workbookText,
      {
        name: own,
        first: marks.added.first,
        relationship: ownPart === null ? relationship : null,
        filter: sheet.filter,
        titleRows: model.print?.titleRows ?? null,
      },
      context.filters,
    ),
  );
  if (added.length > 0) changed.set(relationsPart, editRelationships(relationsText, added));
  changed.set(typesPart, editContentTypes(typesText, context.types));
  for (const [part, text] of changed) {
    await zip.add(part, [Buffer.from(text, 'utf8')]);
    written.add(part.toLowerCase());
  }
  // What our sheet of an earlier run pointed to is gone with it.
  if (ownPart !== null) written.add(pack.relationshipsPart(ownPart).toLowerCase());
  for (const entry of pack.entries)
    if (!written.has(entry.name.toLowerCase()))
      await zip.copy(
        entry.name,
        { method: entry.method, crc: entry.crc, packed: entry.deflated, size: entry.inflated },
        pack.packed(entry),
      );
  return outcome;
}

function freeId(ids: ReadonlySet<string>, base: string): string {
  let id = base;
  while (ids.has(id)) id += '_';
  return id;
}

/** Name for our sheet: that of the sheet of an earlier run if it is ours, else one that is free. */
async function ownName(book: Workbook, marks: WorkbookMarks): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? marks.added.name : `${marks.added.name}${number}`;
    const sheet = book.sheets.find((one) => one.name === name);
    if (sheet === undefined || (await isOurs(sheet, marks.added.name))) return name;
  }
}

/** Our sheets begin with their title. */
async function isOurs(sheet: Sheet, title: string): Promise<boolean> {
  let first: unknown = null;
  await sheet.scan((_, cells) => {
    first = cells[0] ?? null;
    return false;
  });
  return first === title || first === null;
}

async function isShown(pack: WorkbookPackage, part: string): Promise<boolean> {
  let head = '';
  for await (const chunk of pack.chunks(part)) {
    head += chunk.toString('latin1');
    if (head.includes('sheetData') || head.length > 1 << 20) break;
  }
  return /\stabSelected\s*=\s*["'](?:1|true)["']/.test(head.split('sheetData', 1)[0] ?? '');
}
