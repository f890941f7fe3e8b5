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
  /** Cells of the further columns of fields that may have several. */
  readonly more: readonly (readonly [F, Cell])[];
  /** First text or number of the row; says whether it is a total or a remark. */
  readonly first: string;
}

/** One sheet that was recognised, with the place of each of its columns. */
export interface Listing<F extends string> {
  readonly file: string;
  readonly sheet: string;
  readonly columns: ReadonlyMap<F, ListingColumn>;
  readonly rows: readonly ListingRow<F>[];
  /** Texts over the header: titles, units, batch numbers. */
  readonly above: readonly string[];
}

/** What a list needs beyond {@link readListings} of a plain one. */
export interface ListingOptions<F extends string> {
  /** Fields that may have more than one column; two columns of any other are HDR-02. */
  readonly several?: ReadonlySet<F>;
  /** Fields that do as well as a required one. */
  readonly instead?: Readonly<Partial<Record<F, readonly F[]>>>;
  /** True when total rows are handed on for the caller to judge. */
  readonly keepTotals?: boolean;
  /** Fields by column, for sheets whose header says nothing: answers of the user, tried before the header. */
  readonly answers?: (sheet: string, header: string, column: number) => F | 'none' | null;
  /** Fields by column of a sheet without any header: its first row is data already. */
  readonly headerless?: (sheet: string) => ReadonlyMap<F, number> | null;
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
  options: ListingOptions<F> = {},
): Promise<ListingReading<F>> {
  const words = synonyms(fields);
  const listings: Listing<F>[] = [];
  const findings: FindingDraft[] = [];
  let nearest: { sheet: string; missing: readonly F[]; found: number } | null = null;
  for (const sheet of workbook.sheets) {
    let head: Head<F> | null = lettered(options.headerless?.(sheet.name) ?? null, fields);
    let unit: string | null = null;
    const above: string[] = [];
    const rows: ListingRow<F>[] = [];
    await sheet.scan((row, cells) => {
      if (head !== null) {
        const line = dataRow(workbook.file, sheet.name, row, cells, head, options.keepTotals === true);
        if (line !== null) rows.push(line);
        return true;
      }
      unit ??= cells.map((cell) => statedUnit(headText(cell))).find((found) => found !== null) ?? null;
      const field = (header: string, column: number): F | null => {
        const answer = options.answers?.(sheet.name, header, column) ?? null;
        if (answer !== null) return answer === 'none' ? null : answer;
        return words.get(normaliseHeader(header).key.toLowerCase()) ?? null;
      };
      const seen = readHead(cells, field, unit, options.several);
      const has = (one: F): boolean =>
        seen.columns.has(one) || (options.instead?.[one] ?? []).some((other) => seen.columns.has(other));
      const missing = required.find((group) => !group.some(has));
      if (missing === undefined && seen.columns.size >= 2) {
        head = seen;
        return true;
      }
      if (seen.columns.size >= 2 && seen.columns.size > (nearest?.found ?? 0))
        nearest = { sheet: sheet.name, missing: missing ?? [], found: seen.columns.size };
      for (const cell of cells) if (typeof cell === 'string' && cell.trim() !== '') above.push(cell.trim());
      return row < HEAD_ROWS;
    });
    const found: Head<F> | null = head;
    if (found === null) continue;
    const place = { file: workbook.file, sheet: sheet.name };
    if (found.doubled !== null) {
      const { first, second, field } = found.doubled;
      const params = { first, second, field: fields[field][0] ?? field };
      findings.push({ code: 'HDR-02', severity: 'error', place, params });
      continue;
    }
    listings.push({ ...place, columns: found.columns, rows, above });
  }
  if (listings.length === 0 && findings.length === 0) findings.push(nothingFound(workbook, fields, required, nearest));
  return { listings, findings };
}

interface Head<F extends string> {
  readonly columns: ReadonlyMap<F, ListingColumn>;
  readonly more: readonly (readonly [F, number])[];
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
  fieldOf: (header: string, column: number) => F | null,
  sheetUnit: string | null,
  several?: ReadonlySet<F>,
): Head<F> {
  const columns = new Map<F, ListingColumn>();
  const more: [F, number][] = [];
  let doubled: Head<F>['doubled'] = null;
  for (let column = 0; column < cells.length; column++) {
    const header = headText(cells[column]);
    if (header === '') continue;
    const field = fieldOf(header, column);
    if (field === null) continue;
    const known = columns.get(field);
    const { unit } = normaliseHeader(header);
    if (known === undefined) columns.set(field, { column, header, unit: unitOf(unit ?? sheetUnit) });
    else if (several?.has(field) === true) more.push([field, column]);
    else doubled ??= { first: known.header, second: header, field };
  }
  return { columns, more, doubled };
}

/** Head of a sheet whose columns are named by their place alone. */
function lettered<F extends string>(places: ReadonlyMap<F, number> | null, fields: ListingFields<F>): Head<F> | null {
  if (places === null) return null;
  const columns = new Map<F, ListingColumn>();
  for (const [field, column] of places)
    columns.set(field, { column, header: fields[field][0] ?? field, unit: unitOf(null) });
  return { columns, more: [], doubled: null };
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
  { columns, more }: Head<F>,
  keepTotals: boolean,
): ListingRow<F> | null {
  const firstCell = cells.find((cell) => displayText(cell ?? null).trim() !== '');
  if (firstCell === undefined) return null;
  const first = displayText(firstCell).replace(/\s/g, '');
  if (!keepTotals && /^(合计|总计|小计|共计|汇总)/.test(first)) return null;
  const line: Partial<Record<F, Cell>> = {};
  let any = false;
  for (const [field, { column }] of columns) {
    const cell = cells[column] ?? null;
    if (cell === null || cell === '') continue;
    line[field] = cell;
    any = true;
  }
  const further = more.map(([field, column]): readonly [F, Cell] => [field, cells[column] ?? null]);
  return any ? { file, sheet, row, cells: line, more: further, first } : null;
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
