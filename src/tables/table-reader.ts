import { formatYuan } from '../domain/money.js';
import type { RosterRows, TableKind } from '../domain/roster.js';
import type { FindingDraft } from '../findings/collector.js';
import type { FindingSubject } from '../findings/finding.js';
import type { Field } from './fields/index.js';
import type { Cell, Sheet } from './grid.js';
import type { FoundHeader } from './header/find-header.js';
import type { MatchedColumn } from './header/match-columns.js';
import { type Claim, claimOf } from './claim-column.js';
import { unitOf } from './money-unit.js';
import { blankRecord } from './rows/blank-record.js';
import { ColumnReader } from './rows/column-reader.js';
import type { HouseholdRows } from './rows/household-rows.js';
import { MergedCells, rangeText, type ActiveMerge } from './rows/merged-cells.js';
import { isEmpty, rowKind, type RowShape } from './rows/row-kind.js';
import { readAmount } from './values/amount.js';
import { CellProblem, type FieldValue } from './values/cell-problem.js';
import { displayText } from './values/plain-text.js';

/** Sequence gaps beyond this many are one more finding no better. */
const SEQUENCE_GAPS = 10;
/** Keys that tie a row to a household, a person or an organisation, by table. */
const HOUSEHOLD_KEY = 'householdId';
const PERSON_KEYS = ['personId', 'headId'];
const ORGANISATION_KEYS = ['creditCode', 'brokerCode', 'institutionCode'];
const NAME_KEYS = ['name', 'headName'];

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
  readonly take: (record: RosterRows[TableKind]) => void;
}

type Values = Record<string, FieldValue>;

/** Reads the rows below a header, one by one, into records and findings. Keeps no row. */
export class TableReader {
  readonly findings: FindingDraft[] = [];
  rows = 0;
  /** Rows that held nothing for us: blank, placeholders, numbering. */
  ignored = 0;
  private readonly options: TableReaderOptions;
  private readonly own: readonly ColumnReader[];
  private readonly carried: readonly ColumnReader[];
  /** Where the roster claims an amount, with its unit. */
  readonly claim: Claim | null;
  private readonly shape: RowShape;
  /** All columns but a result column of ours. */
  private readonly clerks: readonly number[];
  private readonly merged: MergedCells;
  private readonly hiddenRows: ReadonlySet<number>;
  /** What was met in the row at hand. */
  private readonly met: {
    readonly problems: [ColumnReader, CellProblem | null, Cell][];
    readonly merges: [ColumnReader, ActiveMerge][];
    readonly unreadable: string[];
    identity: string | null;
  } = { problems: [], merges: [], unreadable: [], identity: null };
  private hiddenDataRows = 0;
  private lastSequence: number | null = null;
  private sequenceGaps = 0;
  private totalRow: number | null = null;
  private leadingTotal: { readonly row: number; readonly cells: readonly Cell[] } | null = null;

  constructor(options: TableReaderOptions) {
    const { header, columns, sheet, kind } = options;
    this.options = options;
    const readers = columns.flatMap((column) =>
      column.field === null
        ? []
        : [new ColumnReader(column.column, column.header, column.field, unitOf(column, column.field, header))],
    );
    this.own = readers.filter((reader) => reader.field.of === kind);
    this.carried = readers.filter((reader) => reader.field.of !== kind);
    const at = (keys: readonly string[]): number[] =>
      this.own.filter((reader) => keys.includes(reader.field.key)).map((reader) => reader.column);
    this.claim = claimOf(columns, header);
    const sequence = columns.find((column) => column.role === 'sequence')?.column ?? null;
    this.clerks = columns.flatMap(({ column, role }) => (role === 'own' ? [] : [column]));
    this.merged = new MergedCells(sheet.merges, header.dataFrom, header.firstColumn, header.lastColumn);
    this.shape = {
      header,
      mapped: readers.map((reader) => reader.column),
      personId: at(PERSON_KEYS)[0] ?? null,
      identity: at([HOUSEHOLD_KEY, ...NAME_KEYS]),
      sequence,
      isTitleMerge: (row, column) => this.merged.isWide(row, column),
    };
    this.hiddenRows = new Set(sheet.hiddenRows);
  }

  /** Mapped columns of the table's own kind, and those of the household its rows carry. */
  get ownColumns(): readonly ColumnReader[] {
    return this.own;
  }

  get carriedColumns(): readonly ColumnReader[] {
    return this.carried;
  }

  /** Reads one row; `cells` is only looked at during the call. Gives whether it became a record. */
  read(row: number, cells: readonly Cell[]): boolean {
    if (row < this.options.header.dataFrom) return false;
    const merges = this.merged.at(row, cells);
    switch (rowKind(row, cells, this.shape)) {
      case 'data':
        this.data(row, cells, merges);
        return true;
      case 'total':
        // A total above the first row is that of the rows below it.
        if (this.rows === 0) this.leadingTotal = { row, cells: Array.from(cells, (cell) => cell ?? null) };
        else {
          this.compareTotal(row, cells, true);
          this.totalRow = row;
        }
        return false;
      case 'subtotal':
        this.compareTotal(row, cells, false);
        return false;
      case 'repeated-header':
      case 'title':
        // A new page or part: what follows stands under its own heading, not below the total.
        this.totalRow = null;
        return false;
      case 'blank':
        if (!this.options.isBeside || this.clerks.some((column) => !isEmpty(cells[column] ?? null))) this.ignored += 1;
        return false;
      case 'numbering':
      case 'placeholder':
        this.ignored += 1;
        return false;
      case 'footer':
      case 'example':
        return false;
    }
  }

  /** Findings about whole columns and rows; call once, after the last row. Gives everything in the order of rows. */
  finish(): readonly FindingDraft[] {
    if (this.leadingTotal !== null) this.compareTotal(this.leadingTotal.row, this.leadingTotal.cells, true);
    for (const { household, column } of this.options.households?.missing() ?? []) {
      const draft = blankFinding(column.field);
      const place = column.at(household.row);
      if (draft !== null)
        this.findings.push({
          ...draft,
          place,
          subject: { household: household.householdId, name: household.headName },
        });
    }
    for (const column of [...this.own, ...this.carried]) {
      for (const problem of column.findings(this.options.header.rows[1], this.rows)) this.findings.push(problem);
      if (column.cleaned > 0)
        this.findings.push({
          code: 'CEL-11',
          severity: 'info',
          place: column.at(column.firstCleaned),
          params: { count: column.cleaned },
        });
    }
    this.findings.sort(
      (a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
    );
    if (this.ignored > 0) this.findings.push({ code: 'SHT-06', severity: 'info', params: { count: this.ignored } });
    const hidden = this.hidden();
    if (hidden !== null) this.findings.push(hidden);
    return this.findings;
  }

  private data(row: number, cells: readonly Cell[], merges: readonly ActiveMerge[]): void {
    this.rows += 1;
    if (this.hiddenRows.has(row)) this.hiddenDataRows += 1;
    this.followSequence(row, cells);
    const record = blankRecord(this.options.kind, this.options.table, row);
    const values = record as unknown as Values;
    const met = this.met;
    for (const column of this.own) values[column.field.key] = this.value(column, row, cells, merges);
    if (met.unreadable.length > 0) record.unreadable = met.unreadable.splice(0);
    const { households } = this.options;
    if (this.claim !== null) {
      const claimed = readAmount(cells[this.claim.column] ?? null, this.claim.unit);
      if (typeof claimed === 'number') record.claimed = claimed;
    }
    if (households !== null) {
      const carried = new Map<ColumnReader, FieldValue>();
      const before = met.problems.length;
      for (const column of this.carried) carried.set(column, this.value(column, row, cells, merges));
      // A household value stands once: in the first row, or merged. A blank below it is no mistake of that row.
      const problems = met.problems.splice(before).filter(([, problem]) => problem !== null);
      met.problems.push(...problems);
      const unreadable = met.unreadable.splice(0);
      const contradictions = households.take(record as RosterRows['成员'], { row, values: carried, unreadable });
      if (contradictions.length > 0) {
        const subject = this.subjectOf(values, met.identity);
        for (const draft of contradictions) this.findings.push({ ...draft, subject });
      }
    }
    if (met.problems.length > 0 || met.merges.length > 0 || this.totalRow !== null) {
      this.report(row, this.subjectOf(values, met.identity), met.problems.splice(0), met.merges.splice(0));
      met.identity = null;
    }
    this.options.take(record);
  }

  /** The value of one cell; what is wrong with it is noted until the row's subject is known. */
  private value(column: ColumnReader, row: number, cells: readonly Cell[], merges: readonly ActiveMerge[]): FieldValue {
    const { met } = this;
    const merge = merges.length === 0 ? undefined : mergeOver(merges, column.column);
    const cell = merge === undefined ? (cells[column.column] ?? null) : this.mergedCell(merge, column, row, cells);
    if (merge !== undefined && this.isShared(merge, column, cell)) met.merges.push([column, merge]);
    if (cell !== null && cell !== '') column.filled += 1;
    const reading = column.read(cell, row);
    if (!(reading instanceof CellProblem)) {
      if (reading === null && column.field.required === true) {
        if (column.field.of === this.options.kind && column.isBlankAgain(this.rows))
          met.unreadable.push(column.field.key);
        else met.problems.push([column, null, cell]);
      }
      if (column.field.type === 'money') column.add(typeof reading === 'number' ? reading : null, true);
      return reading;
    }
    met.problems.push([column, reading, cell]);
    met.identity ??= reading.identity;
    if (reading.severity === 'error' && reading.value === null) met.unreadable.push(column.field.key);
    if (reading.value === null) column.unreadable += 1;
    if (column.field.type === 'money') column.add(null, false);
    return reading.value;
  }

  private report(
    row: number,
    subject: Partial<FindingSubject>,
    problems: readonly [ColumnReader, CellProblem | null, Cell][],
    mergedRanges: readonly [ColumnReader, ActiveMerge][],
  ): void {
    for (const [column, problem, cell] of problems) {
      const place = column.at(row);
      if (problem === null) {
        const draft = blankFinding(column.field);
        if (draft !== null) this.findings.push({ ...draft, place, subject });
        continue;
      }
      column.problems.push({
        code: problem.code,
        severity: problem.severity,
        place,
        subject,
        value: displayText(cell),
        params: problem.params,
      });
    }
    for (const [column, merge] of mergedRanges)
      this.findings.push({
        code: 'SHT-07',
        severity: column.field.severity ?? 'error',
        place: column.at(row),
        subject,
        value: displayText(merge.value),
        params: { range: rangeText(merge.range) },
      });
    if (this.totalRow !== null)
      this.findings.push({
        code: 'SHT-05',
        severity: 'error',
        place: { row },
        subject,
        params: { total: this.totalRow },
      });
  }

  /** The value a merged cell gives this row: the merge's own for what rows share, the cell's own otherwise. */
  private mergedCell(merge: ActiveMerge, column: ColumnReader, row: number, cells: readonly Cell[]): Cell {
    const isTop = merge.range.firstRow === row && merge.range.firstColumn === column.column;
    if (isTop) return cells[column.column] ?? null;
    return merge.range.firstColumn === column.column && this.fillsDown(column) ? merge.value : null;
  }

  /** One merged value over several rows (or several mapped columns) that is not theirs together. */
  private isShared(merge: ActiveMerge, column: ColumnReader, cell: Cell): boolean {
    if (merge.value === null || merge.value === '') return false;
    const { firstRow, lastRow, firstColumn } = merge.range;
    if (firstColumn !== column.column) return cell === null && column.field.type === 'money';
    return lastRow > firstRow && !this.fillsDown(column);
  }

  private fillsDown(column: ColumnReader): boolean {
    const { level } = column.field;
    // In a list of households a value merged over two of them is not theirs together, a township is.
    return this.options.kind === '住户' ? level === 'place' : level !== 'row';
  }

  private subjectOf(values: Values, identity: string | null): Partial<FindingSubject> {
    const text = (keys: readonly string[]): string | null => {
      for (const key of keys) {
        const value = values[key];
        if (typeof value === 'string') return value;
      }
      return null;
    };
    return {
      household: text([HOUSEHOLD_KEY]),
      person: text(PERSON_KEYS) ?? identity,
      organisation: text(ORGANISATION_KEYS),
      name: text(NAME_KEYS) ?? text(['organisationName', 'brokerName']),
    };
  }

  private followSequence(row: number, cells: readonly Cell[]): void {
    const { sequence } = this.shape;
    if (sequence === null) return;
    const cell = cells[sequence] ?? null;
    const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell.trim() || 'x') : Number.NaN;
    if (!Number.isInteger(number)) return;
    const expected = (this.lastSequence ?? number - 1) + 1;
    if (number !== expected && number !== 1) {
      this.sequenceGaps += 1;
      if (this.sequenceGaps <= SEQUENCE_GAPS)
        this.findings.push({
          code: 'SHT-04',
          severity: 'warning',
          place: { row, column: sequence },
          value: String(number),
          params: { found: number, expected },
        });
    }
    this.lastSequence = number;
  }

  private compareTotal(row: number, cells: readonly Cell[], isTotal: boolean): void {
    // Household amounts beside each member are written once, merged or repeated: their sum says nothing.
    for (const column of this.own) {
      if (column.field.type !== 'money') continue;
      const stated = readAmount(cells[column.column] ?? null, column.unit);
      const [summed, part] = isTotal ? [column.sum, column.groupSum] : [column.groupSum, column.sum];
      // A 合计 at the foot of each page or part may add up the part alone.
      if (
        typeof stated === 'number' &&
        summed !== null &&
        stated !== summed &&
        stated !== part &&
        !isRate(column.field)
      )
        this.findings.push({
          code: 'SHT-03',
          severity: 'error',
          place: column.at(row),
          value: displayText(cells[column.column] ?? null),
          params: {
            column: column.header,
            stated: formatYuan(stated),
            summed: formatYuan(summed),
            difference: formatYuan(stated - summed),
          },
        });
      if (column.groupSum !== null) column.groupSum = 0;
    }
  }

  private hidden(): FindingDraft | null {
    const { sheet } = this.options;
    const columns = sheet.hiddenColumns.filter((column) => this.shape.mapped.includes(column)).length;
    if (this.hiddenDataRows === 0 && columns === 0) return null;
    return {
      code: 'SHT-02',
      severity: 'warning',
      params: { rows: this.hiddenDataRows, columns, sheets: 0 },
    };
  }
}

/** A required cell with nothing in it. What ties the row to someone, or decides its money, holds it. */
function blankFinding(field: Field): FindingDraft | null {
  if (field.type === 'person-id') return { code: 'CEL-01', severity: 'error', params: { length: 0 } };
  return { code: 'CEL-19', severity: field.blank ?? 'error', params: { field: field.header } };
}

/** Amounts a head: a total row shows their average, if anything. */
function isRate(field: Field): boolean {
  return field.key === 'perCapitaIncome' || field.key === 'lastPerCapitaIncome' || field.key === 'monthlyWage';
}

function mergeOver(merges: readonly ActiveMerge[], column: number): ActiveMerge | undefined {
  return merges.find(({ range }) => range.firstColumn <= column && range.lastColumn >= column);
}
