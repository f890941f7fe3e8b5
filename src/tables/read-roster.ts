import {
  TABLE_KINDS,
  type HouseholdRow,
  type Roster,
  type RosterRows,
  type StatedTotal,
  type TableKind,
  type TableSource,
} from '../domain/roster.js';
import { FindingCollector, type FindingDraft } from '../findings/collector.js';
import { rowLookup } from '../domain/row-lookup.js';
import type { Finding } from '../findings/finding.js';
import { subjectOfRow } from '../findings/row-subject.js';
import type { Answers } from './answers.js';
import type { FileReading, TableReading } from './file-reading.js';
import { statedTotals } from './cover-sheet.js';
import type { Sheet, Workbook } from './grid.js';
import { findHeader, HEAD_ROWS, type NoHeader } from './header/find-header.js';
import type { HeadRow } from './header/leaf-columns.js';
import type { MappingFile } from './mapping-file.js';
import type { MemberAssumptions } from './rows/member-rows.js';
import { settleNumbers } from './settle-numbers.js';
import { isOwnSheet, readSheet, type RosterSink } from './sheet-reader.js';

export interface ReadRosterOptions {
  readonly mappings?: readonly MappingFile[];
  /** What a person answered (`--year`, `--column`). */
  readonly answers?: Answers;
  /** Only sheets of these names (`--sheet`), hidden ones too. */
  readonly sheets?: readonly string[];
}

export interface RosterReading {
  readonly roster: Roster;
  /** Findings of all files in the order of files, sheets, rows. */
  readonly findings: readonly Finding[];
  readonly files: readonly FileReading[];
}

type Rows = { [K in TableKind]: RosterRows[K][] };
type Carried = Omit<TableSource, 'index' | 'rows'>;

/**
 * Reads workbooks into a typed roster. Files and sheets are read in the order given; nothing is skipped in silence.
 * Rejects with a ReadFault when a file is damaged in its middle.
 */
export async function readRoster(
  workbooks: readonly Workbook[],
  options: ReadRosterOptions = {},
): Promise<RosterReading> {
  const builder = new RosterBuilder();
  const files: FileReading[] = [];
  for (const workbook of workbooks) files.push(await readFile(workbook, options, builder));
  const settled = builder.settle();
  const { roster } = builder;
  const read = namedBy(roster, withSettled(files, settled, roster));
  return { roster, findings: read.flatMap((file) => file.findings), files: read };
}

/** Findings that could be made only when everything was read, each with the file of its table. */
function withSettled(files: readonly FileReading[], settled: readonly FindingDraft[], roster: Roster): FileReading[] {
  if (settled.length === 0) return [...files];
  const collectors = new Map(files.map(({ file }) => [file, new FindingCollector()]));
  for (const draft of settled) {
    const table = roster.tables[draft.place?.table ?? -1];
    const source = table?.columns.get(draft.place?.field ?? '');
    if (table === undefined) continue;
    const { file, sheet } = table;
    const column = source === undefined ? {} : { column: source.column, header: source.header };
    collectors.get(file)?.add({ ...draft, place: { file, sheet, ...column, ...draft.place } });
  }
  return files.map((reading) => ({
    ...reading,
    findings: [...reading.findings, ...(collectors.get(reading.file)?.findings ?? [])],
  }));
}

/** Whom a finding on a row concerns is what the row says when everything was read: the household may be known only then. */
function namedBy(roster: Roster, files: readonly FileReading[]): FileReading[] {
  const at = ({ place: { table, row } }: Finding): { table: number; row: number }[] =>
    table === null || row === null ? [] : [{ table, row }];
  const rowOf = rowLookup(
    roster,
    files.flatMap(({ findings }) => findings.flatMap(at)),
  );
  const named = (finding: Finding): Finding => {
    const [address] = Object.values(finding.subject).every((one) => one === null) ? [] : at(finding);
    const found = address === undefined ? null : rowOf(address);
    if (found === null) return finding;
    const { subject } = finding;
    const own = subjectOfRow(found.kind, found.row);
    return { ...finding, subject: { ...own, person: own.person ?? subject.person, name: own.name ?? subject.name } };
  };
  return files.map((file) => ({ ...file, findings: file.findings.map(named) }));
}

/** A wrong extension, or an encoding that was guessed and left no character garbled, asks for nothing. */
function isHarmless({ code, params }: Workbook['remarks'][number]): boolean {
  return code === 'FIL-02' || (code === 'FIL-03' && params['count'] === 0);
}

async function readFile(workbook: Workbook, options: ReadRosterOptions, builder: RosterBuilder): Promise<FileReading> {
  const collector = new FindingCollector();
  const { file } = workbook;
  const add = (draft: FindingDraft, sheet: string | null): void =>
    collector.add({ ...draft, place: { file, sheet, ...draft.place } });
  for (const remark of workbook.remarks)
    add({ code: remark.code, severity: isHarmless(remark) ? 'info' : 'warning', params: remark.params }, remark.sheet);
  const tables: TableReading[] = [];
  const covers: string[] = [];
  const without: [string, NoHeader][] = [];
  const hidden: string[] = [];
  for (const sheet of workbook.sheets) {
    if (!isWanted(sheet, options)) {
      if (sheet.visibility !== 'visible' && options.sheets === undefined && (await looksLikeTable(sheet)))
        hidden.push(sheet.name);
      continue;
    }
    const result = await readSheet(file, sheet, options.mappings ?? [], options.answers ?? null, builder);
    for (const { damage, count, ...place } of sheet.damaged?.() ?? [])
      add({ code: 'CEL-24', severity: 'warning', place, params: { count, reason: damage } }, sheet.name);
    const totals = result.tables.some(({ usable }) => usable) ? [] : await statedTotals(file, sheet);
    tables.push(...result.tables);
    for (const total of totals) builder.addCover(total);
    if (totals.length > 0) covers.push(sheet.name);
    // A sheet of totals is compared; that it is no roster is no fault of it.
    else for (const draft of result.findings) add(draft, sheet.name);
    if (result.noHeader !== null) without.push([sheet.name, result.noHeader]);
  }
  if (hidden.length > 0)
    add(
      {
        code: 'SHT-02',
        // Nothing else to read: then it is what keeps the file from being used.
        severity: tables.some((table) => table.usable) ? 'warning' : 'error',
        params: { rows: 0, columns: 0, sheets: hidden.length },
      },
      hidden[0] ?? null,
    );
  reportWholeFile(tables, without, covers, hidden.length > 0, add);
  return { file, kind: workbook.kind, encoding: workbook.encoding, tables, covers, findings: collector.findings };
}

/** What can only be said when all sheets of a file were seen. */
function reportWholeFile(
  tables: readonly TableReading[],
  without: readonly [string, NoHeader][],
  covers: readonly string[],
  hasHidden: boolean,
  add: (draft: FindingDraft, sheet: string | null) => void,
): void {
  const usable = tables.filter((table) => table.usable);
  const worst = usable.length > 0 ? 'info' : 'error';
  // Beside a cover or a table of ours, a table of something else is no loss.
  const unused = usable.length > 0 || covers.length > 0 ? 'info' : 'error';
  for (const [sheet, reason] of without)
    if (reason !== 'empty' && !covers.includes(sheet))
      add({ code: 'HDR-09', severity: worst, params: { reason } }, sheet);
  // Tables side by side under one header row are one cause.
  const told = new Set<string>();
  for (const { table, sheet, headerRows } of tables) {
    const row = headerRows[1];
    if (table !== null || covers.includes(sheet) || told.has(`${row} ${sheet}`)) continue;
    told.add(`${row} ${sheet}`);
    add({ code: 'HDR-09', severity: unused, place: { row }, params: { reason: 'unrelated' } }, sheet);
  }
  const nothing = tables.length === 0 && without.every(([, reason]) => reason === 'empty');
  if ((nothing && !hasHidden) || (usable.length > 0 && usable.every((table) => table.rows === 0)))
    add({ code: 'FIL-06', severity: 'error' }, null);
  for (const kind of TABLE_KINDS) {
    const same = usable.filter((table) => table.table === kind && table.rows > 0);
    if (same.length > 1)
      add({ code: 'SHT-01', severity: 'info', params: { sheets: same.map((table) => table.sheet).join('、') } }, null);
  }
}

function isWanted(sheet: Sheet, options: ReadRosterOptions): boolean {
  if (options.sheets !== undefined) return options.sheets.includes(sheet.name);
  return sheet.visibility === 'visible' && !isOwnSheet(sheet.name);
}

/** Whether a hidden sheet holds one of our tables: then leaving it out must be said. */
async function looksLikeTable(sheet: Sheet): Promise<boolean> {
  if (isOwnSheet(sheet.name)) return false;
  const head: HeadRow[] = [];
  await sheet.scan((row, cells) => head.push({ row, cells: Array.from(cells, (cell) => cell ?? null) }) < HEAD_ROWS);
  return findHeader(head, sheet.merges, sheet.name).headers.some((header) => header.match !== null);
}

class RosterBuilder implements RosterSink {
  private readonly tables: TableSource[] = [];
  private readonly carried: { source: Carried; rows: readonly HouseholdRow[] }[] = [];
  private readonly rows: Rows = {
    住户: [],
    成员: [],
    经营: [],
    单位: [],
    用工: [],
    劳务输出: [],
    培训: [],
    服务: [],
    安置点: [],
    申请: [],
    指标填报: [],
  };
  private readonly covers: StatedTotal[] = [];
  private readonly assumptions = new Map<number, MemberAssumptions>();
  private readonly years = new Map<number, number>();
  private issued = 0;

  get roster(): Roster {
    const { tables, rows, covers } = this;
    return covers.length === 0 ? { tables, rows } : { tables, rows, covers };
  }

  nextTable(): number {
    return this.issued++;
  }

  addTable(source: TableSource): void {
    this.tables[source.index] = source;
  }

  addRow(kind: TableKind, record: RosterRows[TableKind]): void {
    (this.rows[kind] as RosterRows[TableKind][]).push(record);
  }

  addCover(total: StatedTotal): void {
    this.covers.push(total);
  }

  addAssumptions(table: number, assumptions: MemberAssumptions): void {
    this.assumptions.set(table, assumptions);
  }

  addYear(table: number, year: number): void {
    this.years.set(table, year);
  }

  addCarried(source: Carried, rows: readonly HouseholdRow[]): void {
    this.carried.push({ source, rows });
  }

  /** Settles numbers, then households; gives what is to be said about it. */
  settle(): FindingDraft[] {
    const differing = this.giveYears();
    const carried = this.carried.flatMap(({ rows }) => rows);
    const findings = settleNumbers({ ...this.rows, carried }, this.assumptions, this.tables);
    this.settleHouseholds();
    return [...differing, ...findings];
  }

  /** The years that were told, for households of tables without such a column; a column that is there wins, and differing is told. */
  private giveYears(): FindingDraft[] {
    if (this.years.size === 0) return [];
    const { 住户 } = this.rows;
    const differing = new Map<number, number[]>();
    const settled = (
      row: HouseholdRow,
      table: number,
      source: Pick<TableSource, 'columns'> | undefined,
    ): HouseholdRow => {
      const year = this.years.get(table);
      if (year === undefined) return row;
      if (source?.columns.has('incomeYear') !== true) return { ...row, incomeYear: year };
      if (row.incomeYear !== null && row.incomeYear !== year)
        differing.set(table, [...(differing.get(table) ?? []), row.incomeYear]);
      return row;
    };
    for (const [index, row] of 住户.entries()) 住户[index] = settled(row, row.table, this.tables[row.table]);
    for (const [index, { source, rows }] of this.carried.entries())
      this.carried[index] = { source, rows: rows.map((row) => settled(row, source.carriedBy ?? -1, source)) };
    return [...differing].map(([table, found]) => ({
      code: 'HDR-11',
      severity: 'warning',
      place: { table, row: this.tables[table]?.headerRows[1] ?? null, field: 'incomeYear' },
      params: {
        stated: this.years.get(table) ?? '',
        found: [...new Set(found)].sort().join('、'),
        count: found.length,
      },
    }));
  }

  /**
   * Households that came with member rows, as tables of their own behind the others. A 住户 table says more than member
   * rows can: beside one, only sheets that truly hold households count, and no household is given twice.
   */
  private settleHouseholds(): void {
    const listed = new Set(this.rows.住户.map((household) => household.householdId));
    const hasTable = this.tables.some((table) => table.kind === '住户');
    for (const { source, rows } of this.carried) {
      if (hasTable && !['size', 'incomeYear'].some((key) => source.columns.has(key))) continue;
      const index = this.nextTable();
      const kept = rows.filter((household) => !listed.has(household.householdId));
      for (const household of kept) this.rows.住户.push({ ...household, table: index });
      this.addTable({ ...source, index, rows: kept.length });
    }
  }
}
