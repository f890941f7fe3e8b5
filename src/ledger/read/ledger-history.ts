import type { PayeeKind } from '../../domain/charge.js';
import { clawbackKey } from '../../domain/clawback.js';
import {
  EMPTY_HISTORY,
  type Charged,
  type ChargedLine,
  type History,
  type PaidHousehold,
  type PaidLine,
  type PeriodLine,
} from '../../domain/history.js';
import type { StandingHold } from '../../domain/standing-hold.js';
import { isAccountReason } from '../../domain/return-reason.js';
import { BankAnswers } from './bank-answers.js';
import { ChargeBook, LedgerCharged, withOffsets, type ChargeSums } from './charge-sums.js';
import { batchOfInput, isReissued, lastYearBefore, touchedKeys } from './among-versions.js';
import { loadClawbacks } from './clawbacks.js';
import { numberOf, textOf, textOrNull, type Database, type SqlRow } from '../store/database.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { keptBackByLine, loadOffsetCharges, type OffsetCharges } from './offsets.js';
import { HouseholdNames } from './household-names.js';
import { paidHouseholds, paidTwiceIn, separations, type PaidTwice } from './paid-households.js';
import { loadReopened, type Reopened } from './reopened.js';
import { standingHolds } from './decisions.js';
import { countingAmount, exceptionalFates, fateKey, isUnpaid, NO_FATE, type Fates } from './line-fate.js';
import { PaidIdentities } from './paid-identities.js';
import { counts, loadStandings, type BatchStanding } from './standing.js';

/** Columns of a line that history tells. */
const PAID_COLUMNS = `version, line_no, policy_id, benefit_id, payee_kind, payee_id, household_id, id_number,
  account_number, account_name, amount, income_year`;

/**
 * What counts, read from the ledger when asked. Batches and the lines that went wrong (few) are held in memory; the many
 * plain lines are looked up by index. Answers are those of the moment it was made.
 */
export class LedgerHistory implements History {
  private readonly database: Database;
  private readonly except: string | null;
  private readonly standings: Map<string, BatchStanding>;
  /** Versions whose lines count. */
  private readonly counting = new Map<number, BatchStanding>();
  private readonly exceptions: Fates;
  private readonly names: HouseholdNames;
  private reopened: Reopened | null | undefined;
  private fresh: LedgerHistory | undefined;
  private holds: ReadonlyMap<string, StandingHold> | undefined;
  private apart: ReadonlyMap<string, number> | undefined;
  private readonly book: ChargeBook;
  private readonly identities: PaidIdentities;
  private touchedKeys: Set<string> | undefined;
  private offsetCharges: OffsetCharges | undefined;
  private readonly answers: BankAnswers;
  private clawbacks: ReadonlyMap<string, number> | undefined;
  private failures: Map<string, FailedLine> | undefined;

  /**
   * `except`: the batch whose own lines are no history for itself. `disturbed`: the history that this one is without
   * reversals and stops ({@link undisturbed}).
   */
  constructor(database: Database, except: string | null, disturbed?: { fates: Fates; names: HouseholdNames }) {
    this.database = database;
    this.except = except;
    this.names = disturbed?.names ?? new HouseholdNames(database);
    this.standings = loadStandings(database);
    if (except !== null) this.standings.delete(except);
    for (const standing of this.standings.values())
      if (counts(standing.state)) this.counting.set(standing.head.version, standing);
    this.exceptions = disturbed?.fates ?? exceptionalFates(database);
    this.book = new ChargeBook(database, this.counting.keys());
    this.identities = new PaidIdentities(database, this.counting.keys());
    this.answers = new BankAnswers(database);
  }

  charged(key: string): Charged {
    const keys = this.names.keysOf(key);
    let amount = 0;
    let count = 0;
    let any = false;
    for (const one of keys) {
      const sums = withOffsets(this.sumsOf(one), this.offsetsOf(one));
      if (sums === null) continue;
      any = true;
      amount += sums.amount;
      count += sums.count;
    }
    if (!any) return EMPTY_HISTORY.charged(key);
    return new LedgerCharged(amount, count, () => this.inOrder(keys.flatMap((one) => this.chargedLines(one))));
  }

  meet(householdId: string, headId: string): void {
    if (this.counting.size > 0) this.names.meet(householdId, headId);
  }

  paidHouseholds(people: () => Iterable<string>): Iterable<PaidHousehold> {
    if (this.counting.size === 0) return [];
    return paidHouseholds(this.database, this.counting, this.exceptions, new Set(people()));
  }

  areToldApart(householdId: string, { householdId: other, approved }: PaidHousehold): boolean {
    this.apart ??= separations(this.database);
    return this.names.areOne(householdId, other) || approved < (this.apart.get(householdId) ?? 0);
  }

  /** LED-03 for a draft that is being approved. */
  paidTwiceIn(version: number): PaidTwice[] {
    return paidTwiceIn(this.database, version, this, this.names);
  }

  standingHold(payee: string): StandingHold | null {
    this.holds ??= standingHolds(this.database);
    if (this.holds.size === 0) return null;
    for (const name of this.names.of(payee)) {
      const hold = this.holds.get(name);
      if (hold !== undefined) return hold;
    }
    return null;
  }

  get holdsNobody(): boolean {
    this.holds ??= standingHolds(this.database);
    return this.holds.size === 0;
  }

  get undisturbed(): History | null {
    const fates = this.whatWasReopened()?.fates;
    if (fates === undefined) return null;
    return (this.fresh ??= new LedgerHistory(this.database, this.except, { fates, names: this.names }));
  }

  isReopened(key: string): boolean {
    const keys = this.whatWasReopened()?.keys;
    return keys !== undefined && this.names.keysOf(key).some((one) => keys.has(one));
  }

  private whatWasReopened(): Reopened | null {
    if (this.reopened === undefined) this.reopened = loadReopened(this.database, this.exceptions, this.names);
    return this.reopened;
  }

  private offsetsOf(key: string): readonly SqlRow[] {
    this.offsetCharges ??= loadOffsetCharges(this.database, this.counting);
    return this.offsetCharges.get(key) ?? NO_ROWS;
  }

  /** Sums of a key over payout lines, null when nothing counts. */
  private sumsOf(key: string): ChargeSums | null {
    const plain = this.book.sumsOf(key);
    if (plain !== undefined && !this.touched(key)) return plain;
    let amount = 0;
    let count = 0;
    let any = false;
    for (const row of this.charges(key)) {
      const left = this.leftOfCharge(row);
      if (left === null) continue;
      any = true;
      amount += left;
      count += numberOf(row, 'count');
    }
    return any ? { amount, count } : null;
  }

  /** Whether a line that charges this key was not paid, stopped or reversed, so that its charges do not count in full. */
  private touched(key: string): boolean {
    this.touchedKeys ??= touchedKeys(this.database);
    return this.touchedKeys.has(key);
  }

  private charges(key: string): SqlRow[] {
    if (this.counting.size === 0) return [];
    return this.database.all(
      'SELECT version, line_no, amount, count FROM charge WHERE key = ? ORDER BY version, line_no',
      key,
    );
  }

  /**
   * What of a charge still counts, null when nothing does. A partly reversed line keeps charging each of its keys up to
   * what is left of the line: which worker's share was clawed back is not known, so none is set free too early. What the
   * line kept back for a debt was never sent and cannot be clawed back: it goes on counting.
   */
  private leftOfCharge(row: SqlRow): number | null {
    const version = numberOf(row, 'version');
    if (!this.counting.has(version)) return null;
    const amount = numberOf(row, 'amount');
    const fate = this.exceptions.get(fateKey(version, numberOf(row, 'line_no')));
    if (fate === undefined) return amount;
    const lineNo = numberOf(row, 'line_no');
    const sent = countingAmount(numberOf(this.lineRow(version, lineNo), 'amount'), fate);
    const left = isUnpaid(fate) ? 0 : sent + keptBackByLine(this.database, version, lineNo);
    return left === 0 ? null : Math.min(amount, left);
  }

  private chargedLines(key: string): ChargedLine[] {
    const lines: ChargedLine[] = [];
    for (const row of this.charges(key)) {
      const charged = this.leftOfCharge(row);
      if (charged === null) continue;
      const version = numberOf(row, 'version');
      const standing = this.counting.get(version);
      const line = this.lineRow(version, numberOf(row, 'line_no'));
      if (standing !== undefined) lines.push({ ...this.describe(line, standing, this.leftOfLine(line)), charged });
    }
    for (const row of this.offsetsOf(key)) lines.push(this.describeOffset(row));
    return lines;
  }

  private inOrder<Line extends PaidLine>(lines: Line[]): Line[] {
    return lines.sort((a, b) => this.order(a.batch) - this.order(b.batch) || a.line - b.line);
  }

  private lineRow(version: number, lineNo: number): SqlRow {
    const row = this.database.get(
      `SELECT ${PAID_COLUMNS} FROM line WHERE version = ? AND line_no = ?`,
      version,
      lineNo,
    );
    if (row === undefined) throw new LedgerFault('corrupt', { file: this.database.file });
    return row;
  }

  private order(batch: string): number {
    return this.standings.get(batch)?.approvedSeq ?? 0;
  }

  /** The line when it counts, else null. */
  private paidLine(row: SqlRow): PaidLine | null {
    const version = numberOf(row, 'version');
    const standing = this.counting.get(version);
    if (standing === undefined) return null;
    const amount = this.leftOfLine(row);
    return amount === 0 ? null : this.describe(row, standing, amount);
  }

  private leftOfLine(row: SqlRow): number {
    const key = fateKey(numberOf(row, 'version'), numberOf(row, 'line_no'));
    return countingAmount(numberOf(row, 'amount'), this.exceptions.get(key) ?? NO_FATE);
  }

  /** A due that went against a debt: never in flight, and on no account. */
  private describeOffset(row: SqlRow): ChargedLine {
    const head = this.counting.get(numberOf(row, 'version'))?.head;
    return {
      batch: head?.batchId ?? '',
      line: numberOf(row, 'offset_no'),
      policy: textOf(row, 'policy_id'),
      benefit: textOf(row, 'benefit_id'),
      payeeKind: textOf(row, 'payee_kind') as PayeeKind,
      payeeId: textOf(row, 'payee_id'),
      householdId: textOrNull(row, 'household_id'),
      personId: textOrNull(row, 'id_number'),
      accountNumber: null,
      accountName: null,
      amount: numberOf(row, 'kept'),
      inFlight: false,
      period: head?.period ?? '',
      charged: numberOf(row, 'amount'),
    };
  }

  private describe(row: SqlRow, { head }: BatchStanding, amount: number): PaidLine {
    const line = numberOf(row, 'line_no');
    return {
      batch: head.batchId,
      line,
      policy: textOf(row, 'policy_id'),
      benefit: textOf(row, 'benefit_id'),
      payeeKind: textOf(row, 'payee_kind') as PayeeKind,
      payeeId: textOf(row, 'payee_id'),
      householdId: textOrNull(row, 'household_id'),
      personId: textOrNull(row, 'id_number'),
      accountNumber: textOrNull(row, 'account_number'),
      accountName: textOrNull(row, 'account_name'),
      amount,
      inFlight: !head.opening && !this.answers.hasResult(head.version, line, head.lineCount),
      period: head.period,
    };
  }

  private paidLines(rows: readonly SqlRow[]): PaidLine[] {
    const lines: PaidLine[] = [];
    for (const row of rows) {
      const line = this.paidLine(row);
      if (line !== null) lines.push(line);
    }
    return this.inOrder(lines);
  }

  private ofPayee(policy: string, kind: PayeeKind, id: string): PaidLine[] {
    if (this.counting.size === 0) return [];
    const sql = `SELECT ${PAID_COLUMNS} FROM line WHERE payee_id = ? AND policy_id = ? AND payee_kind = ?`;
    const ids = kind === 'household' ? this.names.of(id) : [id];
    return this.paidLines(ids.flatMap((one) => this.database.all(sql, one, policy, kind)));
  }

  paidToOtherAccount(
    policy: string,
    payeeKind: PayeeKind,
    payeeId: string,
    accountNumber: string | null,
  ): PaidLine | null {
    if (this.identities.alwaysToAccount(policy, payeeKind, payeeId, accountNumber)) return null;
    const last = this.ofPayee(policy, payeeKind, payeeId).at(-1);
    return last === undefined || last.accountNumber === null || last.accountNumber === accountNumber ? null : last;
  }

  openClawback(payeeKind: PayeeKind, payeeId: string): number {
    const key = clawbackKey(payeeKind, payeeId);
    const owed = this.owed(key);
    return owed === 0 ? 0 : Math.max(0, owed - this.charged(key).amount);
  }

  /** What was ever clawed back under a key and not recovered in money, before anything was kept back for it. */
  owed(key: string): number {
    this.clawbacks ??= loadClawbacks(this.database, this.exceptions);
    const { clawbacks } = this;
    return this.names.keysOf(key).reduce((sum, one) => sum + (clawbacks.get(one) ?? 0), 0);
  }

  failedForAccount(policy: string, payeeKind: PayeeKind, payeeId: string): FailedLine | null {
    this.failures ??= this.loadFailures();
    const failure = this.failures.get(`${policy}|${payeeKind}|${payeeId}`);
    if (failure === undefined) return null;
    const paidSince = this.ofPayee(policy, payeeKind, payeeId).some(
      (line) => line.benefit === failure.line.benefit && this.order(line.batch) > this.order(failure.line.batch),
    );
    return paidSince ? null : failure;
  }

  /** Lines that failed for want of a good account and were not reissued, the latest of each payee. */
  private loadFailures(): Map<string, FailedLine> {
    const failures = new Map<string, FailedLine>();
    for (const [key, fate] of this.exceptions) {
      if (fate.outcome !== 'failed' && fate.outcome !== 'returned') continue;
      if (fate.code === null || !isAccountReason(fate.code)) continue;
      const [version = 0, lineNo = 0] = key.split('/').map(Number);
      const standing = this.counting.get(version);
      if (standing === undefined || isReissued(this.database, this.counting.values(), standing.head.batchId, lineNo))
        continue;
      const row = this.lineRow(version, lineNo);
      const line = this.describe(row, standing, numberOf(row, 'amount'));
      const payee = `${line.policy}|${line.payeeKind}|${line.payeeId}`;
      const known = failures.get(payee);
      if (known !== undefined && this.order(known.line.batch) > this.order(line.batch)) continue;
      failures.set(payee, { line, reason: fate.text ?? fate.code });
    }
    return failures;
  }

  batchOfInput(hash: string): string | null {
    return batchOfInput(this.database, this.standings.values(), hash);
  }

  periodLines(policy: string, incomeYear: number | null, which: 'same' | 'before'): readonly PeriodLine[] {
    const versions = [...this.counting].filter(([, { head }]) => head.policyId === policy).map(([version]) => version);
    if (which === 'before' && incomeYear === null) return [];
    const year =
      which === 'same' || incomeYear === null
        ? incomeYear
        : lastYearBefore(this.database, policy, versions, incomeYear);
    if (which === 'before' && year === null) return [];
    const sql = `SELECT ${PAID_COLUMNS}, payee_name FROM line WHERE version = ? AND policy_id = ? AND income_year IS ?`;
    const rows = versions.flatMap((version) => this.database.all(sql, version, policy, year));
    const names = new Map(rows.map((row) => [fateKey(numberOf(row, 'version'), numberOf(row, 'line_no')), row]));
    return this.paidLines(rows).map((line) => {
      const version = this.standings.get(line.batch)?.head.version ?? 0;
      const row = names.get(fateKey(version, line.line));
      return { ...line, payeeName: row === undefined ? '' : textOf(row, 'payee_name') };
    });
  }

  previousLines(policy: string, name: string): readonly PaidLine[] {
    // A batch key is `policy.period.name`: nothing paid for a later month came before this one.
    const until =
      this.except?.startsWith(`${policy}.`) === true ? this.except.slice(policy.length + 1).slice(0, 7) : '9';
    let last: BatchStanding | undefined;
    for (const standing of this.counting.values()) {
      const { head } = standing;
      if (head.policyId !== policy || head.name !== name || head.period > until) continue;
      const later =
        last === undefined ||
        head.period > last.head.period ||
        (head.period === last.head.period && standing.approvedSeq > last.approvedSeq);
      if (later) last = standing;
    }
    if (last === undefined) return [];
    const sql = `SELECT ${PAID_COLUMNS} FROM line WHERE version = ?`;
    return this.paidLines(this.database.all(sql, last.head.version));
  }
}

/** A line that failed, and the bank's words for why. */
interface FailedLine {
  readonly line: PaidLine;
  readonly reason: string;
}

const NO_ROWS: readonly SqlRow[] = [];
