import { capitalAmount } from '../../domain/capital-amount.js';
import { keptBack } from '../../domain/clawback.js';
import { formatYuan } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { communityBlocks, totalsOf, type CommunityBlock } from './community-blocks.js';
import type { RunDocumentInput } from './run-document.js';
import { headerRow, money, signatureRow, textRow, titleRow, totalRow } from '../model/sheet-rows.js';
import { dayWords, monthWords, unitText } from '../model/words.js';
import type { ColumnModel, RowModel, SheetModel } from '../model/workbook-model.js';

const HEADERS = [
  '序号',
  '户编号',
  '户主/领款人',
  '身份证号',
  '发放项目',
  '年度',
  '核定金额',
  '此前已发',
  '本次发放',
  '开户银行',
  '银行账号',
  '领款人签字',
  '备注',
];
const COLUMNS: readonly ColumnModel[] = [
  { width: 6, style: 'integer' },
  { width: 11, style: 'id' },
  { width: 13, style: 'text-center' },
  { width: 20, style: 'id' },
  { width: 14, style: 'text-center' },
  { width: 6, style: 'integer' },
  { width: 11, style: 'money' },
  { width: 11, style: 'money' },
  { width: 12, style: 'money' },
  { width: 22, style: 'text-center' },
  { width: 21, style: 'id' },
  { width: 13, style: 'text' },
  { width: 14, style: 'text-center' },
];
const WIDTH = COLUMNS.length;
/** Columns under the label of a sum: up to 年度. */
const LABEL = 6;
const ROW_HEIGHT = 30;
const SIGNATURES = ['制表：', '审核：', '负责人：', '（盖章）'];

/** 发放花名册: a block of signed pages for each community, then the sum of all. Unmasked: it is signed and kept. */
export function payoutRosterSheet(input: RunDocumentInput): SheetModel {
  return {
    name: '发放花名册',
    columns: COLUMNS,
    rows: rosterRows(input),
    freeze: { rows: 4, columns: 3 },
    print: {
      landscape: true,
      fitToWidth: true,
      manualBreaks: true,
      paper: 'A4',
      titleRows: [1, 4],
      footer: '第 &P 页 共 &N 页',
    },
  };
}

function* rosterRows({ result, origin }: RunDocumentInput): Generator<RowModel> {
  const { content, pack } = result;
  const draft = origin.state === 'draft' ? '　【草稿，未经审核批准不得付款】' : '';
  yield titleRow(`${pack.name}发放花名册`, WIDTH);
  yield textRow(`依据：${pack.document.number}《${pack.document.title}》　发文单位：${pack.document.issuer}`, WIDTH);
  yield textRow(
    `${unitText(origin)}发放月份：${monthWords(content.period)}　批次：${content.batchId}　基准日：${dayWords(content.asOf)}　单位：元${draft}`,
    WIDTH,
  );
  yield headerRow(HEADERS);
  const blocks = communityBlocks(content.lines);
  for (const block of blocks) yield* blockRows(block);
  yield* grandTotal(content.lines, blocks.length);
}

function* blockRows(block: CommunityBlock): Generator<RowModel> {
  yield totalRow(block.place, WIDTH, []);
  for (const line of block.lines) yield lineRow(line);
  yield sumRow(`小计（${block.payees}户/人，${block.lines.length}笔）`, block.lines, block.amount);
  yield capitalRow(block.amount);
  yield { ...signatureRow(SIGNATURES, WIDTH), pageBreak: true };
}

function* grandTotal(lines: readonly PayoutLine[], blocks: number): Generator<RowModel> {
  const { payees, amount } = totalsOf(lines);
  yield sumRow(`合计（${blocks}个社区/村，${payees}户/人，${lines.length}笔）`, lines, amount);
  yield capitalRow(amount);
  yield signatureRow(SIGNATURES, WIDTH);
}

function lineRow(line: PayoutLine): RowModel {
  return {
    cells: [
      line.lineNo,
      line.householdId ?? line.payee.id,
      line.payee.name,
      line.idNumber ?? (line.payee.kind === 'household' ? null : line.payee.id),
      line.benefit,
      line.incomeYear,
      money(line.entitlement),
      money(line.paidBefore),
      money(line.amount),
      line.account.bankName,
      line.account.accountNumber,
      null,
      remark(line),
    ],
    height: ROW_HEIGHT,
  };
}

function remark(line: PayoutLine): string | null {
  const remarks: string[] = [];
  const kept = keptBack(line.charges);
  if (line.cutBy.length > (kept > 0 ? 1 : 0)) remarks.push('按封顶数核减');
  if (kept > 0) remarks.push(`抵扣追回款${formatYuan(kept)}元`);
  const { accountName, accountNumber } = line.account;
  if (accountNumber === null) remarks.push('缺银行账号');
  else if (accountName !== null && accountName !== line.payee.name) remarks.push(`户名：${accountName}`);
  return remarks.length === 0 ? null : remarks.join('；');
}

function sumRow(label: string, lines: Iterable<PayoutLine>, amount: number): RowModel {
  let entitlement = 0;
  let before = 0;
  for (const line of lines) {
    entitlement += line.entitlement;
    before += line.paidBefore;
  }
  const rest = Array.from({ length: WIDTH - LABEL - 3 }, () => null);
  return totalRow(label, LABEL, [
    money(entitlement, 'total-money'),
    money(before, 'total-money'),
    money(amount, 'total-money'),
    ...rest,
  ]);
}

function capitalRow(amount: number): RowModel {
  return totalRow(`金额（大写）：人民币${capitalAmount(amount)}`, WIDTH, []);
}
