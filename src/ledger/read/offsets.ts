import type { Charge } from '../../domain/charge.js';
import { isClawbackKey, type OffsetEntry } from '../../domain/clawback.js';
import type { Fen } from '../../domain/money.js';
import { numberOf, textOf, type Database, type SqlRow } from '../store/database.js';
import { chargeOf } from '../store/charge-row.js';
import { dueOf } from '../store/due-row.js';

/** Writes the offset entries of a version. Must run inside a write transaction, after its entry. */
export function insertOffsets(database: Database, seq: number, offsets: readonly OffsetEntry[]): void {
  const insert = database.prepare(
    `INSERT INTO offset_entry (version, offset_no, policy_id, benefit_id, benefit, payee_kind, payee_id, payee_name,
      id_number, household_id, township, community, income_year, entitlement, paid_before, cut_by, amount, clause, basis)
      VALUES (${'?, '.repeat(18)}?)`,
  );
  const insertCharge = database.prepare(
    `INSERT INTO offset_charge (version, offset_no, ord, key, amount, count, max_amount, max_count)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const entry of offsets) {
    insert.run(
      seq,
      entry.offsetNo,
      entry.policyId,
      entry.benefitId,
      entry.benefit,
      entry.payee.kind,
      entry.payee.id,
      entry.payee.name,
      entry.idNumber,
      entry.householdId,
      entry.township,
      entry.community,
      entry.incomeYear,
      entry.entitlement,
      entry.paidBefore,
      JSON.stringify(entry.cutBy),
      entry.amount,
      entry.clause,
      entry.basis,
    );
    entry.charges.forEach(({ key, amount, count, maxAmount, maxCount }, ord) =>
      insertCharge.run(seq, entry.offsetNo, ord, key, amount, count, maxAmount, maxCount),
    );
  }
}

/** Offset entries of a version in order, with their charges. */
export function readOffsets(database: Database, version: number): OffsetEntry[] {
  const rows = database.all('SELECT * FROM offset_entry WHERE version = ? ORDER BY offset_no', version);
  if (rows.length === 0) return [];
  const charges = new Map<number, Charge[]>();
  for (const row of database.iterate(
    'SELECT * FROM offset_charge WHERE version = ? ORDER BY offset_no, ord',
    version,
  )) {
    const offsetNo = numberOf(row, 'offset_no');
    const own = charges.get(offsetNo);
    if (own === undefined) charges.set(offsetNo, [chargeOf(row)]);
    else own.push(chargeOf(row));
  }
  return rows.map((row): OffsetEntry => {
    const offsetNo = numberOf(row, 'offset_no');
    return { offsetNo, ...dueOf(row, charges.get(offsetNo) ?? []) };
  });
}

/** Charges of offset entries by key, with whom they are about: those of the versions that count. */
export type OffsetCharges = Map<string, SqlRow[]>;

/** All of them at once: offsets are few, and most ledgers have none. */
export function loadOffsetCharges(database: Database, counting: ReadonlyMap<number, unknown>): OffsetCharges {
  const charges: OffsetCharges = new Map();
  const sql = `SELECT c.key, c.amount, c.count, c.max_amount, c.max_count, o.version, o.offset_no, o.policy_id,
      o.benefit_id, o.payee_kind, o.payee_id, o.household_id, o.id_number, o.amount AS kept
    FROM offset_charge c JOIN offset_entry o USING (version, offset_no) ORDER BY version, offset_no, ord`;
  for (const row of database.iterate(sql)) {
    if (!counting.has(numberOf(row, 'version'))) continue;
    const key = textOf(row, 'key');
    const known = charges.get(key);
    if (known === undefined) charges.set(key, [row]);
    else known.push(row);
  }
  return charges;
}

/** What a payout line keeps back for clawbacks beside the money it sends, in 分. */
export function keptBackByLine(database: Database, version: number, lineNo: number): number {
  const rows = database.all('SELECT key, amount FROM charge WHERE version = ? AND line_no = ?', version, lineNo);
  return rows.reduce((sum, row) => (isClawbackKey(textOf(row, 'key')) ? sum + numberOf(row, 'amount') : sum), 0);
}

/** Lines and offsets of a version that keep something back for a debt, and how much in all. */
export interface KeptBack {
  /** Dues that the debt takes whole. */
  readonly offsets: number;
  /** Lines that are sent with less than is due. */
  readonly lines: number;
  readonly amount: Fen;
}

/** What a version keeps back, from its own charges. */
export function keptBackBy(database: Database, version: number): KeptBack {
  // By key, not by version: debts are few and lines are many.
  const sql = (table: string): string =>
    `SELECT count(*) AS n, coalesce(sum(amount), 0) AS amount FROM ${table}
      WHERE key >= 'clawback|' AND key < 'clawback}' AND +version = ?`;
  const [lines, offsets] = ['charge', 'offset_charge'].map((table) => database.get(sql(table), version));
  const part = (row: SqlRow | undefined, column: string): number => (row === undefined ? 0 : numberOf(row, column));
  return {
    offsets: part(offsets, 'n'),
    lines: part(lines, 'n'),
    amount: part(lines, 'amount') + part(offsets, 'amount'),
  };
}
