import { learnAccount } from '../../domain/masking.js';
import type { BatchContent, BatchOrigin } from '../../domain/batch.js';
import type { Charge } from '../../domain/charge.js';
import { canonicalJson, contentHashOf, sha256 } from '../../domain/content-hash.js';
import { sumFen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { chargeOf } from './charge-row.js';
import { jsonOf, numberOf, numberOrNull, textOf, textOrNull, type Database, type SqlRow } from './database.js';
import { dueOf } from './due-row.js';
import { insertOffsets, readOffsets } from '../read/offsets.js';
import { insertPersons, insertSpelling } from './lookups.js';
import { insertPeople, peopleHash } from './people.js';
import { insertOutcomes } from './outcomes.js';
import { insertTraces } from './traces.js';

/** The head of one version of a batch: everything but its lines. */
export interface VersionHead {
  readonly version: number;
  readonly batchId: string;
  readonly policyId: string;
  readonly policyVersion: string;
  readonly packHash: string;
  readonly period: string;
  readonly name: string;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly total: number;
  readonly lineCount: number;
  readonly contentHash: string;
  readonly reissueOf: string | null;
  readonly maker: string;
  readonly opening: boolean;
}

/** What the chain entry of a version says: enough to notice a change of any row the version brought in. */
export function versionPayload(content: BatchContent, origin: BatchOrigin): Record<string, unknown> {
  const { lines, offsets = [], ...head } = content;
  return {
    ...head,
    lines: lines.length,
    ...(offsets.length === 0
      ? {}
      : { offsets: offsets.length, offsetTotal: sumFen(offsets.map(({ amount }) => amount)) }),
    maker: origin.maker,
    inputs: origin.inputs.map(({ file, sha256: hash }) => ({ file, sha256: hash })),
    ...unusedOf(origin),
    receiptHash: sha256(origin.receipt),
    tracesHash: origin.traces.hash,
    ...outcomesOf(origin),
    ...peopleOf(origin),
  };
}

function outcomesOf({ outcomes }: BatchOrigin): { readonly outcomesHash?: string } {
  return outcomes === undefined || outcomes.blocks.length === 0 ? {} : { outcomesHash: outcomes.hash };
}

function peopleOf({ people = [] }: BatchOrigin): { readonly peopleHash?: string } {
  const hash = peopleHash(people);
  return hash === null ? {} : { peopleHash: hash };
}

function unusedOf({ unused = [] }: BatchOrigin): { readonly unused?: readonly string[] } {
  return unused.length === 0 ? {} : { unused };
}

/** Input files of a version of which nothing could be used, as its entry in the chain says. */
export function unusedInputs(database: Database, version: number): readonly string[] {
  const row = database.get('SELECT payload FROM entry WHERE seq = ?', version);
  return row === undefined ? [] : ((jsonOf(row, 'payload') as { unused?: readonly string[] }).unused ?? []);
}

/** Writes all rows of a version. Must run inside a write transaction, after its entry. */
export function insertVersion(
  database: Database,
  seq: number,
  content: BatchContent,
  origin: BatchOrigin,
  opening: boolean,
): void {
  database.run(
    `INSERT INTO version (seq, batch_id, policy_id, policy_version, pack_hash, period, name, as_of, readings, parameters,
      total, line_count, content_hash, reissue_of, maker, receipt, opening) VALUES (${'?, '.repeat(16)}?)`,
    seq,
    content.batchId,
    content.policyId,
    content.policyVersion,
    content.packHash,
    content.period,
    content.name,
    content.asOf,
    canonicalJson(content.readings),
    canonicalJson(content.parameters),
    content.total,
    content.lines.length,
    content.contentHash,
    content.reissueOf,
    origin.maker,
    origin.receipt,
    opening ? 1 : 0,
  );
  origin.inputs.forEach(({ file, sha256: hash }, ord) =>
    database.run('INSERT INTO input (version, ord, file, sha256) VALUES (?, ?, ?, ?)', seq, ord, file, hash),
  );
  insertLines(database, seq, content.lines);
  insertOffsets(database, seq, content.offsets ?? []);
  insertTraces(database, seq, origin.traces);
  if (origin.outcomes !== undefined) insertOutcomes(database, seq, origin.outcomes);
  insertPeople(database, seq, origin.people ?? []);
  insertPersons(database, seq, origin.people ?? []);
}

const LINE_COLUMNS = `line_no, policy_id, benefit_id, benefit, payee_kind, payee_id, payee_name, id_number, household_id,
  township, community, income_year, entitlement, paid_before, cut_by, amount, bank_name, account_name, account_number,
  clause, basis, reissue_of_line`;

function insertLines(database: Database, seq: number, lines: readonly PayoutLine[]): void {
  const insertLine = database.prepare(`INSERT INTO line (version, ${LINE_COLUMNS}) VALUES (${'?, '.repeat(22)}?)`);
  const insertCharge = database.prepare(
    'INSERT INTO charge (version, line_no, ord, key, amount, count, max_amount, max_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const line of lines) {
    insertLine.run(
      seq,
      line.lineNo,
      line.policyId,
      line.benefitId,
      line.benefit,
      line.payee.kind,
      line.payee.id,
      line.payee.name,
      line.idNumber,
      line.householdId,
      line.township,
      line.community,
      line.incomeYear,
      line.entitlement,
      line.paidBefore,
      JSON.stringify(line.cutBy),
      line.amount,
      line.account.bankName,
      line.account.accountName,
      line.account.accountNumber,
      line.clause,
      line.basis,
      line.reissueOfLine ?? null,
    );
    if (line.payee.kind === 'household') insertSpelling(database, line.payee.id);
    let ord = 0;
    for (const { key, amount, count, maxAmount, maxCount } of line.charges)
      insertCharge.run(seq, line.lineNo, ord++, key, amount, count, maxAmount, maxCount);
  }
}

export function versionOf(row: SqlRow): VersionHead {
  return {
    version: numberOf(row, 'seq'),
    batchId: textOf(row, 'batch_id'),
    policyId: textOf(row, 'policy_id'),
    policyVersion: textOf(row, 'policy_version'),
    packHash: textOf(row, 'pack_hash'),
    period: textOf(row, 'period'),
    name: textOf(row, 'name'),
    asOf: textOf(row, 'as_of'),
    readings: jsonOf(row, 'readings') as Record<string, string>,
    parameters: jsonOf(row, 'parameters') as Record<string, string>,
    total: numberOf(row, 'total'),
    lineCount: numberOf(row, 'line_count'),
    contentHash: textOf(row, 'content_hash'),
    reissueOf: textOrNull(row, 'reissue_of'),
    maker: textOf(row, 'maker'),
    opening: numberOf(row, 'opening') === 1,
  };
}

/** Columns of {@link versionOf}: all but the receipt, which is long. */
export const VERSION_COLUMNS = `seq, batch_id, policy_id, policy_version, pack_hash, period, name, as_of, readings,
  parameters, total, line_count, content_hash, reissue_of, maker, opening`;

export function lineOf(row: SqlRow, charges: readonly Charge[]): PayoutLine {
  const reissueOfLine = numberOrNull(row, 'reissue_of_line');
  const accountNumber = textOrNull(row, 'account_number');
  if (accountNumber !== null) learnAccount(accountNumber);
  return {
    lineNo: numberOf(row, 'line_no'),
    ...dueOf(row, charges),
    account: {
      bankName: textOrNull(row, 'bank_name'),
      accountName: textOrNull(row, 'account_name'),
      accountNumber,
    },
    ...(reissueOfLine === null ? {} : { reissueOfLine }),
  };
}

/** Lines of a version in order, with their charges, read side by side. */
export function* readLines(database: Database, version: number): IterableIterator<PayoutLine> {
  const charges = database.iterate('SELECT * FROM charge WHERE version = ? ORDER BY line_no, ord', version);
  let charge = charges.next();
  for (const row of database.iterate(`SELECT ${LINE_COLUMNS} FROM line WHERE version = ? ORDER BY line_no`, version)) {
    const lineNo = numberOf(row, 'line_no');
    const own: Charge[] = [];
    while (charge.done !== true && numberOf(charge.value, 'line_no') === lineNo) {
      own.push(chargeOf(charge.value));
      charge = charges.next();
    }
    yield lineOf(row, own);
  }
}

/** Content hash of what is stored now, to compare with what was stored then. */
export function storedContentHash(database: Database, head: VersionHead): string {
  const offsets = readOffsets(database, head.version);
  return contentHashOf(readLines(database, head.version), { ...head, offsets });
}
