import { normaliseHeader } from '../header/normalise.js';
import type { ListingFields } from '../listing.js';

export type BankField =
  | 'lineNo'
  | 'name'
  | 'account'
  | 'amount'
  | 'due'
  | 'got'
  | 'unpaid'
  | 'debit'
  | 'credit'
  | 'direction'
  | 'result'
  | 'state'
  | 'reason'
  | 'remark'
  | 'day'
  | 'serial'
  | 'batch';

/** Banks that speak in 分 write it into the header: 金额(分), 交易金额（单位：分）, 金额_分. */
function inFen(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, `${name}(分)`, `${name}(单位:分)`, `${name}/分`, `${name}_分`, `${name}分`]);
}

/** Columns of a bank's answer and of a bank statement (reference/payments.md §3.4). The first word names the field. */
export const BANK_FIELDS: ListingFields<BankField> = {
  lineNo: ['序号', 'line_no', '行号', '明细序号', '代理编号', '顺序号', '记录序号', '编号', '流水序号', '明细编号'],
  name: [
    ...['户名', '账户名称', '姓名', '客户姓名', '客户名称', '收款人姓名', '收款人', '收款户名', '收款人户名'],
    ...['收款人名称', '收款账户名称', '对方户名', '对方账户名称', '对方名称', '对方姓名', '对方账户名', '对手户名'],
    ...['员工姓名', '收款方户名', '收款方名称', '账户名', '账户户名', '持卡人', '对方单位', 'account_name', 'name'],
  ],
  account: [
    ...['账号', '银行账号', '卡号', '银行卡号', '收款账号', '收款人账号', '客户账号', '收款账户', '一卡通账号'],
    ...['社保卡号', '对方账号', '员工账号', '账户', '对方账户', '对手账号', '收款方账号', '收款卡号', '账号/卡号'],
    ...['账卡号', '卡/账号', '账(卡)号', 'account_number', 'account'],
  ],
  amount: inFen([
    ...['金额', '交易金额', '发放金额', '补贴金额', '支付金额', '代发金额', '发生额', '交易发生额', '直补金额'],
    ...['付款金额', '转账金额', '汇款金额', '明细金额', 'amount'],
  ]),
  due: inFen(['应发金额', '应付金额', '应发', '申请金额', '委托金额', '提交金额', '原金额', '指令金额', '计划金额']),
  got: inFen([
    ...['实发金额', '实发', '实付金额', '入账金额', '到账金额', '成功金额', '实际入账金额', '实际发放金额'],
    ...['实际金额', '已发金额', '已付金额', '实际到账金额', '记账金额'],
  ]),
  unpaid: inFen(['失败金额', '未发金额', '退回金额', '退票金额', '退汇金额', '未入账金额']),
  debit: inFen([
    ...['借方金额', '借方发生额', '借方', '支出金额', '支出', '转出金额', '借方发生金额', '借', '付出金额', '支取'],
    ...['支出发生额', '借记金额', '付方金额', 'debit'],
  ]),
  credit: inFen([
    ...['贷方金额', '贷方发生额', '贷方', '收入金额', '收入', '转入金额', '贷方发生金额', '贷', '存入金额', '存入'],
    ...['收入发生额', '贷记金额', '收方金额', 'credit'],
  ]),
  direction: [
    ...[
      '借贷标志',
      '借贷',
      '借贷方向',
      '借/贷',
      '借贷标识',
      '收支标志',
      '收支',
      '收付标志',
      '收付',
      '方向',
      '收支方向',
    ],
    ...[
      '交易方向',
      '收支类型',
      '资金流向',
      '发生方向',
      '收/支',
      '往来标志',
      '借贷别',
      '借贷类型',
      'dc',
      'd/c',
      'direction',
    ],
  ],
  result: ['结果', '处理结果', '交易结果', '发放结果', '入账结果', '代发结果', '回盘结果', '处理结果描述', 'result'],
  state: [
    ...['状态', '处理状态', '交易状态', '发放状态', '业务状态', '指令状态', '交易终态状态', '入账状态', '付款状态'],
    ...['支付状态', '记录状态', '明细状态', '代发状态', 'status'],
  ],
  reason: [
    ...['失败原因', '原因', '退票原因', '退回原因', '退汇原因', '错误信息', '失败信息', '错误原因', '核心返回码'],
    ...[
      '返回信息',
      '备注原因',
      '返回描述',
      '响应信息',
      '返回码',
      '错误码',
      '错误描述',
      '失败描述',
      '原因说明',
      '处理信息',
    ],
    ...['返回原因', '不成功原因', '银行反馈', '反馈信息', 'reason', 'error'],
  ],
  remark: [
    '摘要',
    '附言',
    '用途',
    '备注',
    '交易摘要',
    '交易类型',
    '交易附言',
    '说明',
    '款项用途',
    '交易说明',
    '业务摘要',
  ],
  day: [
    ...['入账日期', '日期', '交易日期', '入账时间', '到账日期', '记账日期', '账务日期', '发放日期', '处理日期'],
    ...['支付日期', '会计日期', '入账日', '交易日', '记账日', '付款日期', '交易时间', '记账时间', 'date'],
  ],
  serial: [
    ...[
      '流水号',
      '交易流水号',
      '核心流水号',
      '银行流水号',
      '柜员流水号',
      '交易流水',
      '流水',
      '主机流水号',
      '发放流水号',
    ],
    ...['交易编号', '交易序号', '业务流水号', '回单编号', '电子回单号', '核心流水'],
  ],
  batch: ['批次号', 'batch_id', '批次', '文件批次号', '批量批次号', '批次编号'],
};

/** Banks repeat these with different words; all of them are read. */
export const SEVERAL: ReadonlySet<BankField> = new Set(['state', 'reason', 'remark', 'day', 'serial', 'result']);

/** True when a header or a line over the table says that amounts are in 分. */
export function statesFen(header: string, above: readonly string[]): boolean {
  const key = normaliseHeader(header);
  if (key.unit !== null) return false;
  if (/[(/_]?(单位:?)?分\)?$/.test(key.key) && /额|分\)$|[/_]分$|amount/i.test(key.key)) return true;
  return above.some((text) =>
    /(以|按)分为?(金额)?单位|单位[:：]?(人民币)?分(?![钟行公部支])|金额为分/.test(
      text.normalize('NFKC').replace(/\s/g, ''),
    ),
  );
}

/** The field that a header word names; null for words of no column. */
export function bankFieldOf(word: string): BankField | null {
  const key = normaliseHeader(word).key.toLowerCase();
  for (const [field, names] of Object.entries(BANK_FIELDS) as [BankField, readonly string[]][])
    if (names.some((name) => normaliseHeader(name).key.toLowerCase() === key)) return field;
  return null;
}
