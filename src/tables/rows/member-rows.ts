import type { MemberRow } from '../../domain/roster.js';
import type { FindingSubject } from '../../findings/finding.js';
import { fieldByKey } from '../fields/index.js';
import { ColumnReader } from './column-reader.js';
import { type Group, headIdOf, HouseholdGroups, isWithin, type MemberLine } from './household-groups.js';
import type { HouseholdRows } from './household-rows.js';
import type { ActiveMerge } from './merged-cells.js';
import type { RowReport } from './row-report.js';
import type { StandingPlace } from './place-title.js';

/** Rows whose number was filled down without cells merged over them: their number must be that of 家庭人口数. */
export interface FilledGroup {
  readonly row: number;
  readonly number: string;
  readonly rows: number;
}

/** What the rows of a member table were assumed to be, told once for the table. */
export interface MemberAssumptions {
  /** Households whose number is the ID of their head. */
  readonly derived: ReadonlySet<string>;
  readonly filled: readonly FilledGroup[];
  /** Rows that took their household's number from the row above. */
  readonly filledRows: number;
  readonly firstFilled: number;
}

export interface MemberRowsOptions {
  /** Takes household values that the rows carry; null when the sheet has none. */
  readonly households: HouseholdRows | null;
  readonly report: RowReport;
  readonly subjectOf: (record: MemberRow, identity: string | null) => Partial<FindingSubject>;
  readonly take: (record: MemberRow) => void;
}

/** Fields of an account and a telephone: merged over the rows of a household they are the household's. */
const OF_HEAD = ['bankName', 'accountName', 'accountNumber', 'phone'] as const;

/** Member rows on their way to the roster, household by household. */
export class MemberRows implements MemberAssumptions {
  readonly derived = new Set<string>();
  readonly filled: FilledGroup[] = [];
  filledRows = 0;
  firstFilled = 0;
  /** Household columns that amounts merged over member rows stand for, by the column of the members. */
  readonly shared = new Map<ColumnReader, ColumnReader>();
  private readonly groups = new HouseholdGroups();
  private readonly options: MemberRowsOptions;
  /** Where the household at hand stands. */
  private place: StandingPlace | null = null;

  constructor(options: MemberRowsOptions) {
    this.options = options;
  }

  take(line: MemberLine, place: StandingPlace | null): void {
    const ended = this.groups.take(line);
    if (ended !== null) this.settle(ended, this.place);
    this.place = place;
  }

  /** Settles the household at hand: before a total is compared, before a new part, and at the end. */
  end(): void {
    const ended = this.groups.end();
    if (ended !== null) this.settle(ended, this.place);
  }

  private settle(group: Group, place: StandingPlace | null): void {
    this.number(group);
    for (const line of group.lines) {
      for (const [column, merge] of line.merges) this.merged(group, line, column, merge);
    }
    for (const line of group.lines) this.give(line, place);
  }

  /** Gives every row of the household its number, or tells once that it has none. */
  private number(group: Group): void {
    const { lines, number } = group;
    const [first] = lines;
    if (first === undefined) return;
    if (number !== null) {
      let filled = 0;
      for (const line of lines) {
        if (line.record.householdId !== null || line.number === 'written') continue;
        line.record.householdId = number;
        dropBlankNumber(line);
        if (line.number !== 'blank' && line.number !== 'ditto') continue;
        if (this.filledRows === 0) this.firstFilled = line.row;
        this.filledRows += 1;
        if (line.number === 'blank' && line.block !== 'goes-on') filled += 1;
      }
      if (filled > 0) this.filled.push({ row: first.row, number, rows: lines.length });
      return;
    }
    if (first.number === 'written') return;
    const headId = headIdOf(group);
    const tellsBlank = first.number === 'blank';
    for (const line of lines) {
      if (line !== first || !tellsBlank) dropBlankNumber(line);
      line.record.householdId = headId;
    }
    if (headId !== null) {
      if (tellsBlank) return;
      this.derived.add(headId);
      if (lines.some(({ block, headId: own }) => block === 'none' && own === null) && lines.length > 1)
        this.filled.push({ row: first.row, number: headId, rows: lines.length });
    } else if (!tellsBlank)
      this.options.report.add({
        code: 'HHD-25',
        severity: 'error',
        place: { row: first.row },
        subject: this.options.subjectOf(first.record, first.identity),
        params: { count: lines.length, reason: 'no-head' },
      });
  }

  /** A value merged over rows of one household is the household's, if a household has such a value; else it is told. */
  private merged(group: Group, line: MemberLine, column: ColumnReader, merge: ActiveMerge): void {
    const { report, subjectOf } = this.options;
    const isTop = merge.range.firstRow === line.row;
    if (isWithin(group, merge)) {
      const { key, type, of } = column.field;
      if (of === '住户') return;
      const own = OF_HEAD.find((one) => one === key);
      if (own !== undefined) {
        if (isTop) this.toHead(group, line, own);
        return;
      }
      if (type === 'money' && this.options.households !== null) {
        const household = this.householdColumn(column);
        if (household !== null) {
          if (isTop) this.toHousehold(line, column, household);
          return;
        }
      }
    }
    report.merged(line.row, subjectOf(line.record, line.identity), column, merge);
  }

  private toHead({ lines }: Group, line: MemberLine, key: (typeof OF_HEAD)[number]): void {
    const head = lines.find(({ record }) => record.relation === '户主');
    if (head === undefined || head === line) return;
    head.record[key] ??= line.record[key];
    line.record[key] = null;
  }

  private toHousehold(line: MemberLine, column: ColumnReader, household: ColumnReader): void {
    const values = line.record as unknown as Record<string, number | null>;
    const amount = values[column.field.key] ?? null;
    values[column.field.key] = null;
    line.carried.set(household, amount);
  }

  private householdColumn(column: ColumnReader): ColumnReader | null {
    const field = fieldByKey('住户', column.field.key);
    if (field === undefined) return null;
    const known = this.shared.get(column) ?? new ColumnReader(column.column, column.header, field, column.unit);
    this.shared.set(column, known);
    return known;
  }

  private give(line: MemberLine, place: StandingPlace | null): void {
    const { households, report, subjectOf, take } = this.options;
    const { row, record, problems, identity } = line;
    if (households !== null) {
      const values = { row, values: line.carried, unreadable: line.carriedUnreadable, place };
      const contradictions = households.take(record, values);
      if (contradictions.length > 0) {
        const subject = subjectOf(record, identity);
        report.add(...contradictions.map((draft) => ({ ...draft, subject })));
      }
    }
    if (problems.length > 0 || line.belowTotal !== null) {
      const subject = subjectOf(record, identity);
      report.cells(row, subject, problems);
      if (line.belowTotal !== null) report.belowTotal(row, subject, line.belowTotal);
    }
    take(record);
  }
}

function dropBlankNumber({ problems }: MemberLine): void {
  const at = problems.findIndex(([column, problem]) => problem === null && column.field.key === 'householdId');
  if (at >= 0) problems.splice(at, 1);
}
