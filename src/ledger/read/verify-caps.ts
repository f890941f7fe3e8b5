import { formatYuan } from '../../domain/money.js';
import { numberOf, numberOrNull, textOf, type Database, type SqlRow } from '../store/database.js';
import { HouseholdNames } from './household-names.js';
import { countingAmount, exceptionalFates, fateKey, isUnpaid, type Fates } from './line-fate.js';
import type { Report } from './ledger-problem.js';
import { keptBackByLine } from './offsets.js';
import { counts, type BatchStanding } from './standing.js';

/** What one line or offset uses up under a key, as it stands now. */
interface Use {
  readonly key: string;
  readonly version: number;
  readonly amount: number;
  readonly count: number;
  /** Null for what was paid before the ledger: it is taken as it was. */
  readonly maxAmount: number | null;
  readonly maxCount: number | null;
}

/**
 * Caps are those of the lines that were approved here; opening history is taken as it was. A household counts under every number
 * that was known to be its own when a batch was approved.
 */
export function checkCaps(database: Database, standings: Map<string, BatchStanding>, report: Report): void {
  const counting = new Map<number, BatchStanding>();
  for (const standing of standings.values()) if (counts(standing.state)) counting.set(standing.head.version, standing);
  const names = new HouseholdNames(database);
  names.meetAll();
  const tell = (version: number, use: Total): void => {
    const standing = counting.get(version);
    if (standing !== undefined) tellBreach(standing, use, report);
  };
  const joined = new Map<string, Use[]>();
  let total = new Total();
  let key = '';
  const finish = (): void => {
    if (total.isBroken) tell(total.version, total);
    total = new Total();
  };
  for (const use of usesByKey(database, counting)) {
    const keys = names.keysOf(use.key);
    if (keys.length > 1) {
      const name = [...keys].sort()[0] ?? use.key;
      const known = joined.get(name);
      if (known === undefined) joined.set(name, [use]);
      else known.push(use);
      continue;
    }
    if (use.key !== key) finish();
    key = use.key;
    total.add(use);
  }
  finish();
  for (const uses of joined.values()) {
    const broken = brokenAmongNames(database, counting, uses);
    if (broken !== null) tell(broken.version, broken);
  }
}

/** What counts under one key, and the largest maximum that any of it was approved with. */
class Total {
  amount = 0;
  count = 0;
  maxAmount = -1;
  maxCount = -1;
  /** Last version that brought a maximum. */
  version = 0;

  add({ version, amount, count, maxAmount, maxCount }: Use): void {
    this.amount += amount;
    this.count += count;
    if (maxAmount === null && maxCount === null) return;
    this.version = version;
    this.maxAmount = Math.max(this.maxAmount, maxAmount ?? -1);
    this.maxCount = Math.max(this.maxCount, maxCount ?? -1);
  }

  get isBroken(): boolean {
    return (this.maxAmount >= 0 && this.amount > this.maxAmount) || (this.maxCount >= 0 && this.count > this.maxCount);
  }
}

/** Charges of lines and offsets that count, key by key. */
function* usesByKey(database: Database, counting: ReadonlyMap<number, BatchStanding>): Generator<Use> {
  const fates = exceptionalFates(database);
  const rest = 'amount, count, max_amount, max_count';
  const any = database.get('SELECT 1 AS found FROM offset_entry LIMIT 1') !== undefined;
  const offsets = any ? `UNION ALL SELECT key, version, NULL, ${rest} FROM offset_charge` : '';
  const sql = `SELECT key, version, line_no, ${rest} FROM charge ${offsets} ORDER BY key, version`;
  for (const row of database.iterate(sql)) {
    const left = row['line_no'] === null ? numberOf(row, 'amount') : leftOfCharge(database, row, fates);
    const use = left === null ? null : useOf(row, counting, left);
    if (use !== null) yield use;
  }
}

function useOf(row: SqlRow, counting: ReadonlyMap<number, BatchStanding>, amount: number): Use | null {
  const version = numberOf(row, 'version');
  const standing = counting.get(version);
  if (standing === undefined) return null;
  const opening = standing.head.opening;
  return {
    key: textOf(row, 'key'),
    version,
    amount,
    count: numberOf(row, 'count'),
    maxAmount: opening ? null : numberOrNull(row, 'max_amount'),
    maxCount: opening ? null : numberOrNull(row, 'max_count'),
  };
}

/** What of a line's charge still counts; null when nothing of the line does. */
function leftOfCharge(database: Database, row: SqlRow, fates: Fates): number | null {
  const [version, line] = [numberOf(row, 'version'), numberOf(row, 'line_no')];
  const fate = fates.get(fateKey(version, line));
  if (fate === undefined) return numberOf(row, 'amount');
  if (isUnpaid(fate)) return null;
  const own = database.get('SELECT amount FROM line WHERE version = ? AND line_no = ?', version, line);
  const sent = own === undefined ? 0 : countingAmount(numberOf(own, 'amount'), fate);
  const left = sent + keptBackByLine(database, version, line);
  return left === 0 ? null : Math.min(numberOf(row, 'amount'), left);
}

/**
 * The first batch that broke a cap of a household with several numbers, by those that were known to be one when it was approved;
 * null where none did. Two numbers that were declared one afterwards broke nothing then.
 */
function brokenAmongNames(
  database: Database,
  counting: ReadonlyMap<number, BatchStanding>,
  uses: readonly Use[],
): Total | null {
  const approved = ({ version }: Use): number => counting.get(version)?.approvedSeq ?? 0;
  const inOrder = [...uses].sort((a, b) => approved(a) - approved(b));
  if (!totalOf(inOrder).isBroken) return null;
  for (const use of inOrder) {
    if (use.maxAmount === null && use.maxCount === null) continue;
    const names = namesAt(database, use, approved(use));
    const keys = new Set(names.keysOf(use.key));
    const before = inOrder.filter((one) => approved(one) <= approved(use) && keys.has(one.key));
    const total = totalOf(before);
    total.version = use.version;
    total.maxAmount = use.maxAmount ?? -1;
    total.maxCount = use.maxCount ?? -1;
    if (total.isBroken) return total;
  }
  return null;
}

function totalOf(uses: readonly Use[]): Total {
  const total = new Total();
  for (const use of uses) total.add(use);
  return total;
}

/** The names as the approval of a version knew them: its own households and heads, the releases before it. */
function namesAt(database: Database, { version, key }: Use, approvedSeq: number): HouseholdNames {
  const names = new HouseholdNames(database, approvedSeq);
  const sql = `SELECT DISTINCT l.household_id, l.id_number FROM charge c CROSS JOIN line l USING (version, line_no)
    WHERE c.key = ? AND c.version = ? AND l.household_id IS NOT NULL AND l.id_number IS NOT NULL`;
  for (const row of database.all(sql, key, version)) names.meet(textOf(row, 'household_id'), textOf(row, 'id_number'));
  return names;
}

function tellBreach({ head, approvedSeq }: BatchStanding, total: Total, report: Report): void {
  const { amount, count, maxAmount, maxCount } = total;
  const { batchId } = head;
  const [have, max] =
    maxAmount >= 0 && amount > maxAmount ? [formatYuan(amount), formatYuan(maxAmount)] : [count, maxCount];
  report(
    'cap',
    approvedSeq,
    batchId,
    `批次${batchId}有一项上限被突破：应不超过${max}，现为${have}`,
    `${batchId} breaks a cap: ${have}, at most ${max}`,
  );
}
