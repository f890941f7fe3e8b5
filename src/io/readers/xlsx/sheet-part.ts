import type { Cell, RowVisitor } from '../../../tables/grid.js';
import { type CellValues, sameCell } from './cell-values.js';
import { censusRows, ExactOutline, NoValues, PartParser } from './exact-sheet.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import { QuickOutline } from './quick-outline.js';
import { withoutPrefix } from './prefix.js';
import { RowAssembly, type RowTaker } from './row-assembly.js';
import { RowParser } from './row-parser.js';
import { RowScanner } from './row-scanner.js';
import { quickOrExact, RowCensus, type RowBytes, type SheetOutline } from './sheet-outline.js';
import { XmlReader } from './xml-reader.js';

/** One sheet's part of the package. */
export interface SheetPart {
  readonly name: string;
  readonly limits: XlsxLimits;
  /** The inflated bytes from the start; `verify` compares the checksum at the end. */
  chunks(verify: boolean): AsyncIterable<Buffer>;
}

/**
 * Everything of a sheet but its rows, in one pass that also proves the part whole: checksum, size, end of the XML.
 * `exact` leaves out the quick way, for tests.
 */
export async function readOutline(part: SheetPart, exact = false): Promise<SheetOutline> {
  const exactly = async (): Promise<SheetOutline> => {
    const outline = new ExactOutline(part.limits, part.name);
    for await (const chunk of part.chunks(true)) outline.push(chunk);
    return outline.finish();
  };
  return exact ? exactly() : quickOrExact((prefix) => quickly(part, prefix), exactly);
}

async function quickly(part: SheetPart, prefix: string | null): Promise<SheetOutline> {
  const quick = new QuickOutline(part.limits, part.name, prefix);
  for await (const chunk of chunksOf(part, prefix, true)) quick.push(chunk);
  const outline = quick.finish();
  if (quick.numbered || outline.rows === null) return outline;
  const census = new RowCensus(part.limits);
  await scanBytes(part, outline.rows, censusRows(census, part.limits), new NoValues(part.limits));
  return { ...outline, hiddenRows: census.hiddenRows, ordered: census.ordered };
}

function chunksOf(part: SheetPart, prefix: string | null, verify: boolean): AsyncIterable<Buffer> {
  return prefix === null ? part.chunks(verify) : withoutPrefix(part.chunks(verify), prefix);
}

/** Reads the rows in sheet order, as often as wanted. Rows without any value are left out. */
export async function readRows(
  part: SheetPart,
  outline: SheetOutline,
  values: CellValues,
  visit: RowVisitor,
): Promise<void> {
  if (outline.ordered) {
    await scan(part, outline, values, (row, cells) => cells.length === 0 || visit(row, cells) !== false);
    return;
  }
  const rows = new Map<number, Cell[]>();
  await scan(part, outline, values, (row, cells) => {
    gather(rows, row, cells);
    return true;
  });
  for (const row of [...rows.keys()].sort((a, b) => a - b)) if (visit(row, rows.get(row) ?? []) === false) return;
}

/** Adds cells to a row that may have come before. Two values for one place are refused. */
function gather(rows: Map<number, Cell[]>, row: number, cells: readonly Cell[]): void {
  if (cells.length === 0) return;
  const before = rows.get(row);
  if (before === undefined) {
    rows.set(row, [...cells]);
    return;
  }
  cells.forEach((cell, column) => {
    const old = before[column] ?? null;
    if (cell !== null && old !== null && !sameCell(cell, old)) {
      throw new PartFault('corrupt', `two values for column ${column + 1} of row ${row}`);
    }
    while (before.length < column) before.push(null);
    before[column] = cell ?? old;
  });
}

async function scan(part: SheetPart, outline: SheetOutline, values: CellValues, take: RowTaker): Promise<void> {
  const rows = new RowAssembly(part.limits, take);
  if (outline.rows !== null) {
    await scanBytes(part, outline.rows, rows, values);
    return;
  }
  const events = new RowParser(rows, values);
  const parser = new PartParser(events, part.name);
  for await (const chunk of part.chunks(false)) {
    parser.push(chunk);
    if (events.stopped) return;
  }
  parser.finish();
}

async function scanBytes(part: SheetPart, bytes: RowBytes, rows: RowAssembly, values: CellValues): Promise<void> {
  const scanner = new RowScanner(rows, values, part.limits, (xml) =>
    parseRow(xml, bytes.rootTag, rows, values, part.name),
  );
  let offset = 0;
  for await (const chunk of chunksOf(part, bytes.prefix, false)) {
    const from = Math.max(0, bytes.start - offset);
    const to = Math.min(chunk.length, bytes.end - offset);
    if (from < to && !scanner.push(chunk.subarray(from, to))) return;
    offset += chunk.length;
    if (offset >= bytes.end) break;
  }
  scanner.finish();
}

/** One row through the exact parser, inside the root whose namespaces it may use. */
function parseRow(xml: Buffer, rootTag: string, rows: RowAssembly, values: CellValues, part: string): boolean {
  const events = new RowParser(rows, values);
  const reader = new XmlReader(events, part);
  reader.write(`${rootTag}<sheetData>${xml.toString('utf8')}</sheetData></worksheet>`);
  reader.end();
  return !events.stopped;
}
