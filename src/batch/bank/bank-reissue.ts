import type { BatchContent } from '../../domain/batch.js';
import { batchKey } from '../../domain/batch-state.js';
import { isBankAccount } from '../../domain/bank-identity.js';
import type { Payee } from '../../domain/charge.js';
import { contentHash } from '../../domain/content-hash.js';
import { maskAccount } from '../../domain/masking.js';
import { sumFen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { isAccountReason } from '../../domain/return-reason.js';
import type { BankAccount, Roster } from '../../domain/roster.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { BatchDetail, LineDetail } from '../../ledger/read/batch-detail.js';

export interface ReissueRequest {
  /** The batch whose failed and returned lines are paid again. */
  readonly source: BatchDetail;
  /** Roster with the corrected accounts. */
  readonly roster: Roster;
  readonly period: string;
  readonly name: string;
  readonly asOf: string;
  /** Only these lines of the source; all failed and returned ones when absent. */
  readonly lines?: readonly number[];
  /** Lines whose unchanged account works again, by somebody's word (activated, unfrozen). */
  readonly confirmed?: ReadonlySet<number>;
}

export interface ReissueReading {
  /** Null when no line may be paid again. */
  readonly content: BatchContent | null;
  readonly findings: readonly FindingDraft[];
  /** Lines of the source that were asked for and are not in the new batch. */
  readonly refused: readonly number[];
}

/**
 * A new batch, linked to the old one, for lines the bank did not pay: same amounts, same caps, accounts from the roster.
 * A line is refused when it was reissued before, did not fail, is not in the roster, or when the account was the reason
 * and has not changed (BNK-18).
 */
export function buildReissue(request: ReissueRequest): ReissueReading {
  const { source, roster } = request;
  const findings: FindingDraft[] = [];
  const refused: number[] = [];
  const lines: PayoutLine[] = [];
  const accounts = new RosterAccounts(roster);
  const byNumber = new Map(source.lines.map((detail) => [detail.line.lineNo, detail]));
  const wanted = request.lines ?? source.lines.filter(isUnpaid).map(({ line }) => line.lineNo);
  for (const lineNo of wanted) {
    const detail = byNumber.get(lineNo);
    const account = detail === undefined ? null : accounts.of(detail.line);
    const finding = detail === undefined ? unknownLine(lineNo) : objection(detail, account, request);
    if (finding !== null || detail === undefined || account === null) {
      if (finding !== null) findings.push(finding);
      refused.push(lineNo);
      continue;
    }
    const { line } = detail;
    const basis = `补发：原批次 ${source.summary.batchId} 第 ${lineNo} 行；${line.basis}`;
    lines.push({ ...line, lineNo: lines.length + 1, account, basis, reissueOfLine: lineNo });
  }
  if (lines.length === 0) return { content: null, findings, refused };
  const { head } = source;
  const body = {
    batchId: ownId(request),
    policyId: head.policyId,
    policyVersion: head.policyVersion,
    packHash: head.packHash,
    period: request.period,
    name: request.name,
    asOf: request.asOf,
    readings: head.readings,
    parameters: head.parameters,
    lines,
    total: sumFen(lines.map(({ amount }) => amount)),
    reissueOf: source.summary.batchId,
  };
  return { content: { ...body, contentHash: contentHash(body) }, findings, refused };
}

/** Name for the next reissue of a batch: `main` → `main-r1`, `main-r2` …, the first that no batch has. */
export function reissueName(name: string, taken: (name: string) => boolean): string {
  let number = 1;
  while (taken(`${name}-r${number}`)) number++;
  return `${name}-r${number}`;
}

function ownId({ source, period, name }: ReissueRequest): string {
  return batchKey(source.head.policyId, period, name);
}

function isUnpaid({ status, reissuedIn }: LineDetail): boolean {
  return (status === 'failed' || status === 'returned') && reissuedIn === null;
}

function unknownLine(lineNo: number): FindingDraft {
  return { code: 'BNK-11', severity: 'error', params: { row: '', line: lineNo, reason: 'unknown' } };
}

function objection(detail: LineDetail, account: BankAccount | null, request: ReissueRequest): FindingDraft | null {
  const { line, status, code, reissuedIn } = detail;
  const subject = {
    household: line.householdId,
    person: line.payee.kind === 'person' ? line.payee.id : null,
    organisation: line.payee.kind === 'organisation' ? line.payee.id : null,
    name: line.payee.name,
  };
  // A draft that is made anew is no other batch.
  if (reissuedIn !== null && reissuedIn.batchId !== ownId(request)) {
    const params = { line: line.lineNo, batch: request.source.summary.batchId, other: reissuedIn.batchId };
    return { code: 'LED-11', severity: 'error', subject, params };
  }
  if (status !== 'failed' && status !== 'returned')
    return {
      code: 'BNK-19',
      severity: 'error',
      subject,
      params: { line: line.lineNo, before: status, found: 'failed' },
    };
  const number = account?.accountNumber ?? null;
  if (account === null || !isBankAccount(number)) {
    const params = {
      line: line.lineNo,
      found: number === null ? '' : maskAccount(number),
      length: number?.length ?? 0,
    };
    return { code: 'BNK-01', severity: 'error', subject, params };
  }
  const confirmed = request.confirmed?.has(line.lineNo) === true;
  if (code === null || !isAccountReason(code) || confirmed || corrected(code, line.account, account)) return null;
  const params = { reason: detail.text ?? code, batch: request.source.summary.batchId, line: line.lineNo };
  return { code: 'BNK-18', severity: 'error', subject, params };
}

/** Whether what the bank objected to is another one now. */
function corrected(code: string, before: BankAccount, after: BankAccount): boolean {
  if (before.accountNumber !== after.accountNumber) return true;
  if (code === 'NAME_MISMATCH') return before.accountName !== after.accountName;
  if (code === 'WRONG_BANK') return before.bankName !== after.bankName;
  return false;
}

/** Accounts of a roster by payee (src/CONTRACT.md §3): a person's from 成员, then 经营, then 住户 if they are its head. */
class RosterAccounts {
  private readonly persons = new Map<string, BankAccount>();
  private readonly households = new Map<string, BankAccount>();
  private readonly organisations = new Map<string, BankAccount>();

  constructor({ rows }: Roster) {
    for (const row of rows.成员) keep(this.persons, row.personId, row);
    for (const row of rows.经营) keep(this.persons, row.personId, row);
    for (const row of rows.住户) {
      keep(this.persons, row.headId, row);
      keep(this.households, row.householdId, row);
    }
    for (const row of rows.单位) keep(this.organisations, row.creditCode, row);
  }

  of({ payee }: { readonly payee: Payee }): BankAccount | null {
    const { kind, id } = payee;
    if (kind === 'household') return this.households.get(id) ?? null;
    return (kind === 'organisation' ? this.organisations.get(id) : undefined) ?? this.persons.get(id) ?? null;
  }
}

function keep(accounts: Map<string, BankAccount>, id: string | null, row: BankAccount): void {
  if (id === null || row.accountNumber === null || accounts.has(id)) return;
  const { bankName, accountName, accountNumber } = row;
  accounts.set(id, { bankName, accountName, accountNumber });
}
