import type { HouseholdRow, MemberRow } from '../../domain/roster.js';
import type { FindingDraft } from '../../findings/collector.js';
import { formatYuan } from '../../domain/money.js';
import type { ColumnReader } from './column-reader.js';
import { blankRecord, type MutableRow } from './blank-record.js';
import type { StandingPlace } from './place-title.js';
import { isSummed, summand } from './totals.js';

/** Household values as the cells of one member row give them. */
export interface CarriedValues {
  readonly row: number;
  readonly values: ReadonlyMap<ColumnReader, string | number | boolean | null>;
  readonly unreadable: readonly string[];
  /** Where the row stands, for households whose own columns do not say it. */
  readonly place: StandingPlace | null;
}

/** Fields that may differ from member to member without contradicting anything. */
const PERSONAL: ReadonlySet<string> = new Set(['phone', 'remark']);

/**
 * Households of a sheet whose member rows also carry household columns: one row for every 户编号, from its first row.
 * What a later row says otherwise is a contradiction (HHD-06); what an earlier row left blank is taken from a later one.
 */
export class HouseholdRows {
  private readonly households = new Map<string, MutableRow<'住户'>>();
  private readonly headSeen = new Set<string>();
  /** Required household columns of the sheet that some row left blank. */
  private readonly blank = new Set<ColumnReader>();
  private readonly places = new Map<string, StandingPlace>();

  get rows(): readonly HouseholdRow[] {
    for (const [id, { key, name }] of this.places) {
      const household = this.households.get(id);
      if (household !== undefined) household[key] ??= name;
    }
    return [...this.households.values()];
  }

  /** Takes in one member row; gives the findings about what contradicts an earlier row of the household. */
  take(member: MemberRow, carried: CarriedValues): readonly FindingDraft[] {
    const id = member.householdId;
    if (id === null) {
      // What is nobody's is in no sum of households.
      for (const [column] of carried.values) if (isSummed(column.field)) column.add(null, false);
      return [];
    }
    if (carried.place !== null && !this.places.has(id)) this.places.set(id, carried.place);
    let household = this.households.get(id);
    if (household === undefined) {
      household = blankRecord('住户', 0, member.row);
      household.householdId = id;
      this.households.set(id, household);
    }
    const target = household as unknown as Record<string, string | number | boolean | null>;
    const findings: FindingDraft[] = [];
    for (const [column, value] of carried.values) {
      const key = column.field.key;
      const before = target[key] ?? null;
      if (value === null && column.field.required === true) this.blank.add(column);
      if (before === null) {
        target[key] = value;
        if (isSummed(column.field)) column.add(summand(value, column.field), true);
      } else if (value !== null && value !== before && !PERSONAL.has(key)) {
        findings.push({
          code: 'HHD-06',
          severity: 'error',
          place: column.at(member.row),
          value: shown(column, value),
          params: { field: column.field.header, first: shown(column, before), second: shown(column, value) },
        });
      }
    }
    if (carried.unreadable.length > 0)
      household.unreadable = [...new Set([...(household.unreadable ?? []), ...carried.unreadable])];
    this.takePersonal(household, member, id);
    return findings;
  }

  /** Required household cells that no row of a household fills: the first row of the household should. */
  missing(): readonly { readonly household: HouseholdRow; readonly column: ColumnReader }[] {
    return this.rows.flatMap((household) => {
      const values = household as unknown as Record<string, unknown>;
      return [...this.blank]
        .filter(({ field }) => values[field.key] === null && household.unreadable?.includes(field.key) !== true)
        .map((column) => ({ household, column }));
    });
  }

  /** Account, evidence and telephone serve the household through its head; without a head the first that has them. */
  private takePersonal(household: MutableRow<'住户'>, member: MemberRow, id: string): void {
    const isHead = member.relation === '户主' && !this.headSeen.has(id);
    if (isHead) {
      this.headSeen.add(id);
      household.headName ??= member.name;
      household.headId ??= member.personId;
    }
    const account = member.accountNumber !== null || member.bankName !== null || member.accountName !== null;
    if (account && (isHead || household.accountNumber === null) && (isHead || !this.hasAccount(household))) {
      household.bankName = member.bankName;
      household.accountName = member.accountName;
      household.accountNumber = member.accountNumber;
    }
    if (isHead || household.evidence === null) household.evidence = member.evidence ?? household.evidence;
    if (isHead || household.phone === null) household.phone = member.phone ?? household.phone;
  }

  private hasAccount(household: HouseholdRow): boolean {
    return household.accountNumber !== null || household.bankName !== null || household.accountName !== null;
  }
}

function shown(column: ColumnReader, value: string | number | boolean | null): string {
  if (typeof value === 'number') return column.field.type === 'money' ? formatYuan(value) : String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return value ?? '';
}
