import { maskNumbersInText } from '../../domain/masking.js';
import type { RowModel, SheetModel, WorkbookModel } from '../../documents/model/workbook-model.js';
import { stylesXml } from './cell-styles.js';
import { commentsXml, notesVml } from './notes-xml.js';
import { SheetNames } from './sheet-names.js';
import { MAX_ROWS, quoteSheet, RowFeed, sheetXml, type SheetNote, type WrittenSheet } from './sheet-xml.js';
import { escapeAttribute, escapeXml } from './xml-text.js';
import { ZipWriter } from './zip-writer.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface XlsxOptions {
  /** Rows a sheet may hold before its 续表; lowered by tests only. */
  readonly maxRows?: number;
}

interface Part {
  readonly name: string;
  readonly number: number;
  readonly model: SheetModel;
  readonly written: WrittenSheet;
}

/**
 * Writes a workbook to `path`, row by row: memory stays flat and the same model gives the same bytes. A sheet with more
 * rows than Excel holds goes on in 续表2, 续表3 … with its header rows repeated.
 *
 * Throws CellTextTooLong for a text above Excel's 32,767 characters and RangeError for numbers or lists that Excel cannot
 * hold; the file system's own errors otherwise. After a failure the file at `path` is no workbook: the caller removes it.
 */
export async function writeWorkbook(path: string, workbook: WorkbookModel, options: XlsxOptions = {}): Promise<void> {
  const zip = await ZipWriter.create(path);
  try {
    await writeParts(zip, workbook, options.maxRows ?? MAX_ROWS);
    await zip.finish();
  } catch (error) {
    await zip.abort();
    throw error;
  }
}

async function writeParts(zip: ZipWriter, workbook: WorkbookModel, maxRows: number): Promise<void> {
  await zip.add('_rels/.rels', [xml(packageRelationships())]);
  await zip.add('docProps/core.xml', [
    xml(coreProperties(workbook.whole === true ? workbook.title : maskNumbersInText(workbook.title))),
  ]);
  await zip.add('xl/styles.xml', [Buffer.from(stylesXml(), 'utf8')]);

  const names = new SheetNames();
  const written = new Map<string, string>();
  const models = workbook.sheets.map((model) => {
    const name = names.claim(model.name);
    if (!written.has(model.name)) written.set(model.name, name);
    return { model, name };
  });
  const nameOf = (name: string): string => written.get(name) ?? name;
  const active = models.find(({ model }) => model.hidden !== true);

  const parts: Part[] = [];
  for (const entry of models) {
    const rows = new RowFeed(entry.model.rows);
    const heading: RowModel[] = [];
    for (let sheet = 1, more = true; more; sheet++) {
      const number = parts.length + 1;
      let result: WrittenSheet | undefined;
      const context = {
        rows,
        heading,
        continuation: sheet > 1,
        nameOf,
        maxRows,
        whole: workbook.whole === true,
        active: entry === active && sheet === 1,
      };
      await zip.add(
        `xl/worksheets/sheet${number}.xml`,
        sheetXml(entry.model, context, (summary) => {
          result = summary;
        }),
      );
      if (result === undefined) throw new Error(`sheet ${entry.name} was not written to its end`);
      const { notes, unfinished } = result;
      if (notes.length > 0) await writeNotes(zip, number, notes);
      const name = sheet === 1 ? entry.name : names.claim(entry.model.name, `续表${sheet}`);
      parts.push({ name, number, model: entry.model, written: result });
      more = unfinished;
    }
  }

  await zip.add('xl/workbook.xml', [xml(workbookXml(parts))]);
  await zip.add('xl/_rels/workbook.xml.rels', [xml(workbookRelationships(parts))]);
  await zip.add('[Content_Types].xml', [xml(contentTypes(parts))]);
}

async function writeNotes(zip: ZipWriter, number: number, notes: readonly SheetNote[]): Promise<void> {
  await zip.add(`xl/comments${number}.xml`, [Buffer.from(commentsXml(notes), 'utf8')]);
  await zip.add(`xl/drawings/vmlDrawing${number}.vml`, [Buffer.from(notesVml(notes), 'utf8')]);
  await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [
    xml(
      `<Relationships xmlns="${RELATIONSHIPS}">` +
        `<Relationship Id="rId1" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/>` +
        `<Relationship Id="rId2" Type="${OFFICE}/comments" Target="../comments${number}.xml"/></Relationships>`,
    ),
  ]);
}

function xml(body: string): Buffer {
  return Buffer.from(XML + body, 'utf8');
}

function packageRelationships(): string {
  return (
    `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
  );
}

function coreProperties(title: string): string {
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>butie</dc:creator></cp:coreProperties>`
  );
}

function workbookXml(parts: readonly Part[]): string {
  const sheets = parts.map(
    (part) =>
      `<sheet name="${escapeAttribute(part.name)}" sheetId="${part.number}"${part.model.hidden === true ? ' state="hidden"' : ''} r:id="rId${part.number}"/>`,
  );
  const active = Math.max(
    0,
    parts.findIndex((part) => part.model.hidden !== true),
  );
  const defined = parts.flatMap(definedNames);
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" activeTab="${active}"/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>` +
    `${defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`}</workbook>`
  );
}

/** Filter range and rows repeated on every printed page. */
function definedNames(part: Part): string[] {
  const quoted = escapeXml(quoteSheet(part.name));
  const local = ` localSheetId="${part.number - 1}"`;
  const names: string[] = [];
  if (part.written.filter !== null)
    names.push(
      `<definedName name="_xlnm._FilterDatabase"${local} hidden="1">${quoted}!${part.written.filter}</definedName>`,
    );
  const titles = part.model.print?.titleRows;
  if (titles !== undefined)
    names.push(`<definedName name="_xlnm.Print_Titles"${local}>${quoted}!$${titles[0]}:$${titles[1]}</definedName>`);
  return names;
}

function workbookRelationships(parts: readonly Part[]): string {
  const sheets = parts.map(
    (part) =>
      `<Relationship Id="rId${part.number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${part.number}.xml"/>`,
  );
  return `<Relationships xmlns="${RELATIONSHIPS}">${sheets.join('')}<Relationship Id="rId${parts.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes(parts: readonly Part[]): string {
  const sheets = parts.map(
    (part) =>
      `<Override PartName="/xl/worksheets/sheet${part.number}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>` +
      (part.written.notes.length > 0
        ? `<Override PartName="/xl/comments${part.number}.xml" ContentType="${SPREADSHEET}.comments+xml"/>`
        : ''),
  );
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `${sheets.join('')}</Types>`
  );
}
