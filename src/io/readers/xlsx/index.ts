import { type ReadRemark, ReadFault, type Sheet, type Workbook } from '../../../tables/grid.js';
import { type ByteSource, fileSource, memorySource } from './byte-source.js';
import { CellValues } from './cell-values.js';
import { PartFault, withFile } from './fault.js';
import { XLSX_LIMITS, type XlsxLimits } from './limits.js';
import { PackageParts, percentDecoded, type Relationship } from './package-parts.js';
import { readSharedStrings, readStringsExactly } from './shared-strings.js';
import type { SheetOutline } from './sheet-outline.js';
import { readOutline, readRows, type SheetPart } from './sheet-part.js';
import { readStyles } from './styles.js';
import { readWorkbookPart, type SheetEntry } from './workbook-part.js';
import { readDirectory } from './zip-directory.js';
import { partChunks } from './zip-part.js';

export { XLSX_LIMITS, type XlsxLimits } from './limits.js';

/** A workbook file whose digest is known. */
export interface XlsxFile {
  /** Path, for messages and, without `data`, for reading. */
  readonly file: string;
  readonly sha256: string;
  /** Size of the file. */
  readonly bytes: number;
  /** The bytes themselves, when they are in memory. */
  readonly data?: Uint8Array;
}

export interface XlsxOptions {
  readonly limits?: Partial<XlsxLimits>;
  /** Reads everything through the exact XML parser; the result is the same, some ten times slower. */
  readonly exact?: boolean;
}

/** Relationship types that carry no cells. */
const WITHOUT_CELLS = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet', 'macrosheet']);

/**
 * Opens an .xlsx or .xlsm workbook (ECMA-376, transitional and strict). Every sheet has been inflated once, compared
 * with its checksum and found to end when this resolves; rows are read by `scan`.
 * Throws ReadFault: `truncated`, `corrupt`, `checksum`, `bomb`, `encrypted`, `unsupported`, `xlsb`, `word`, `slides`,
 * `archive`, `no-sheet`, `unknown-format`, and what opening a file can meet (`missing`, `no-permission` …).
 */
export async function openXlsx(file: XlsxFile, options: XlsxOptions = {}): Promise<Workbook> {
  const source = file.data === undefined ? await fileSource(file.file) : memorySource(file.data);
  try {
    if (source.size !== file.bytes) throw new PartFault('corrupt', 'the file changed while it was being opened');
    return await openParts(file, source, { ...XLSX_LIMITS, ...options.limits }, options.exact ?? false);
  } catch (error) {
    await source.close();
    throw withFile(error, file.file);
  }
}

async function openParts(file: XlsxFile, source: ByteSource, limits: XlsxLimits, exact: boolean): Promise<Workbook> {
  const directory = await readDirectory(source, limits);
  const parts = new PackageParts(source, directory, limits);
  const workbookName = await parts.workbook();
  const workbookBytes = await parts.read(workbookName);
  if (workbookBytes === null) throw new PartFault('corrupt', `part ${workbookName} is missing`);
  const workbook = readWorkbookPart(workbookBytes, workbookName, limits);
  const relationships = await parts.relationships(workbookName);
  const styles = await optionalPart(parts, relationships, 'styles', readStyles);
  const chunksOf = (name: string, limit: number, verify: boolean): AsyncIterable<Buffer> => {
    const entry = parts.find(name);
    if (entry === undefined) throw new PartFault('corrupt', `part ${name} is missing`);
    return partChunks(source, entry, limits, { limit, verify });
  };

  // Read when first needed, then kept for all sheets; a failure is kept as well.
  let values: Promise<CellValues> | null = null;
  const loadValues = async (): Promise<CellValues> => {
    const table = targetOf(relationships, 'sharedStrings');
    const read = exact ? readStringsExactly : readSharedStrings;
    const strings = table === null ? [] : await read(() => chunksOf(table, limits.stringBytes, true), table, limits);
    return new CellValues(strings, styles ?? [], workbook.date1904, limits);
  };

  let closed = false;
  const outlines = new Map<string, SheetOutline>();
  const sheets: Sheet[] = [];
  for (const entry of workbook.sheets) {
    const target = sheetTarget(entry, relationships);
    if (target === null) continue;
    const part: SheetPart = { name: target, limits, chunks: (verify) => chunksOf(target, limits.sheetBytes, verify) };
    const outline = outlines.get(target) ?? (await readOutline(part, exact));
    outlines.set(target, outline);
    sheets.push({
      name: entry.name,
      visibility: entry.visibility,
      merges: outline.merges,
      hiddenRows: outline.hiddenRows,
      hiddenColumns: outline.hiddenColumns,
      filtered: outline.filtered,
      scan: async (visit) => {
        if (closed) throw new Error('the workbook has been closed');
        try {
          values ??= loadValues();
          await readRows(part, outline, await values, visit);
        } catch (error) {
          throw withFile(error, file.file);
        }
      },
    });
  }
  if (sheets.length === 0) throw new ReadFault('no-sheet', file.file);
  return {
    file: file.file,
    kind: 'xlsx',
    encoding: null,
    sheets,
    sha256: file.sha256,
    bytes: file.bytes,
    remarks: await externalLinks(parts, relationships),
    close: async () => {
      closed = true;
      values = null;
      await source.close();
    },
  };
}

/** Part name of a worksheet; null for a sheet without cells (a chart). */
function sheetTarget(entry: SheetEntry, relationships: readonly Relationship[]): string | null {
  const relationship = relationships.find((one) => one.id === entry.relationship);
  if (relationship === undefined || relationship.external) {
    throw new PartFault('corrupt', `the sheet ${entry.name} has no part`);
  }
  if (WITHOUT_CELLS.has(relationship.type)) return null;
  if (relationship.type !== 'worksheet') {
    throw new PartFault('corrupt', `the sheet ${entry.name} is a ${relationship.type}`);
  }
  return relationship.target;
}

function targetOf(relationships: readonly Relationship[], type: string): string | null {
  return relationships.find((one) => one.type === type && !one.external)?.target ?? null;
}

async function optionalPart<T>(
  parts: PackageParts,
  relationships: readonly Relationship[],
  type: string,
  read: (bytes: Buffer, part: string) => T,
): Promise<T | null> {
  const target = targetOf(relationships, type);
  if (target === null) return null;
  const bytes = await parts.read(target);
  if (bytes === null) throw new PartFault('corrupt', `part ${target} is missing`);
  return read(bytes, target);
}

/** FIL-08: other workbooks that formulas look into, by the last name of their path. */
async function externalLinks(parts: PackageParts, relationships: readonly Relationship[]): Promise<ReadRemark[]> {
  const links: string[] = [];
  for (const one of relationships) {
    if (one.type !== 'externalLink') continue;
    const targets = await parts.relationships(one.target);
    const outside = targets.find((target) => target.external)?.target ?? one.target;
    links.push(percentDecoded(outside.replace(/^.*[\\/]/, '')));
  }
  return links.length === 0
    ? []
    : [{ code: 'FIL-08', sheet: null, params: { count: links.length, links: links.join('、') } }];
}
