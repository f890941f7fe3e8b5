import type { MemberRow, RosterRows, TableKind } from '../domain/roster.js';
import type { FindingDraft } from '../findings/collector.js';
import type { FindingSubject } from '../findings/finding.js';
import type { Cell, Sheet } from './grid.js';
import type { FoundHeader } from './header/find-header.js';
import type { MatchedColumn } from './header/matched-column.js';
import { type Claim, claimOf } from './claim-column.js';
import { unitOf } from './money-unit.js';
import { blankRecord } from './rows/blank-record.js';
import { ColumnReader } from './rows/column-reader.js';
import { isEmpty } from './rows/empty-cell.js';
import { ExtraCells } from './rows/extra-cells.js';
import type { NumberCell } from './rows/household-groups.js';
import type { HouseholdRows } from './rows/household-rows.js';
import { type MemberAssumptions, MemberRows } from './rows/member-rows.js';
import { MergedCells, type ActiveMerge } from './rows/merged-cells.js';
import { hasPerson } from './rows/person-in-row.js';
import { placeNamed, type StandingPlace } from './rows/place-title.js';
import { rowKind } from './rows/row-kind.js';
import { RowRanges } from './rows/row-ranges.js';
import { blankFinding, RowReport } from './rows/row-report.js';
import { rowShape, type RowShape } from './rows/row-shape.js';
import { blockAt, numberCell, RowValues } from './rows/row-values.js';
import { Sequence } from './rows/sequence.js';
import { Totals } from './rows/totals.js';
import { readAmount } from './values/amount.js';
import type { FieldValue } from './values/cell-problem.js';

/** Keys that name whom a row concerns, by table. */
const PERSON_KEYS = ['personId', 'headId'];
const ORGANISATION_KEYS = ['creditCode', 'brokerCode', 'institutionCode'];
const NAME_KEYS = ['name', 'headName'];
/** Household cells that are written once for all its members: where they are merged, the household is. */
const BLOCK_KEYS: ReadonlySet<string> = new Set(['headName', 'headId', 'size']);

export interface TableReaderOptions {
  readonly kind: TableKind;
  readonly header: FoundHeader;
  readonly columns: readonly MatchedColumn[];
  readonly sheet: Sheet;
  /** Index of the table in the roster. */
  readonly table: number;
  /** Takes household values that member rows carry; null when the sheet has none. */
  readonly households: HouseholdRows | null;
  /** Other tables stand beside it: a row may be theirs alone. */
  readonly isBeside: boolean;
  /** Rows that somebody struck out, as far as the sheet has been read. */
  readonly struck: ReadonlySet<number>;
  readonly take: (record: RosterRows[TableKind]) => void;
}

type Values = Record<string, FieldValue>;

/** Reads the rows below a header, one by one, into records and findings. Keeps the rows of one household at a time. */
export class TableReader {
  rows = 0;
  /** Where the roster claims an amount, with its unit. */
  readonly claim: Claim | null;
  private readonly options: TableReaderOptions;
  private readonly own: readonly ColumnReader[];
  private readonly carried: readonly ColumnReader[];
  private readonly number: ColumnReader | null;
  private readonly blocks: readonly number[];
  private readonly shape: RowShape;
  /** All columns but a result column of ours. */
  private readonly clerks: readonly number[];
  private readonly merged: MergedCells;
  private readonly hiddenRows: ReadonlySet<number>;
  private readonly extra: ExtraCells | null;
  private readonly values: RowValues;
  private readonly report = new RowReport();
  private readonly totals: Totals;
  private readonly sequence: Sequence;
  private readonly members: MemberRows | null;
  /** Numbers of households that are the IDs of their heads, in a table of households. */
  private readonly derived = new Set<string>();
  /** Rows that held nothing for us: blank, placeholders, numbering, filled in beforehand. */
  private readonly ignored = new RowRanges();
  private hiddenDataRows = 0;
  private totalRow: number | null = null;
  private leadingTotal: { readonly row: number; readonly cells: readonly Cell[] } | null = null;
  private place: StandingPlace | null;

  constructor(options: TableReaderOptions) {
    const { header, columns, sheet, kind, households, take } = options;
    this.options = options;
    const readers = columns.flatMap((column) =>
      column.field === null
        ? []
        : [
            new ColumnReader(
              column.column,
              column.header,
              column.field,
              unitOf(column, column.field, header),
              column.part ?? null,
            ),
          ],
    );
    this.own = readers.filter((reader) => reader.field.of === kind);
    this.carried = readers.filter((reader) => reader.field.of !== kind);
    this.number = this.own.find(({ field }) => field.key === 'householdId') ?? null;
    this.claim = claimOf(columns, header);
    this.clerks = columns.flatMap(({ column, role }) => (role === 'own' ? [] : [column]));
    this.merged = new MergedCells(sheet.merges, header.dataFrom, header.firstColumn, header.lastColumn);
    this.shape = rowShape(header, kind, columns, this.merged);
    const blocks = this.carried.flatMap(({ column, field }) => (BLOCK_KEYS.has(field.key) ? [column] : []));
    this.blocks = this.shape.sequence === null ? blocks : [...blocks, this.shape.sequence];
    this.hiddenRows = new Set(sheet.hiddenRows);
    const amounts = readers.flatMap(({ column, field }) => (field.type === 'money' ? [column] : []));
    this.extra = ExtraCells.of(sheet, header, amounts);
    this.values = new RowValues(kind);
    this.totals = new Totals(readers);
    this.sequence = new Sequence(this.shape.sequence);
    this.place = placeNamed(sheet.name);
    const subjectOf = (record: MemberRow, identity: string | null) => this.subjectOf(record, identity);
    this.members = kind === '成员' ? new MemberRows({ households, report: this.report, subjectOf, take }) : null;
  }

  /** Mapped columns of the table's own kind, and those of the household its rows carry. */
  get ownColumns(): readonly ColumnReader[] {
    return this.own;
  }

  get carriedColumns(): readonly ColumnReader[] {
    const carried = new Set(this.carried.map(({ field }) => field.key));
    const shared = [...(this.members?.shared.values() ?? [])].filter(({ field }) => !carried.has(field.key));
    return [...this.carried, ...shared];
  }

  /** What was assumed about whose rows they are; null for a table without households. */
  get assumptions(): MemberAssumptions | null {
    if (this.members !== null) return this.members;
    return this.derived.size === 0 ? null : { derived: this.derived, filled: [], filledRows: 0, firstFilled: 0 };
  }

  /** Reads one row; `cells` is only looked at during the call. Gives whether it became a record. */
  read(row: number, cells: readonly Cell[]): boolean {
    if (row < this.options.header.dataFrom) return false;
    const merges = this.merged.at(row, cells);
    switch (this.kindOf(row, cells)) {
      case 'data':
        this.data(row, cells, merges);
        return true;
      case 'total':
        this.members?.end();
        // A total above the first row is that of the rows below it.
        if (this.rows === 0) this.leadingTotal = { row, cells: Array.from(cells, (cell) => cell ?? null) };
        else {
          this.report.add(...this.totals.compare(row, cells, true));
          this.totalRow = row;
        }
        return false;
      case 'subtotal':
        this.members?.end();
        this.report.add(...this.totals.compare(row, cells, false));
        return false;
      case 'title':
        this.place = this.placeIn(cells) ?? this.place;
        this.totalRow = null;
        return false;
      case 'repeated-header':
        // A new page or part: what follows stands under its own heading, not below the total.
        this.totalRow = null;
        return false;
      case 'blank':
        if (!this.options.isBeside || this.clerks.some((column) => !isEmpty(cells[column] ?? null)))
          this.ignored.add(row);
        return false;
      case 'numbering':
      case 'placeholder':
      case 'prepared':
        this.ignored.add(row);
        return false;
      case 'footer':
      case 'example':
        return false;
    }
  }

  /** Findings about whole columns and rows; call once, after the last row. Gives everything in the order of rows. */
  finish(): readonly FindingDraft[] {
    this.members?.end();
    const { report, options } = this;
    if (this.leadingTotal !== null)
      report.add(...this.totals.compare(this.leadingTotal.row, this.leadingTotal.cells, true));
    for (const { household, column } of options.households?.missing() ?? [])
      report.add({
        ...blankFinding(column.field),
        place: column.at(household.row),
        subject: { household: household.householdId, name: household.headName },
      });
    report.add(...(this.extra?.findings() ?? []));
    const headerRow = options.header.rows[1];
    const findings = report.inOrder([...this.own, ...this.carried], headerRow, this.rows);
    findings.push(...this.assumed(headerRow));
    const { count, text } = this.ignored;
    if (count > 0) findings.push({ code: 'SHT-06', severity: 'info', params: { count, rows: text } });
    const hidden = this.hidden();
    if (hidden !== null) findings.push(hidden);
    return findings;
  }

  private kindOf(row: number, cells: readonly Cell[]): ReturnType<typeof rowKind> {
    const kind = rowKind(row, cells, this.shape);
    if (kind === 'data' && this.isUnreported(cells)) return 'prepared';
    if (kind !== 'data' || this.rows < 2 || this.shape.ids.length === 0) return kind;
    // A total without the word: nobody stands in the row, and its figures are the sums.
    const isNobody = this.shape.ids.every((column) => isEmpty(cells[column] ?? null)) && !hasPerson(cells, this.shape);
    if (!isNobody) return kind;
    this.members?.end();
    return this.totals.isProved(cells) ? 'total' : kind;
  }

  /** A row of 指标填报 laid out beforehand for a clause, with neither value nor day yet. */
  private isUnreported(cells: readonly Cell[]): boolean {
    if (this.options.kind !== '指标填报') return false;
    const asked = this.own.filter(({ field }) => field.key === 'value' || field.key === 'date');
    return asked.length === 2 && asked.every(({ column }) => isEmpty(cells[column] ?? null));
  }

  private data(row: number, cells: readonly Cell[], merges: readonly ActiveMerge[]): void {
    this.rows += 1;
    this.values.rows = this.rows;
    if (this.hiddenRows.has(row)) this.hiddenDataRows += 1;
    const gap = this.sequence.follow(row, cells);
    if (gap !== null) this.report.add(gap);
    const { kind, table, take } = this.options;
    const record = blankRecord(kind, table, row);
    const number = this.members === null ? 'written' : numberCell(this.number, row, cells, merges);
    const values = record as unknown as Values;
    for (const column of this.own) {
      if (column === this.number && (number === 'blank' || number === 'ditto')) continue;
      values[column.field.key] = this.values.read(column, row, cells, merges);
    }
    const own = this.values.release();
    this.extra?.take(row, cells, () => this.subjectOf(record, own.identity));
    if (own.unreadable.length > 0) record.unreadable = own.unreadable;
    if (number === 'blank' && this.number !== null) own.problems.unshift([this.number, null, null]);
    if (this.claim !== null) {
      const claimed = readAmount(cells[this.claim.column] ?? null, this.claim.unit);
      if (typeof claimed === 'number') record.claimed = claimed;
    }
    if (this.members !== null) {
      this.tellStruck(row, this.subjectOf(record, own.identity));
      this.member(record as MemberRow, row, cells, merges, own, number);
      return;
    }
    this.settlePlace(values);
    const subject = this.subjectOf(record, own.identity);
    this.tellStruck(row, subject);
    this.report.cells(row, subject, own.problems);
    for (const [column, merge] of own.merges) this.report.merged(row, subject, column, merge);
    if (this.totalRow !== null) this.report.belowTotal(row, subject, this.totalRow);
    take(record);
  }

  private member(
    record: MemberRow,
    row: number,
    cells: readonly Cell[],
    merges: readonly ActiveMerge[],
    own: ReturnType<RowValues['release']>,
    number: NumberCell,
  ): void {
    const carried = new Map<ColumnReader, FieldValue>();
    for (const column of this.carried) carried.set(column, this.values.read(column, row, cells, merges));
    const met = this.values.release();
    // A household value stands once: in the first row, or merged. A blank below it is no mistake of that row.
    const problems = [...own.problems, ...met.problems.filter(([, problem]) => problem !== null)];
    const said = (key: string): FieldValue => {
      for (const [{ field }, value] of carried) if (field.key === key) return value;
      return null;
    };
    const [headName, headId, size] = [said('headName'), said('headId'), said('size')];
    this.members?.take(
      {
        row,
        record,
        carried,
        carriedUnreadable: met.unreadable,
        problems,
        merges: [...own.merges, ...met.merges],
        identity: own.identity ?? met.identity,
        number,
        block: blockAt(this.blocks, row, merges),
        headName: typeof headName === 'string' ? headName : null,
        headId: typeof headId === 'string' ? headId : null,
        size: typeof size === 'number' ? size : null,
        sequence: this.sequence.numberIn(cells),
        belowTotal: this.totalRow,
      },
      this.place,
    );
  }

  /** Whoever struck a row out may have meant that nobody is to be paid; the row is read all the same. */
  private tellStruck(row: number, subject: Partial<FindingSubject>): void {
    if (!this.options.struck.has(row)) return;
    this.report.add({ code: 'ROW-17', severity: 'warning', place: { row }, subject, params: {} });
  }

  /** A household takes the place under which it stands, and without a number is known by its head. */
  private settlePlace(values: Values): void {
    if (this.options.kind !== '住户') return;
    if (this.place !== null) values[this.place.key] ??= this.place.name;
    const headId = values['headId'] ?? null;
    if (this.number !== null || typeof headId !== 'string') return;
    values['householdId'] = headId;
    this.derived.add(headId);
  }

  private placeIn(cells: readonly Cell[]): StandingPlace | null {
    const { firstColumn, lastColumn } = this.options.header;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = cells[column] ?? null;
      if (typeof cell === 'string' && cell.trim() !== '') return placeNamed(cell);
    }
    return null;
  }

  /** What was assumed about whose rows they are, once for the table. */
  private assumed(headerRow: number): FindingDraft[] {
    const drafts: FindingDraft[] = [];
    const { derived, filledRows, firstFilled } = this.assumptions ?? {
      derived: new Set(),
      filledRows: 0,
      firstFilled: 0,
    };
    if (derived.size > 0)
      drafts.push({ code: 'HHD-24', severity: 'info', place: { row: headerRow }, params: { count: derived.size } });
    if (filledRows > 0)
      drafts.push({
        code: 'SHT-08',
        severity: 'info',
        place: this.number?.at(firstFilled) ?? { row: firstFilled },
        params: { count: filledRows },
      });
    return drafts;
  }

  private subjectOf(record: RosterRows[TableKind], identity: string | null): Partial<FindingSubject> {
    const values = record as unknown as Values;
    const text = (keys: readonly string[]): string | null => {
      for (const key of keys) {
        const value = values[key];
        if (typeof value === 'string') return value;
      }
      return null;
    };
    return {
      household: text(['householdId']),
      person: text(PERSON_KEYS) ?? identity,
      organisation: text(ORGANISATION_KEYS),
      name: text(NAME_KEYS) ?? text(['organisationName', 'brokerName']),
    };
  }

  private hidden(): FindingDraft | null {
    const { sheet } = this.options;
    const columns = sheet.hiddenColumns.filter((column) => this.shape.fields.has(column)).length;
    if (this.hiddenDataRows === 0 && columns === 0) return null;
    return {
      code: 'SHT-02',
      severity: 'warning',
      params: { rows: this.hiddenDataRows, columns, sheets: 0 },
    };
  }
}
