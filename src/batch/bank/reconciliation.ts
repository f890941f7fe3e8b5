import { maskId } from '../../domain/masking.js';
import { formatYuan, type Fen } from '../../domain/money.js';
import { sentName } from '../../domain/bank-identity.js';
import type { BatchDetail, LineDetail } from '../../ledger/read/batch-detail.js';
import type { BankRow } from '../../tables/return-file.js';
import { paymentKey } from './bank-row-match.js';
import { isOwnBusiness, isPayment, isReturn, mentions, transactionsOf } from './statement-rows.js';

export type ReconciliationKind =
  | 'matched'
  | 'missing-in-bank'
  | 'missing-in-ledger'
  | 'amount-differs'
  | 'account-differs'
  | 'duplicate-in-bank'
  | 'in-flight'
  | 'returned'
  | 'not-a-payment';

export const RECONCILIATION_KINDS: readonly ReconciliationKind[] = [
  'matched',
  'missing-in-bank',
  'missing-in-ledger',
  'amount-differs',
  'account-differs',
  'duplicate-in-bank',
  'in-flight',
  'returned',
  'not-a-payment',
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
  /** False where both sides tell the same. */
  readonly differs: boolean;
}

export interface ReconciliationRequest {
  readonly year: string;
  /** Batches of the year, approved or later. */
  readonly batches: readonly BatchDetail[];
  /** Rows of all bank files; empty when none was given. */
  readonly bank: readonly BankRow[];
  /** Batches of other years, whose payments a statement of this year may show. */
  readonly others?: readonly BatchDetail[];
}

export interface Reconciliation {
  readonly year: string;
  readonly rows: readonly ReconciliationRow[];
  /** True when both sides tell the same of every line: exit code 0. */
  readonly agrees: boolean;
}

interface LedgerSide {
  readonly batchId: string;
  readonly detail: LineDetail;
  /** First day on which the bank can have booked it. */
  readonly sentOn: string | null;
  readonly bank: BankRow[];
}

/** Lines that were sent and what the bank's files say of them, one row a line and one for every bank row that fits none. */
export function reconcile(request: ReconciliationRequest): Reconciliation {
  const sides = ledgerSides(request.batches);
  const strays = assign(sides, transactionsOf(request.bank));
  const others = new Index(ledgerSides(request.others ?? []), ({ detail }) => exactKey(detail));
  const rows: ReconciliationRow[] = [];
  for (const side of sides) rows.push(...judge(side));
  for (const stray of strays) rows.push(ofOtherYear(stray, others) ?? ofThePayer(stray) ?? strayRow(stray));
  const agrees = rows.every(({ differs }) => !differs);
  return { year: request.year, rows, agrees };
}

/** Stopped lines were never sent; everything else of an approved batch may meet a bank row. */
function ledgerSides(batches: readonly BatchDetail[]): LedgerSide[] {
  const sides: LedgerSide[] = [];
  for (const { summary, lines, sentOn } of batches)
    for (const detail of lines)
      if (detail.status !== 'stopped' && detail.status !== 'planned')
        sides.push({ batchId: summary.batchId, detail, sentOn, bank: [] });
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
  const payments = bank.filter((row) => row.direction !== 'in').sort(byDay);
  for (const row of payments) {
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
      if (isPayment(row) && netPayments(repeated.bank) > 0)
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
  for (const row of bank.filter(({ direction }) => direction === 'in').sort(byDay)) {
    const side =
      byPaid(exact, paymentKey(row.account, row.name, row.amount), row) ??
      byPaid(byAccount, paymentKey(row.account, '', row.amount), row) ??
      byPaid(byName, paymentKey('', row.name, row.amount), row) ??
      byRemark(sides, row);
    // Money that comes back once more from somebody whom we paid is no income of the payer's.
    const again = exact.any(paymentKey(row.account, row.name, row.amount), row) ?? null;
    if (side === undefined)
      strays.push({ row, kind: again === null ? 'missing-in-ledger' : 'duplicate-in-bank', side: again });
    else side.bank.push(row);
  }
  return strays;
}

function byDay(a: BankRow, b: BankRow): number {
  return (a.day ?? '').localeCompare(b.day ?? '');
}

/** The line whose payment came back: one that was paid before, or one that the ledger knows as not paid. */
function byPaid(index: Index, key: string, row: BankRow): LedgerSide | undefined {
  return (
    index.any(
      key,
      row,
      ({ bank }) => bank.some((own) => isPayment(own) && byDay(own, row) <= 0) && netPayments(bank) > 0,
    ) ?? index.any(key, row, ({ bank }) => bank.length === 0)
  );
}

/** A 退汇 often has the bank's own account beside it; its remark tells whose it is. */
function byRemark(sides: readonly LedgerSide[], row: BankRow): LedgerSide | undefined {
  if (row.remark === null) return undefined;
  const named = sides.filter(
    ({ detail: { line }, bank }) =>
      line.amount === row.amount && netPayments(bank) > 0 && mentions(row, line.account.accountNumber, sentName(line)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Payments that did not come back. */
function netPayments(bank: readonly BankRow[]): number {
  return bank.filter(isPayment).length - bank.filter(isReturn).length;
}

function exactKey({ line }: LineDetail): string {
  return paymentKey(line.account.accountNumber, sentName(line), line.amount);
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

  /** The best line: one whose own outcome is that of the row, of these the one sent last before the row's day. */
  any(key: string, row: BankRow, where: (side: LedgerSide) => boolean = () => true): LedgerSide | undefined {
    let best: LedgerSide | undefined;
    let like = false;
    for (const side of this.sides.get(key) ?? []) {
      const { line, status } = side.detail;
      if (!where(side)) continue;
      // What the bank booked before the line was sent proves nothing about it.
      if (row.day !== null && side.sentOn !== null && row.day < side.sentOn) continue;
      if (row.lineNo !== null && row.lineNo !== line.lineNo) continue;
      if (row.batch !== null && row.batch !== side.batchId && /\.\d{4}-\d{2}\./.test(row.batch)) continue;
      const unpaid = status === 'failed' || status === 'returned';
      const alike = isReturn(row) === unpaid;
      if (best !== undefined && (like || !alike) && !(like === alike && (side.sentOn ?? '') > (best.sentOn ?? '')))
        continue;
      best = side;
      like = alike;
    }
    return best;
  }
}

const UNANSWERED = '台账尚未登记银行结果';

function judge(side: LedgerSide): ReconciliationRow[] {
  const { detail, bank } = side;
  const { line, status } = detail;
  const payment = bank.find(isPayment);
  const back = netPayments(bank) > 0 ? undefined : bank.find(isReturn);
  const unpaid = status === 'failed' || status === 'returned';
  if (payment === undefined || back !== undefined) {
    if (unpaid) return [row(side, 'returned', 0, endOf(detail))];
    if (back !== undefined) {
      const why = `${back.reason ?? back.remark ?? '银行显示未付'}${payment === undefined ? '' : `（付出后退回${back.day === null ? '' : ` ${back.day}`}）`}`;
      return [row(side, status === 'paid' && back.direction !== 'in' ? 'missing-in-bank' : 'returned', 0, why)];
    }
    if (status === 'not-sent') return [row(side, 'in-flight', null, '没有放进现在的银行文件（未送）')];
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

/** Why a line was not paid, and where its money went in the end. */
function endOf({ text, reissuedIn }: LineDetail): string {
  const why = text ?? '台账登记为未付';
  return reissuedIn === null ? `${why}；没有补发` : `${why}；在 ${reissuedIn.batchId} 第 ${reissuedIn.line} 行补发`;
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
    differs: kind !== 'matched' && !(kind === 'returned' && ledgerAmount === 0),
  };
}

/** A payment of another year's batch: no business of this year. */
function ofOtherYear({ row: bank, kind }: Stray, others: Index): ReconciliationRow | null {
  if (kind === 'duplicate-in-bank') return null;
  const side = others.any(paymentKey(bank.account, bank.name, bank.amount), bank);
  if (side === undefined) return null;
  const { batchId, detail } = side;
  const year = /\.(\d{4})/.exec(batchId)?.[1] ?? '';
  return noPayment(bank, `属于 ${year} 年的批次 ${batchId} 第 ${detail.line.lineNo} 行`);
}

/** Fees, transfers and income of the payer. */
function ofThePayer({ row: bank, side }: Stray): ReconciliationRow | null {
  if (side !== null) return null;
  if (bank.direction === 'in') return noPayment(bank, `付款单位的收入：${bank.remark ?? bank.name ?? ''}`);
  return isOwnBusiness(bank) ? noPayment(bank, `付款单位自己的收支：${bank.remark ?? bank.name ?? ''}`) : null;
}

function noPayment(bank: BankRow, reason: string): ReconciliationRow {
  return {
    kind: 'not-a-payment',
    batchId: null,
    lineNo: null,
    payeeId: null,
    payeeName: bank.name,
    benefitId: null,
    benefit: null,
    community: null,
    ledgerAmount: null,
    bankAmount: null,
    difference: 0,
    reason,
    differs: false,
  };
}

function strayRow({ row: bank, kind, side }: Stray): ReconciliationRow {
  const line = side?.detail.line ?? null;
  const amount = isPayment(bank) ? bank.amount : 0;
  const place =
    bank.place.row === null || bank.place.row === undefined ? '' : `${bank.place.file ?? ''} 第${bank.place.row}行`;
  const why =
    kind === 'duplicate-in-bank'
      ? bank.direction === 'in'
        ? '银行重复退回'
        : '银行重复付款'
      : bank.amount === null
        ? '银行金额读不出来'
        : bank.direction === 'unclear'
          ? '借贷方向看不懂'
          : bank.day === null
            ? '台账中没有这一笔'
            : '台账中没有在这一天以前送出的这一笔';
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
    differs: true,
  };
}

/** Columns of `reconciliation.csv` (src/CONTRACT.md §5). */
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
