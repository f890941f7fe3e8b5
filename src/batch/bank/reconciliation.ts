import { maskId } from '../../domain/masking.js';
import { formatYuan, type Fen } from '../../domain/money.js';
import { sentName } from '../../domain/bank-identity.js';
import type { BatchDetail, LineDetail } from '../../ledger/read/batch-detail.js';
import type { BankRow } from '../../tables/return-file.js';
import { paymentKey } from './bank-row-match.js';

export type ReconciliationKind =
  | 'matched'
  | 'missing-in-bank'
  | 'missing-in-ledger'
  | 'amount-differs'
  | 'account-differs'
  | 'duplicate-in-bank'
  | 'in-flight'
  | 'returned';

export const RECONCILIATION_KINDS: readonly ReconciliationKind[] = [
  'matched',
  'missing-in-bank',
  'missing-in-ledger',
  'amount-differs',
  'account-differs',
  'duplicate-in-bank',
  'in-flight',
  'returned',
];

/** One line of `reconciliation.csv`. */
export interface ReconciliationRow {
  readonly kind: ReconciliationKind;
  readonly batchId: string | null;
  readonly lineNo: number | null;
  readonly payeeId: string | null;
  readonly payeeName: string | null;
  readonly benefitId: string | null;
  readonly benefit: string | null;
  readonly community: string | null;
  readonly ledgerAmount: Fen | null;
  readonly bankAmount: Fen | null;
  /** Bank minus ledger. */
  readonly difference: Fen;
  readonly reason: string;
}

export interface ReconciliationRequest {
  readonly year: string;
  /** Batches of the year, approved or later. */
  readonly batches: readonly BatchDetail[];
  /** Rows of all bank files; empty when none was given. */
  readonly bank: readonly BankRow[];
}

export interface Reconciliation {
  readonly year: string;
  readonly rows: readonly ReconciliationRow[];
  /** True when every row matched and nothing is over budget: exit code 0. */
  readonly agrees: boolean;
}

interface LedgerSide {
  readonly batchId: string;
  readonly detail: LineDetail;
  readonly bank: BankRow[];
}

/** Lines that were sent and what the bank's files say of them, one row a line and one for every bank row that fits none. */
export function reconcile(request: ReconciliationRequest): Reconciliation {
  const sides = ledgerSides(request.batches);
  const strays = assign(sides, request.bank);
  const rows: ReconciliationRow[] = [];
  for (const side of sides) rows.push(...judge(side));
  for (const stray of strays) rows.push(strayRow(stray));
  const agrees = rows.every(({ kind }) => kind === 'matched');
  return { year: request.year, rows, agrees };
}

/** Stopped lines were never sent; everything else of an approved batch may meet a bank row. */
function ledgerSides(batches: readonly BatchDetail[]): LedgerSide[] {
  const sides: LedgerSide[] = [];
  for (const { summary, lines } of batches)
    for (const detail of lines)
      if (detail.status !== 'stopped' && detail.status !== 'planned')
        sides.push({ batchId: summary.batchId, detail, bank: [] });
  return sides;
}

interface Stray {
  readonly row: BankRow;
  readonly kind: 'missing-in-ledger' | 'amount-differs' | 'account-differs' | 'duplicate-in-bank';
  readonly side: LedgerSide | null;
}

/**
 * Gives each bank row to a line: first rows that agree in account, name and amount (and in line number, where one is
 * written), then those that repeat a line, then those that differ in one thing from a line nobody has claimed.
 */
function assign(sides: readonly LedgerSide[], bank: readonly BankRow[]): Stray[] {
  const exact = new Index(sides, ({ detail }) => exactKey(detail));
  const rest: BankRow[] = [];
  for (const row of bank) {
    const side = exact.free(paymentKey(row.account, row.name, row.amount), row);
    if (side === undefined) rest.push(row);
    else side.bank.push(row);
  }
  const byOwner = new Index(sides, ({ detail: { line } }) => paymentKey(line.account.accountNumber, sentName(line), 0));
  const byName = new Index(sides, ({ detail: { line } }) => paymentKey('', sentName(line), line.amount));
  const byAccount = new Index(sides, ({ detail: { line } }) => paymentKey(line.account.accountNumber, '', line.amount));
  const strays: Stray[] = [];
  for (const row of rest) {
    const repeated = exact.any(paymentKey(row.account, row.name, row.amount), row);
    if (repeated !== undefined) {
      // A payment and its return are two rows of one line; two payments are a duplicate.
      if (isPayment(row) && repeated.bank.some(isPayment))
        strays.push({ row, kind: 'duplicate-in-bank', side: repeated });
      else repeated.bank.push(row);
      continue;
    }
    const amountDiffers = byOwner.free(paymentKey(row.account, row.name, 0), row);
    const accountDiffers =
      byName.free(paymentKey('', row.name, row.amount), row) ??
      byAccount.free(paymentKey(row.account, '', row.amount), row);
    const side = amountDiffers ?? accountDiffers;
    if (side === undefined) strays.push({ row, kind: 'missing-in-ledger', side: null });
    else side.bank.push(row);
  }
  return strays;
}

function exactKey({ line }: LineDetail): string {
  return paymentKey(line.account.accountNumber, sentName(line), line.amount);
}

/** Without a result column every row of a statement is a payment; an unanswered row is none. */
function isPayment(row: BankRow): boolean {
  return row.result === null || row.result === 'paid';
}

function isReturn(row: BankRow): boolean {
  return row.result === 'failed' || row.result === 'returned';
}

class Index {
  private readonly sides = new Map<string, LedgerSide[]>();

  constructor(sides: readonly LedgerSide[], key: (side: LedgerSide) => string) {
    for (const side of sides) {
      const list = this.sides.get(key(side));
      if (list === undefined) this.sides.set(key(side), [side]);
      else list.push(side);
    }
  }

  /** A line nobody has claimed, best one whose own outcome is that of the row. */
  free(key: string, row: BankRow): LedgerSide | undefined {
    const open = this.any(key, row, (side) => side.bank.length === 0);
    return open;
  }

  any(key: string, row: BankRow, where: (side: LedgerSide) => boolean = () => true): LedgerSide | undefined {
    let best: LedgerSide | undefined;
    for (const side of this.sides.get(key) ?? []) {
      const { line, status } = side.detail;
      if (!where(side)) continue;
      if (row.lineNo !== null && row.lineNo !== line.lineNo) continue;
      if (row.batch !== null && row.batch !== side.batchId && /\.\d{4}-\d{2}\./.test(row.batch)) continue;
      const unpaid = status === 'failed' || status === 'returned';
      if (isReturn(row) === unpaid) return side;
      best ??= side;
    }
    return best;
  }
}

const UNANSWERED = '台账尚未登记银行结果';

function judge(side: LedgerSide): ReconciliationRow[] {
  const { detail, bank } = side;
  const { line, status } = detail;
  const payment = bank.find(isPayment);
  const back = bank.find(isReturn);
  const unpaid = status === 'failed' || status === 'returned';
  if (payment === undefined || back !== undefined) {
    if (unpaid) return [row(side, 'returned', 0, detail.text ?? '台账登记为未付')];
    if (back !== undefined)
      return [row(side, status === 'paid' ? 'missing-in-bank' : 'returned', 0, back.reason ?? '银行显示未付')];
    if (status === 'in-flight') return [row(side, 'in-flight', null, UNANSWERED)];
    return [row(side, 'missing-in-bank', null, '银行明细中没有这一笔')];
  }
  if (payment.account !== null && payment.account !== line.account.accountNumber)
    return [row(side, 'account-differs', payment.amount, '账号与发放不一致')];
  if (payment.name !== null && exactKey(detail) !== paymentKey(line.account.accountNumber, payment.name, line.amount))
    return [row(side, 'account-differs', payment.amount, '户名与发放不一致')];
  if (payment.amount !== line.amount) return [row(side, 'amount-differs', payment.amount, '金额与发放不一致')];
  if (unpaid) return [row(side, 'missing-in-ledger', payment.amount, '台账登记为未付，银行显示已付')];
  return [row(side, 'matched', payment.amount, status === 'in-flight' ? UNANSWERED : '')];
}

/** A line that was not paid is worth nothing on the ledger's side. */
function row(
  { batchId, detail }: LedgerSide,
  kind: ReconciliationKind,
  bankAmount: Fen | null,
  reason: string,
): ReconciliationRow {
  const { line, status } = detail;
  const ledgerAmount = status === 'failed' || status === 'returned' ? 0 : line.amount;
  return {
    kind,
    batchId,
    lineNo: line.lineNo,
    payeeId: line.payee.id,
    payeeName: line.payee.name,
    benefitId: line.benefitId,
    benefit: line.benefit,
    community: line.community,
    ledgerAmount,
    bankAmount,
    difference: (bankAmount ?? 0) - ledgerAmount,
    reason,
  };
}

function strayRow({ row: bank, kind, side }: Stray): ReconciliationRow {
  const line = side?.detail.line ?? null;
  const amount = isPayment(bank) ? bank.amount : 0;
  const place =
    bank.place.row === null || bank.place.row === undefined ? '' : `${bank.place.file ?? ''} 第${bank.place.row}行`;
  const why =
    kind === 'duplicate-in-bank' ? '银行重复付款' : bank.amount === null ? '银行金额读不出来' : '台账中没有这一笔';
  return {
    kind,
    batchId: side?.batchId ?? null,
    lineNo: line?.lineNo ?? bank.lineNo,
    payeeId: line?.payee.id ?? null,
    payeeName: line?.payee.name ?? bank.name,
    benefitId: line?.benefitId ?? null,
    benefit: line?.benefit ?? null,
    community: line?.community ?? null,
    ledgerAmount: kind === 'duplicate-in-bank' ? 0 : null,
    bankAmount: amount,
    difference: amount ?? 0,
    reason: place === '' ? why : `${why}（${place}）`,
  };
}

/** Columns of `reconciliation.csv` (CONTRACT §5). */
export const RECONCILIATION_COLUMNS =
  'kind,batch_id,line_no,payee_id,payee_name,ledger_amount,bank_amount,difference,reason'.split(',');

/** Rows of `reconciliation.csv`; ID numbers masked unless `reveal`. */
export function* reconciliationCsvRows(
  rows: readonly ReconciliationRow[],
  reveal: boolean,
): IterableIterator<readonly (string | number | null)[]> {
  for (const { kind, batchId, lineNo, payeeId, payeeName, ledgerAmount, bankAmount, difference, reason } of rows)
    yield [
      kind,
      batchId,
      lineNo,
      payeeId !== null && !reveal && /^\d{17}[\dX]$/.test(payeeId) ? maskId(payeeId) : payeeId,
      payeeName,
      ledgerAmount === null ? null : formatYuan(ledgerAmount),
      bankAmount === null ? null : formatYuan(bankAmount),
      formatYuan(difference),
      reason,
    ];
}
