import type { FindingDraft } from '../findings/collector.js';
import type { FindingPlace } from '../findings/finding.js';
import type { Cell, Workbook } from './grid.js';
import { headText } from './header/leaf-columns.js';
import { moneyFactor, normaliseHeader, statedUnit } from './header/normalise.js';
import type { HeaderUnit } from './values/amount.js';
import { displayText } from './values/plain-text.js';

/**
 * Simple lists that are not rosters: bank answers, bank statements, old payout sheets, budgets. One header row, one field
 * a column, recognised by synonym as everywhere (exact after normalisation). The first word of a field is its name.
 */
export type ListingFields<F extends string> = Readonly<Record<F, readonly string[]>>;

export interface ListingColumn {
  /** From 0. */
  readonly column: number;
  readonly header: string;
  readonly unit: HeaderUnit;
}

export interface ListingRow<F extends string> {
  readonly file: string;
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<F, Cell>>>;
}

/** One sheet that was recognised, with the place of each of its columns. */
export interface Listing<F extends string> {
  readonly file: string;
  readonly sheet: string;
  readonly columns: ReadonlyMap<F, ListingColumn>;
  readonly rows: readonly ListingRow<F>[];
}

export interface ListingReading<F extends string> {
  readonly listings: readonly Listing<F>[];
  /** HDR-01, HDR-02: why a sheet, or the whole file, could not be used. */
  readonly findings: readonly FindingDraft[];
}

const HEAD_ROWS = 60;

/**
 * Reads every sheet whose header has the `required` fields; each group needs at least one of its fields. A file without
 * any such sheet leaves a finding that names what is missing. Total rows (合计 …) and empty rows are passed over.
 */
export async function readListings<F extends string>(
  workbook: Workbook,
  fields: ListingFields<F>,
  required: readonly (readonly F[])[],
): Promise<ListingReading<F>> {
  const words = synonyms(fields);
  const listings: Listing<F>[] = [];
  const findings: FindingDraft[] = [];
  let nearest: { sheet: string; missing: readonly F[]; found: number } | null = null;
  for (const sheet of workbook.sheets) {
    let head: Head<F> | null = null;
    let unit: string | null = null;
    const rows: ListingRow<F>[] = [];
    await sheet.scan((row, cells) => {
      if (head !== null) {
        const line = dataRow(workbook.file, sheet.name, row, cells, head.columns);
        if (line !== null) rows.push(line);
        return true;
      }
      unit ??= cells.map((cell) => statedUnit(headText(cell))).find((found) => found !== null) ?? null;
      const seen = readHead(cells, words, unit);
      const missing = required.find((group) => !group.some((field) => seen.columns.has(field)));
      if (missing === undefined && seen.columns.size >= 2) {
        head = seen;
        return true;
      }
      if (seen.columns.size >= 2 && seen.columns.size > (nearest?.found ?? 0))
        nearest = { sheet: sheet.name, missing: missing ?? [], found: seen.columns.size };
      return row < HEAD_ROWS;
    });
    const found = head as Head<F> | null;
    if (found === null) continue;
    const place = { file: workbook.file, sheet: sheet.name };
    if (found.doubled !== null) {
      const { first, second, field } = found.doubled;
      const params = { first, second, field: fields[field][0] ?? field };
      findings.push({ code: 'HDR-02', severity: 'error', place, params });
      continue;
    }
    listings.push({ ...place, columns: found.columns, rows });
  }
  if (listings.length === 0 && findings.length === 0) findings.push(nothingFound(workbook, fields, required, nearest));
  return { listings, findings };
}

interface Head<F extends string> {
  readonly columns: ReadonlyMap<F, ListingColumn>;
  readonly doubled: { readonly first: string; readonly second: string; readonly field: F } | null;
}

function synonyms<F extends string>(fields: ListingFields<F>): Map<string, F> {
  const words = new Map<string, F>();
  for (const [field, names] of Object.entries(fields) as [F, readonly string[]][])
    for (const name of [field, ...names]) words.set(normaliseHeader(name).key.toLowerCase(), field);
  return words;
}

function readHead<F extends string>(
  cells: readonly Cell[],
  words: ReadonlyMap<string, F>,
  sheetUnit: string | null,
): Head<F> {
  const columns = new Map<F, ListingColumn>();
  let doubled: Head<F>['doubled'] = null;
  for (let column = 0; column < cells.length; column++) {
    const header = headText(cells[column]);
    if (header === '') continue;
    const { key, unit } = normaliseHeader(header);
    const field = words.get(key.toLowerCase());
    if (field === undefined) continue;
    const known = columns.get(field);
    if (known !== undefined) doubled ??= { first: known.header, second: header, field };
    else columns.set(field, { column, header, unit: unitOf(unit ?? sheetUnit) });
  }
  return { columns, doubled };
}

function unitOf(unit: string | null): HeaderUnit {
  const factor = unit === null ? null : moneyFactor(unit);
  return factor === null ? { factor: 1, stated: false } : { factor, stated: true };
}

function dataRow<F extends string>(
  file: string,
  sheet: string,
  row: number,
  cells: readonly Cell[],
  columns: ReadonlyMap<F, ListingColumn>,
): ListingRow<F> | null {
  const first = cells.find((cell) => displayText(cell ?? null).trim() !== '');
  if (first === undefined || /^(合计|总计|小计|共计|汇总)/.test(displayText(first).replace(/\s/g, ''))) return null;
  const line: Partial<Record<F, Cell>> = {};
  let any = false;
  for (const [field, { column }] of columns) {
    const cell = cells[column] ?? null;
    if (cell === null || cell === '') continue;
    line[field] = cell;
    any = true;
  }
  return any ? { file, sheet, row, cells: line } : null;
}

function nothingFound<F extends string>(
  workbook: Workbook,
  fields: ListingFields<F>,
  required: readonly (readonly F[])[],
  nearest: { sheet: string; missing: readonly F[] } | null,
): FindingDraft {
  const missing = nearest === null || nearest.missing.length === 0 ? (required[0] ?? []) : nearest.missing;
  const names = missing.map((field) => fields[field][0] ?? field);
  const others = missing.flatMap((field) => fields[field].slice(1));
  return {
    code: 'HDR-01',
    severity: 'error',
    place: { file: workbook.file, sheet: nearest?.sheet ?? null },
    params: { missing: names.join('/'), synonyms: others.join('、'), unmatched: '' },
  };
}

/** Place of a field of a row, for findings. */
export function listingPlace<F extends string>(
  listing: Listing<F>,
  row: ListingRow<F>,
  field: F | null,
): Partial<FindingPlace> {
  const column = field === null ? undefined : listing.columns.get(field);
  return {
    file: row.file,
    sheet: row.sheet,
    row: row.row,
    column: column?.column ?? null,
    header: column?.header ?? null,
  };
}
