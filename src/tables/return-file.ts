import { isIsoDay, type IsoDay } from '../domain/calendar.js';
import type { Fen } from '../domain/money.js';
import type { FindingDraft } from '../findings/collector.js';
import type { FindingPlace } from '../findings/finding.js';
import type { Cell, Workbook } from './grid.js';
import { listingPlace, readListings, type Listing, type ListingRow } from './listing.js';
import { readAmount, YUAN } from './values/amount.js';
import { readDate } from './values/date.js';
import { isExponential, wholeDigits } from './values/identity.js';
import { cleanText, compact, displayText, isPlaceholder } from './values/plain-text.js';

type ReturnField = 'lineNo' | 'name' | 'account' | 'amount' | 'result' | 'reason' | 'day' | 'batch';

/** Columns of a bank's answer and of a bank statement (CONTRACT §5; reference/payments.md §3.4). */
const FIELDS: Readonly<Record<ReturnField, readonly string[]>> = {
  lineNo: ['序号', 'line_no', '行号', '明细序号', '代理编号', '顺序号', '记录序号', '编号', '流水序号'],
  name: [
    ...[
      '户名',
      '账户名称',
      '姓名',
      '客户姓名',
      '客户名称',
      '收款人姓名',
      '收款人',
      '收款户名',
      '收款人户名',
      '收款人名称',
    ],
    ...['收款账户名称', '对方户名', '对方账户名称', '员工姓名', 'account_name', 'name'],
  ],
  account: [
    ...[
      '账号',
      '银行账号',
      '卡号',
      '银行卡号',
      '收款账号',
      '收款人账号',
      '客户账号',
      '收款账户',
      '一卡通账号',
      '社保卡号',
    ],
    ...['对方账号', '员工账号', '账户', 'account_number', 'account'],
  ],
  amount: [
    ...[
      '金额',
      '交易金额',
      '发放金额',
      '补贴金额',
      '实发金额',
      '入账金额',
      '支付金额',
      '代发金额',
      '发生额',
      '贷方金额',
    ],
    ...['直补金额', '到账金额', 'amount'],
  ],
  result: [
    ...['结果', '处理结果', '交易结果', '发放结果', '入账结果', '状态', '处理状态', '交易状态', '发放状态', '业务状态'],
    ...['指令状态', '交易终态状态', '代发结果', 'result', 'status'],
  ],
  reason: [
    ...[
      '失败原因',
      '原因',
      '退票原因',
      '退回原因',
      '退汇原因',
      '错误信息',
      '失败信息',
      '错误原因',
      '核心返回码',
      '返回信息',
    ],
    ...['备注原因', 'reason', 'error'],
  ],
  day: [
    ...[
      '入账日期',
      '日期',
      '交易日期',
      '入账时间',
      '交易时间',
      '到账日期',
      '记账日期',
      '账务日期',
      '发放日期',
      '处理日期',
    ],
    ...['支付日期', 'date'],
  ],
  batch: ['批次号', 'batch_id', '批次', '文件批次号', '批量批次号'],
};

/** What the bank says about a payment. `unknown`: blank, 处理中 or words nobody knows; never taken for an answer. */
export type BankResult = 'paid' | 'failed' | 'returned' | 'unknown';

/** One row of a bank's file as read; null where nothing is stated. */
export interface BankRow {
  readonly place: Partial<FindingPlace>;
  /** Places of single columns, for findings about them. */
  readonly at: (field: 'lineNo' | 'name' | 'account' | 'amount' | 'result' | 'reason' | 'day') => Partial<FindingPlace>;
  readonly lineNo: number | null;
  /** A line number was written that is no whole number. */
  readonly lineNoText: string;
  readonly batch: string | null;
  readonly name: string | null;
  readonly account: string | null;
  readonly amount: Fen | null;
  /** The amount as written, for messages. */
  readonly amountText: string;
  /** Null when the file has no such column. */
  readonly result: BankResult | null;
  readonly resultText: string;
  readonly reason: string | null;
  readonly day: IsoDay | null;
  /** A date was written that is no day. */
  readonly dayText: string;
}

export interface BankRows {
  readonly rows: readonly BankRow[];
  readonly findings: readonly FindingDraft[];
}

/** Rows of a return file: needs an amount, a result, and a line number or an account. */
export async function readReturnRows(workbook: Workbook): Promise<BankRows> {
  return readBankRows(workbook, [['result'], ['amount'], ['lineNo', 'account']]);
}

/** Rows of a bank statement: a result column may be absent, then every row is a payment. */
export async function readStatementRows(workbook: Workbook): Promise<BankRows> {
  return readBankRows(workbook, [['amount'], ['account', 'lineNo'], ['name', 'account']]);
}

async function readBankRows(workbook: Workbook, required: readonly (readonly ReturnField[])[]): Promise<BankRows> {
  const { listings, findings } = await readListings(workbook, FIELDS, required);
  return { rows: listings.flatMap((listing) => listing.rows.map((row) => bankRow(listing, row))), findings };
}

function bankRow(listing: Listing<ReturnField>, row: ListingRow<ReturnField>): BankRow {
  const cell = (field: ReturnField): Cell => row.cells[field] ?? null;
  const text = (field: ReturnField): string | null => {
    const value = cleanText(displayText(cell(field)));
    return value === '' || isPlaceholder(value) ? null : value;
  };
  const amount = readAmount(cell('amount'), listing.columns.get('amount')?.unit ?? YUAN);
  const lineNoText = text('lineNo') ?? '';
  const date = readDate(cell('day'));
  const day = date.kind === 'date' && isIsoDay(date.date) ? date.date : null;
  const resultText = text('result') ?? '';
  return {
    place: listingPlace(listing, row, null),
    at: (field) => listingPlace(listing, row, field),
    lineNo: /^\d{1,9}(\.0+)?$/.test(lineNoText) ? Number(lineNoText) : null,
    lineNoText,
    batch: text('batch'),
    name: text('name'),
    account: accountText(cell('account')),
    amount: typeof amount === 'number' ? amount : null,
    amountText: displayText(cell('amount')),
    result: listing.columns.has('result') ? readResult(resultText, text('reason')) : null,
    resultText,
    reason: text('reason'),
    day,
    dayText: day === null && date.kind !== 'blank' ? displayText(cell('day')) : '',
  };
}

/** A number cell with more than 15 digits has lost its end and is no account any more. */
function accountText(cell: Cell): string | null {
  if (typeof cell === 'number') return wholeDigits(cell) ?? displayText(cell);
  const text = compact(cleanText(displayText(cell))).replace(/(?<=\d)-(?=\d)/g, '');
  if (text === '' || isPlaceholder(text)) return null;
  return isExponential(text) ? text : text.toUpperCase();
}

const PAID =
  /^(交易|处理|入账|代发|支付|发放|付款|转账|划转)?(成功|完成)$|^已?(入账|发放|支付|付款|到账|划款)$|^(success|succeeded|paid|ok|y|s)$/i;
const RETURNED = /^已?(退回|退票|退汇|退款|冲正)(成功)?$|^(returned|refunded|reversed)$/i;
const FAILED =
  /^(交易|处理|入账|代发|支付|发放|付款|转账|划转)?(失败|不成功|未成功)$|^(fail|failed|failure|rejected|error|n|f)$/i;
const PENDING =
  /^(处理中|待处理|未处理|待发放|发放中|可疑|未知|状态未知|处理未知|unknown|dealing|pending|init|processing|wait.*)$/i;

/** A result column that holds the bank's reason instead of a word for failure still says that it failed. */
function readResult(text: string, reason: string | null): BankResult {
  const word = compact(text);
  if (word === '') return 'unknown';
  if (PAID.test(word)) return 'paid';
  if (RETURNED.test(word)) return 'returned';
  if (FAILED.test(word)) return 'failed';
  if (PENDING.test(word)) return 'unknown';
  return reason === null && /不符|不存在|销户|失效|冻结|异常|未激活|非结算|错误|不足/.test(word) ? 'failed' : 'unknown';
}

/** Whether a result text is one of the known words for "not answered yet", a blank included. */
export function isPendingText(text: string): boolean {
  const word = compact(text);
  return word === '' || PENDING.test(word);
}
