import type { ColumnReader } from './column-reader.js';
import type { MutableRow } from './blank-record.js';
import type { ActiveMerge } from './merged-cells.js';
import type { CellProblem, FieldValue } from '../values/cell-problem.js';
import type { Cell } from '../grid.js';

/** What was met in a cell: its problem, or null for a required cell that is blank. */
export type CellMet = readonly [ColumnReader, CellProblem | null, Cell];

/** How the cell of the household's number stands in a row. */
export type NumberCell = 'absent' | 'written' | 'merged' | 'blank' | 'ditto';

/** One member row on its way from the sheet to the roster. */
export interface MemberLine {
  readonly row: number;
  readonly record: MutableRow<'成员'>;
  /** Household values that the row carries. */
  readonly carried: Map<ColumnReader, FieldValue>;
  readonly carriedUnreadable: readonly string[];
  readonly problems: CellMet[];
  readonly merges: readonly (readonly [ColumnReader, ActiveMerge])[];
  readonly identity: string | null;
  readonly number: NumberCell;
  /** A cell of the household, merged over several rows, begins here or goes on from above. */
  readonly block: 'begins' | 'goes-on' | 'none';
  /** Cells of the household itself that are written in this row. */
  readonly headName: string | null;
  readonly headId: string | null;
  readonly size: number | null;
  /** The row's own 序号; null when it has none. */
  readonly sequence: number | null;
  readonly belowTotal: number | null;
}

/** Rows that stand for one household. */
export interface Group {
  readonly lines: MemberLine[];
  number: string | null;
  headName: string | null;
  headId: string | null;
  size: number | null;
  heads: number;
  sequenceBelow: boolean;
}

/** No household has more rows; what is longer has no order that a person could see. */
const LONGEST = 500;

/**
 * Puts member rows into households: by the number where one is written, else by cells merged over several rows, by the
 * cells of the household that are written once above its members, and by 户主.
 */
export class HouseholdGroups {
  private group: Group | null = null;

  /** Takes the next row; gives the household that it ends, or null. */
  take(line: MemberLine): Group | null {
    const { group } = this;
    if (group !== null && group.lines.length < LONGEST && !begins(line, group)) {
      join(group, line);
      return null;
    }
    this.group = join({ ...NO_GROUP, lines: [] }, line);
    return group;
  }

  /** The household at hand, which no row belongs to any more. */
  end(): Group | null {
    const { group } = this;
    this.group = null;
    return group;
  }
}

const NO_GROUP = { number: null, headName: null, headId: null, size: null, heads: 0, sequenceBelow: false };

function join(group: Group, line: MemberLine): Group {
  group.lines.push(line);
  group.number ??= line.record.householdId;
  group.headName ??= line.headName;
  group.headId ??= line.headId;
  group.size ??= line.size;
  if (line.record.relation === '户主') group.heads += 1;
  if (line.sequence === null) group.sequenceBelow = true;
  return group;
}

function begins(line: MemberLine, group: Group): boolean {
  const id = line.record.householdId;
  switch (line.number) {
    case 'written':
      // A number that cannot be read is nobody's: neither that of the rows above.
      return id === null || id !== group.number;
    case 'merged':
      return id !== group.number;
    case 'ditto':
      return false;
    default:
      return beginsWithoutNumber(line, group);
  }
}

function beginsWithoutNumber(line: MemberLine, group: Group): boolean {
  if (line.block === 'goes-on') return false;
  if (line.block === 'begins') return true;
  if (line.headId !== null && group.headId !== null) return line.headId !== group.headId;
  const isHead = line.record.relation === '户主';
  const isSecondHead = isHead && group.heads > 0;
  if (line.headName !== null && group.headName !== null) return line.headName !== group.headName || isSecondHead;
  if (line.headId !== null || line.headName !== null) return true;
  if (isSecondHead) return true;
  const isFull = group.size !== null && group.lines.length >= group.size;
  if (line.size !== null && isFull) return true;
  // 序号 written once a household, as the rows above show.
  if (line.sequence !== null && group.sequenceBelow) return true;
  if (!isHead) return false;
  return group.headName !== null ? group.headName !== line.record.name : isFull || group.lines.length > 1;
}

/** The ID of the household's head, as its own column says or the one row of 户主; null when nothing says it. */
export function headIdOf({ lines, headId }: Group): string | null {
  if (headId !== null) return headId;
  const heads = lines.filter(({ record }) => record.relation === '户主');
  const [only, other] = heads;
  return only === undefined || other !== undefined ? null : only.record.personId;
}

/** Whether a merge stands within the rows of one household. */
export function isWithin({ lines }: Group, { range }: ActiveMerge): boolean {
  const first = lines[0]?.row ?? 0;
  const last = lines.at(-1)?.row ?? 0;
  return range.firstRow >= first && range.lastRow <= last && range.firstColumn === range.lastColumn;
}
