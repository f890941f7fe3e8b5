import { capitalAmount } from '../../domain/capital-amount.js';
import { keptBack } from '../../domain/clawback.js';
import { formatYuan, sumFen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { byCommunity, byTownship, payeeCount } from '../paper/line-groups.js';
import { paperFooter, paperHead, signers, type Paper } from '../paper/paper.js';
import { headerRow, money, signatureRow, totalRow } from '../model/sheet-rows.js';
import type { ColumnModel, RowModel, SheetModel } from '../model/workbook-model.js';

const HEADERS = [
  '序号',
  '户编号',
  '户主/领款人\n证件号（单位：信用代码）',
  '发放项目\n年度',
  '核定金额',
  '此前已发',
  '本次发放',
  '开户银行\n银行账号',
  '领款人签字',
  '备注',
];
/** All together print at 9 points and more on A4, with 30 mm to sign in. */
const COLUMNS: readonly ColumnModel[] = [
  { width: 5, style: 'integer' },
  { width: 11, style: 'text-center' },
  { width: 21, style: 'text-center' },
  { width: 14, style: 'text-center' },
  { width: 11, style: 'money' },
  { width: 11, style: 'money' },
  { width: 12, style: 'money' },
  { width: 22, style: 'text-center' },
  { width: 15, style: 'text' },
  { width: 12, style: 'text-center' },
];
const WIDTH = COLUMNS.length;
/** Columns under the label of a sum: up to 年度. */
const LABEL = 4;
const SIGNATURE = 8;
const ROW_HEIGHT = 36;
const LINE_HEIGHT = 14;
const SUM_HEIGHT = 24;
const SIGN_HEIGHT = 34;
/** Points of rows that a landscape page takes beneath the heading, at the scale of these columns. */
const PAGE = 470;

/** 发放花名册: signed lists of the communities, small ones together on a page. Unmasked: it is signed and kept. */
export function payoutRosterSheet(paper: Paper): SheetModel {
  return {
    name: '发放花名册',
    columns: COLUMNS,
    rows: paged(paper),
    freeze: { rows: 4, columns: 3 },
    print: {
      landscape: true,
      fitToWidth: true,
      manualBreaks: true,
      paper: 'A4',
      titleRows: [1, 4],
      footer: paperFooter(paper),
    },
  };
}

/** A block begins a page of its own where the rest of the page cannot hold it. */
function* paged(paper: Paper): Generator<RowModel> {
  yield* paperHead(paper, `${paper.policy.name}发放花名册`, WIDTH);
  yield headerRow(HEADERS, 36);
  let used = 0;
  let last: RowModel | null = null;
  for (const block of blocks(paper)) {
    const { height, isSum } = block;
    const breaks = !isSum && used > 0 && used + height > PAGE;
    if (last !== null) yield breaks ? { ...last, pageBreak: true } : last;
    used = ((breaks ? 0 : used) + height) % PAGE;
    last = null;
    for (const row of block.rows) {
      if (last !== null) yield last;
      last = row;
    }
  }
  if (last !== null) yield last;
}

interface Block {
  readonly rows: Iterable<RowModel>;
  readonly height: number;
  /** A sum follows what it sums, wherever that ends. */
  readonly isSum: boolean;
}

function* blocks(paper: Paper): Generator<Block> {
  const townships = byTownship(paper.lines);
  let communities = 0;
  for (const township of townships) {
    const own = byCommunity(township.lines);
    communities += own.length;
    for (const { name, lines } of own)
      yield {
        rows: communityRows(paper, `${township.name} ${name}`, lines),
        height: lines.reduce((sum, line) => sum + lineHeight(line), 0) + 3 * SUM_HEIGHT + SIGN_HEIGHT,
        isSum: false,
      };
    if (townships.length > 1 && own.length > 1)
      yield {
        rows: [
          sumRow(`${township.name} 小计（${countText(township.lines)}）`, township.lines),
          capitalRow(township.lines),
        ],
        height: 2 * SUM_HEIGHT,
        isSum: true,
      };
  }
  // The list of one community is its own sum.
  if (communities === 1) return;
  yield {
    rows: [
      sumRow(`合计（${communities}个社区/村，${countText(paper.lines)}）`, paper.lines),
      capitalRow(paper.lines),
      signatureRow(signers(paper), WIDTH),
    ],
    height: 2 * SUM_HEIGHT + SIGN_HEIGHT,
    isSum: true,
  };
}

function* communityRows(paper: Paper, place: string, lines: readonly PayoutLine[]): Generator<RowModel> {
  yield totalRow(place, WIDTH, []);
  for (const [index, line] of lines.entries()) {
    const isFirst = !samePayee(lines[index - 1], line);
    let rows = 1;
    if (isFirst) while (samePayee(lines[index + rows], line)) rows++;
    yield { ...lineRow(line), ...(rows > 1 ? { joinsDown: [[SIGNATURE, rows]] } : {}) };
  }
  yield sumRow(`小计（${countText(lines)}）`, lines);
  yield capitalRow(lines);
  yield signatureRow(signers(paper), WIDTH);
}

/** One signature is enough for a household with two benefits. */
function samePayee(other: PayoutLine | undefined, { payee }: PayoutLine): boolean {
  return other?.payee.kind === payee.kind && other.payee.id === payee.id;
}

function countText(lines: readonly PayoutLine[]): string {
  return `${payeeCount(lines)}，${lines.length}笔`;
}

function lineRow(line: PayoutLine): RowModel {
  const isOrganisation = line.payee.kind === 'organisation';
  const id = isOrganisation ? line.payee.id : (line.idNumber ?? (line.payee.kind === 'person' ? line.payee.id : ''));
  return {
    cells: [
      line.lineNo,
      isOrganisation ? null : line.householdId,
      stacked(line.payee.name, id),
      stacked(line.benefit, line.incomeYear === null ? '' : String(line.incomeYear)),
      nonZero(line.entitlement),
      nonZero(line.paidBefore),
      money(line.amount),
      stacked(line.account.bankName ?? '', line.account.accountNumber ?? ''),
      null,
      remark(line),
    ],
    height: lineHeight(line),
  };
}

/** Two lines, and more for long names of organisations and banks. */
function lineHeight(line: PayoutLine): number {
  const over = (text: string, width: number): number => Math.ceil((Array.from(text).length * 2) / width) - 1;
  const name = Math.max(0, over(line.payee.name, 22));
  const bank = Math.max(0, over(line.account.bankName ?? '', 24));
  const note = Math.max(0, over(remark(line) ?? '', 11) - 1);
  return ROW_HEIGHT + LINE_HEIGHT * Math.max(name, bank, note);
}

function stacked(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join('\n');
}

function nonZero(fen: number): RowModel['cells'][number] {
  return fen === 0 ? { value: '—', style: 'text-center' } : money(fen);
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

function sumRow(label: string, lines: readonly PayoutLine[]): RowModel {
  return totalRow(label, LABEL, [
    money(sumFen(lines.map(({ entitlement }) => entitlement)), 'total-money'),
    money(sumFen(lines.map(({ paidBefore }) => paidBefore)), 'total-money'),
    money(sumFen(lines.map(({ amount }) => amount)), 'total-money'),
    ...Array.from({ length: WIDTH - LABEL - 3 }, () => null),
  ]);
}

function capitalRow(lines: readonly PayoutLine[]): RowModel {
  return totalRow(`金额（大写）：人民币${capitalAmount(sumFen(lines.map(({ amount }) => amount)))}`, WIDTH, []);
}
