import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openXlsx, type XlsxOptions } from '../../../src/io/readers/xlsx/index.js';
import { type Cell, ReadFault, type Workbook } from '../../../src/tables/grid.js';
import { zip, type ZipInput, type ZipShape } from './zip-builder.js';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGED = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface SheetInput {
  readonly name?: string;
  readonly state?: string;
  /** The whole part; or only what stands between `<sheetData>` and its end. */
  readonly xml?: string | Uint8Array;
  readonly rows?: string;
  readonly target?: string;
  readonly type?: string;
}

export interface WorkbookInput {
  readonly sheets?: readonly SheetInput[];
  /** Content of `sst`, or nothing for no part. */
  readonly strings?: string;
  /** Format code or built-in id of every style, from style 1 on. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  /** Further entries, and entries that replace those of the same name. */
  readonly parts?: readonly ZipInput[];
  readonly without?: readonly string[];
  readonly workbookType?: string;
  readonly shape?: ZipShape;
  /** How all entries are stored. */
  readonly entry?: Partial<ZipInput>;
}

export function worksheet(rows: string, before = '', after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATED}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** An .xlsx file with these sheets. */
export function workbook(input: WorkbookInput): Buffer {
  const sheets = input.sheets ?? [{ rows: '' }];
  const target = (i: number): string => sheets[i]?.target ?? `worksheets/sheet${i + 1}.xml`;
  const relationships = sheets.map((sheet, i) => relationship(`rId${i + 1}`, sheet.type ?? 'worksheet', target(i)));
  relationships.push(relationship('rIdStyles', 'styles', 'styles.xml'));
  if (input.strings !== undefined) relationships.push(relationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml'));
  const entries: ZipInput[] = [
    { name: '[Content_Types].xml', data: contentTypes(input.workbookType ?? `${SPREADSHEET}.sheet.main+xml`) },
    { name: '_rels/.rels', data: relationshipList([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    { name: 'xl/workbook.xml', data: workbookXml(sheets, input.date1904 === true) },
    { name: 'xl/_rels/workbook.xml.rels', data: relationshipList(relationships) },
    { name: 'xl/styles.xml', data: stylesXml(input.formats ?? []) },
    ...sheets.map((sheet, i) => ({
      name: `xl/${target(i)}`,
      data: sheet.xml ?? worksheet(sheet.rows ?? ''),
    })),
  ];
  if (input.strings !== undefined) {
    entries.push({ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${input.strings}</sst>` });
  }
  const replaced = new Set([...(input.parts ?? []).map((part) => part.name), ...(input.without ?? [])]);
  const all = [...entries.filter((entry) => !replaced.has(entry.name)), ...(input.parts ?? [])];
  return zip(
    all.map((entry) => ({ ...input.entry, ...entry })),
    input.shape,
  );
}

export function relationship(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${RELATED}/${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;
}

export function relationshipList(list: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGED}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(workbookType: string): string {
  return `<Types xmlns="${PACKAGED}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/></Types>`;
}

function workbookXml(sheets: readonly SheetInput[], date1904: boolean): string {
  const list = sheets.map((sheet, i) => {
    const state = sheet.state === undefined ? '' : ` state="${sheet.state}"`;
    return `<sheet name="${sheet.name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`;
}

function stylesXml(formats: readonly (string | number)[]): string {
  const escape = (code: string): string =>
    code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const custom = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${escape(format)}"/>` : '',
  );
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 200 + i : format}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

/** Opens bytes in memory. */
export function openBytes(data: Uint8Array, options: XlsxOptions = {}): Promise<Workbook> {
  return openXlsx({ file: 'made-up.xlsx', sha256: sha256(data), bytes: data.length, data }, options);
}

/** Opens a file by its path. */
export function openFile(path: string, options: XlsxOptions = {}): Promise<Workbook> {
  const data = readFileSync(path);
  return openXlsx({ file: path, sha256: sha256(data), bytes: data.length }, options);
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** All rows of a sheet, by row number. */
export async function rowsOf(book: Workbook, sheet = 0): Promise<Map<number, Cell[]>> {
  const rows = new Map<number, Cell[]>();
  await book.sheets[sheet]?.scan((row, cells) => {
    rows.set(row, [...cells]);
  });
  return rows;
}

/** Rows of the first sheet, from bytes. */
export async function readBytes(data: Uint8Array, options: XlsxOptions = {}): Promise<Map<number, Cell[]>> {
  const book = await openBytes(data, options);
  try {
    return await rowsOf(book);
  } finally {
    await book.close();
  }
}

/** Rows of one sheet with these rows, through the fast and the exact path, which must agree. */
export async function readBothWays(input: WorkbookInput): Promise<Map<number, Cell[]>> {
  const data = workbook(input);
  const fast = await readBytes(data);
  const exact = await readBytes(data, { exact: true });
  if (JSON.stringify([...fast]) !== JSON.stringify([...exact])) {
    throw new Error(`fast ${JSON.stringify([...fast])}, exact ${JSON.stringify([...exact])}`);
  }
  return fast;
}

/** Cells of row 1. */
export async function firstRow(rows: string, rest: Omit<WorkbookInput, 'sheets'> = {}): Promise<Cell[]> {
  return (await readBothWays({ ...rest, sheets: [{ rows }] })).get(1) ?? [];
}

/** The reason why bytes are refused, when opening or when reading, the fast way and the exact one. */
export async function refusal(data: Uint8Array, options: XlsxOptions = {}): Promise<string> {
  const reasons = new Set<string>();
  for (const exact of [false, true]) {
    try {
      await readBytes(data, { ...options, exact });
      reasons.add('read');
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error;
      reasons.add(error.reason);
    }
  }
  return [...reasons].join(' or ');
}
