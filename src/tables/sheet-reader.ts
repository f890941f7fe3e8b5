import type { Answers } from './answers.js';
import { maskAccount, maskId, maskNumbersInText } from '../domain/masking.js';
import type { HouseholdRow, RosterRows, SourceColumn, TableKind, TableSource } from '../domain/roster.js';
import type { FindingDraft } from '../findings/collector.js';
import type { TableReading } from './file-reading.js';
import { columnLetter, type Cell, type Sheet } from './grid.js';
import { type findHeader, HEAD_ROWS, type FoundHeader, type NoHeader } from './header/find-header.js';
import { fingerprint } from './header/fingerprint.js';
import { headerFindings } from './header/header-findings.js';
import { unusedIdColumns } from './header/person-id-columns.js';
import type { HeadRow } from './header/leaf-columns.js';
import { HeaderBelow, topHeader } from './header/header-below.js';
import type { TableMatch } from './header/match-columns.js';
import type { MatchedColumn } from './header/matched-column.js';
import { applyMapping, type MappingFile } from './mapping-file.js';
import { HouseholdRows } from './rows/household-rows.js';
import type { MemberAssumptions } from './rows/member-rows.js';
import { MergedCells } from './rows/merged-cells.js';
import { isEmpty } from './rows/empty-cell.js';
import { rowKind } from './rows/row-kind.js';
import { UnusedColumns } from './rows/unused-columns.js';
import { rowShape, type RowShape } from './rows/row-shape.js';
import { withoutStrike } from './rows/struck-row.js';
import { unitOf } from './money-unit.js';
import { TableReader } from './table-reader.js';
import { YUAN } from './values/amount.js';
import { displayText } from './values/plain-text.js';

/** Sheets that this tool itself writes into a workbook. */
const OWN_SHEETS = /^(?:填写说明|选项|(?:校验结果|修改记录)\d{0,2})$/;
const PREVIEW_ROWS = 3;

export function isOwnSheet(name: string): boolean {
  return OWN_SHEETS.test(name);
}

/** Where records go, and who numbers the tables. */
export interface RosterSink {
  nextTable(): number;
  addTable(source: TableSource): void;
  addRow(kind: TableKind, record: RosterRows[TableKind]): void;
  /** What a table's rows were assumed to be, to be settled when everything has been read. */
  addAssumptions(table: number, assumptions: MemberAssumptions): void;
  /** The income year that a person gave for a table. */
  addYear(table: number, year: number): void;
  /** Households carried by member rows, to be settled when everything has been read. */
  addCarried(source: Omit<TableSource, 'index' | 'rows'>, rows: readonly HouseholdRow[]): void;
}

export interface SheetResult {
  readonly tables: readonly TableReading[];
  readonly findings: readonly FindingDraft[];
  readonly noHeader: NoHeader | null;
}

/** Reads one sheet in one pass: its head is kept until the header is known, then every row goes by once. */
export async function readSheet(
  file: string,
  sheet: Sheet,
  mappings: readonly MappingFile[],
  answers: Answers | null,
  sink: RosterSink,
): Promise<SheetResult> {
  const reader = new SheetReader(file, sheet, mappings, answers, sink);
  await sheet.scan((row, cells) => reader.visit(row, cells));
  return reader.finish();
}

class SheetReader {
  private readonly file: string;
  private readonly sheet: Sheet;
  private readonly mappings: readonly MappingFile[];
  private readonly answers: Answers | null;
  private readonly sink: RosterSink;
  private head: HeadRow[] = [];
  private readers: OneTable[] | null = null;
  /** Rows that somebody struck out. */
  private readonly struck = new Set<number>();
  private readonly finished: TableReading[] = [];
  private below: HeaderBelow | null = null;
  private readonly findings: FindingDraft[] = [];
  private noHeader: NoHeader | null = null;

  constructor(file: string, sheet: Sheet, mappings: readonly MappingFile[], answers: Answers | null, sink: RosterSink) {
    this.file = file;
    this.sheet = sheet;
    this.mappings = mappings;
    this.answers = answers;
    this.sink = sink;
  }

  visit(row: number, stored: readonly Cell[]): boolean {
    const unstruck = withoutStrike(stored);
    if (unstruck !== null) this.struck.add(row);
    const cells = unstruck ?? stored;
    if (this.readers === null) {
      this.head.push({ row, cells: Array.from(cells, (cell) => cell ?? null) });
      if (this.head.length < HEAD_ROWS) return true;
      this.start();
      return this.noHeader === null;
    }
    this.route(row, cells);
    return true;
  }

  finish(): SheetResult {
    if (this.readers === null) this.start();
    this.settleBelow();
    this.close();
    return { tables: this.finished, findings: this.findings, noHeader: this.noHeader };
  }

  /** Gives a row to the tables, unless it may be the title or the header of another table below. */
  private route(row: number, cells: readonly Cell[]): void {
    if (this.below?.isComplete(row) === true) this.settleBelow();
    if (this.below?.keeps(row, cells) === true) return;
    this.settleBelow();
    for (const reader of this.readers ?? []) reader.read(row, cells);
  }

  private settleBelow(): void {
    if (this.below === null) return;
    const { headers, rows } = this.below.release();
    for (const { row, cells } of rows) for (const reader of this.readers ?? []) reader.read(row, cells);
    if (headers.length === 0) return;
    this.close();
    this.begin(headers);
  }

  private begin(headers: readonly FoundHeader[]): void {
    this.readers = headers.map((header) => this.open(header, headers.length > 1));
    const [only, other] = headers;
    const watched = only !== undefined && other === undefined;
    this.below = watched ? new HeaderBelow(only, this.sheet.merges, this.sheet.name) : null;
  }

  private close(): void {
    for (const reader of this.readers ?? []) this.finished.push(reader.finish(this.findings));
    this.readers = [];
  }

  private start(): void {
    const finding = topHeader(this.head, this.sheet.merges, this.sheet.name);
    this.begin(finding.headers);
    if ('reason' in finding) this.noHeader = finding.reason;
    else
      for (const header of finding.ignored)
        this.findings.push({
          code: 'HDR-03',
          severity: 'info',
          place: { row: header.rows[1], column: header.firstColumn },
          params: { headers: header.leaves.map((leaf) => leaf.header).join('、'), count: header.leaves.length },
        });
    if (this.readers?.some((reader) => reader instanceof RosterTable) === true) this.reportUnnamed(finding);
    for (const { row, cells } of this.head) this.route(row, cells);
    this.head = [];
  }

  /** Columns that hold something beside the data and have no header: they are not read, and that is said. */
  private reportUnnamed(finding: ReturnType<typeof findHeader>): void {
    const [first] = finding.headers;
    if (first === undefined) return;
    const ignored = 'ignored' in finding ? finding.ignored : [];
    const named = new Set([...finding.headers, ...ignored].flatMap(({ leaves }) => leaves.map((leaf) => leaf.column)));
    const unnamed = new Set<number>();
    for (const { row, cells } of this.head) {
      if (row < first.dataFrom) continue;
      for (const [column, cell] of cells.entries()) if (!named.has(column) && !isEmpty(cell)) unnamed.add(column);
    }
    if (unnamed.size === 0) return;
    const columns = [...unnamed].sort((a, b) => a - b);
    this.findings.push({
      code: 'HDR-03',
      severity: 'info',
      place: { row: first.rows[1], column: columns[0] ?? null },
      params: {
        headers: columns.map((column) => `${columnLetter(column)}列（无表头）`).join('、'),
        count: columns.length,
      },
    });
  }

  private open(found: FoundHeader, isBeside: boolean): OneTable {
    const mapped = applyMapping(this.mappings, found.leaves, found.match);
    const where = { file: this.file, sheet: this.sheet.name };
    const match = mapped === null ? null : (this.answers?.apply(mapped, where) ?? mapped);
    const header = { ...found, match };
    if (match === null) return new CountedTable(header, null, this.sheet);
    this.findings.push(...headerFindings(header, match), ...unusedIdColumns(found, match, this.head));
    if (match.missing.length > 0 || match.duplicates.length > 0) return new CountedTable(header, match, this.sheet);
    return new RosterTable(this.file, this.sheet, header, match, this.sink, { isBeside, struck: this.struck });
  }
}

interface OneTable {
  read(row: number, cells: readonly Cell[]): void;
  finish(findings: FindingDraft[]): TableReading;
}

/** First data rows of a table, masked, for people to compare with their file. */
class Preview {
  readonly rows: string[][] = [];
  private readonly columns: readonly Pick<MatchedColumn, 'column' | 'field'>[];

  constructor(columns: readonly Pick<MatchedColumn, 'column' | 'field'>[]) {
    this.columns = columns;
  }

  take(cells: readonly Cell[]): void {
    if (this.rows.length >= PREVIEW_ROWS) return;
    this.rows.push(
      this.columns.map(({ column, field }) => {
        const text = displayText(cells[column] ?? null);
        if (field?.type === 'person-id') return maskId(text);
        return field?.type === 'account' ? maskAccount(text) : maskNumbersInText(text);
      }),
    );
  }
}

/** A table that is not read: refused, or none of ours. Its rows are counted. */
class CountedTable implements OneTable {
  private readonly header: FoundHeader;
  private readonly match: TableMatch | null;
  private readonly sheet: Sheet;
  private readonly shape: RowShape;
  private readonly merged: MergedCells;
  private readonly preview: Preview;
  private rows = 0;

  constructor(header: FoundHeader, match: TableMatch | null, sheet: Sheet) {
    this.header = header;
    this.match = match;
    this.sheet = sheet;
    this.merged = new MergedCells(sheet.merges, header.dataFrom, header.firstColumn, header.lastColumn);
    const shape = rowShape(header, match?.kind ?? null, match?.columns ?? [], this.merged);
    const isSequence = (text: string): boolean => /^序号?$/.test(text.replace(/\s/g, ''));
    const sequence = shape.sequence ?? header.leaves.find((leaf) => isSequence(leaf.header))?.column ?? null;
    this.shape = { ...shape, sequence };
    this.preview = new Preview(match?.columns ?? header.leaves.map((leaf) => ({ column: leaf.column, field: null })));
  }

  read(row: number, cells: readonly Cell[]): void {
    if (row < this.header.dataFrom) return;
    this.merged.at(row, cells);
    const kind = rowKind(row, cells, this.shape);
    // A row that no field of ours reads is a row of the table all the same.
    const isFilled = kind === 'blank' && this.header.leaves.some(({ column }) => !isEmpty(cells[column] ?? null));
    if (kind !== 'data' && !isFilled) return;
    this.rows += 1;
    this.preview.take(cells);
  }

  finish(): TableReading {
    return tableReading(this.sheet, this.header, this.match, this.rows, null, this.preview.rows);
  }
}

class RosterTable implements OneTable {
  private readonly file: string;
  private readonly sheet: Sheet;
  private readonly header: FoundHeader;
  private readonly match: TableMatch;
  private readonly sink: RosterSink;
  private readonly reader: TableReader;
  private readonly households: HouseholdRows | null;
  private readonly index: number;
  private readonly preview: Preview;
  private readonly unused: UnusedColumns;

  constructor(
    file: string,
    sheet: Sheet,
    header: FoundHeader,
    match: TableMatch,
    sink: RosterSink,
    { isBeside, struck }: { readonly isBeside: boolean; readonly struck: ReadonlySet<number> },
  ) {
    this.file = file;
    this.sheet = sheet;
    this.header = header;
    this.match = match;
    this.sink = sink;
    this.index = sink.nextTable();
    this.households = carriesHouseholds(match) ? new HouseholdRows() : null;
    this.preview = new Preview(match.columns);
    this.unused = new UnusedColumns(match.columns);
    this.reader = new TableReader({
      kind: match.kind,
      header,
      columns: match.columns,
      sheet,
      table: this.index,
      households: this.households,
      isBeside,
      struck,
      take: (record) => sink.addRow(match.kind, record),
    });
  }

  read(row: number, cells: readonly Cell[]): void {
    if (!this.reader.read(row, cells)) return;
    this.preview.take(cells);
    this.unused.take(cells);
  }

  finish(findings: FindingDraft[]): TableReading {
    for (const finding of this.reader.finish())
      findings.push({ ...finding, place: { table: this.index, ...finding.place } });
    const common = { file: this.file, sheet: this.sheet.name, headerRows: this.header.rows };
    const columnsOf = (readers: TableReader['ownColumns']): Map<string, SourceColumn> =>
      new Map(
        readers.map(({ field, column, header, unit, step }) => [
          field.key,
          field.type === 'money' && unit.factor > 1 ? { column, header, step } : { column, header },
        ]),
      );
    const own = columnsOf(this.reader.ownColumns);
    const carried = columnsOf(this.reader.carriedColumns);
    const { claim, rows, assumptions } = this.reader;
    // Without a column of its own a household's number stands where its head does.
    const head = carried.get('headId') ?? own.get('headId') ?? carried.get('headName') ?? own.get('relation');
    if (head !== undefined && !own.has('householdId')) own.set('householdId', head);
    const claims = claim === null ? {} : { claim: { column: claim.column, header: claim.header } };
    this.sink.addTable({ ...common, index: this.index, kind: this.match.kind, columns: own, ...claims, rows });
    if (assumptions !== null) this.sink.addAssumptions(this.index, assumptions);
    if (this.households !== null) {
      const shared = ['householdId', 'evidence', 'bankName', 'accountName', 'accountNumber', 'phone'];
      const columns = new Map([...own].filter(([key]) => shared.includes(key)));
      for (const [key, column] of carried) columns.set(key, column);
      this.sink.addCarried({ ...common, kind: '住户', carriedBy: this.index, columns }, this.households.rows);
    }
    if (this.match.year !== undefined) this.sink.addYear(this.index, this.match.year);
    const read = tableReading(this.sheet, this.header, this.match, this.reader.rows, this.index, this.preview.rows);
    return { ...read, unused: this.unused.headers };
  }
}

function carriesHouseholds(match: TableMatch): boolean {
  return match.kind === '成员' && match.columns.some((column) => column.field?.of === '住户');
}

function tableReading(
  sheet: Sheet,
  header: FoundHeader,
  match: TableMatch | null,
  rows: number,
  index: number | null,
  preview: readonly (readonly string[])[],
): TableReading {
  const columns = match?.columns.filter((column) => column.role !== 'own');
  return {
    index,
    sheet: sheet.name,
    table: match?.kind ?? null,
    headerRows: header.rows,
    rows,
    year: match?.year ?? null,
    missing: match?.missing.map((field) => field.header) ?? [],
    yearAbove: header.yearAbove,
    unused: [],
    columns:
      columns?.map((matched) => {
        const { column, header: name, path, field, unit, ambiguous } = matched;
        return {
          column,
          header: name,
          path,
          field: field?.header ?? null,
          key: field?.key ?? null,
          of: field?.of ?? null,
          unit,
          moneyUnit: field === null ? YUAN : unitOf(matched, field, header),
          meanings: ambiguous?.meanings ?? null,
        };
      }) ??
      header.leaves.map(({ column, header: name, path }) => ({
        column,
        header: name,
        path,
        field: null,
        key: null,
        of: null,
        unit: null,
        moneyUnit: YUAN,
        meanings: null,
      })),
    usable: index !== null,
    carriesHouseholds: match !== null && carriesHouseholds(match),
    fingerprint: fingerprint(header.leaves),
    preview,
  };
}
