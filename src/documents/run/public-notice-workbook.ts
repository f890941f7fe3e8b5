import { capitalAmount } from '../../domain/capital-amount.js';
import { maskId } from '../../domain/masking.js';
import type { PayoutLine } from '../../domain/payout.js';
import { communityBlocks, totalsOf } from './community-blocks.js';
import { maskFreeText, maskHouseholdId, maskPayeeId } from '../model/masked-value.js';
import { payeeCount } from '../paper/line-groups.js';
import { paperFooter, type Paper } from '../paper/paper.js';
import type { Office } from './run-document.js';
import { headerRow, money, signatureRow, textRow, titleRow, totalRow } from '../model/sheet-rows.js';
import { monthWords } from '../model/words.js';
import type { ColumnModel, RowModel, SheetModel, WorkbookModel } from '../model/workbook-model.js';

const HEADERS = ['序号', '户编号', '户主/享受人', '证件号\n（前4后4位）', '发放项目', '年度', '金额（元）', '备注'];
const COLUMNS: readonly ColumnModel[] = [
  { width: 5, style: 'integer' },
  { width: 12, style: 'text-center' },
  { width: 14, style: 'text-center' },
  { width: 20, style: 'id' },
  { width: 14, style: 'text-center' },
  { width: 6, style: 'integer' },
  { width: 13, style: 'money' },
  { width: 6, style: 'text' },
];
const WIDTH = COLUMNS.length;

/**
 * `public-notice.xlsx`: 公示表, one list a community to put up on a wall. Always masked, also when the run reveals: it
 * leaves the office. No account, no phone of people, no age, no health (reference/payments.md §3.5).
 */
export function publicNoticeWorkbook(paper: Paper): WorkbookModel {
  const sheet: SheetModel = {
    name: '公示表',
    columns: COLUMNS,
    rows: noticeRows(paper),
    freeze: { rows: 4, columns: 0 },
    print: {
      landscape: false,
      fitToWidth: true,
      manualBreaks: true,
      paper: 'A4',
      titleRows: [1, 4],
      footer: paperFooter(paper),
    },
  };
  // The telephone of the office stands in it whole; what is of people is masked above.
  return { title: `${paper.policy.name}公示表`, whole: true, sheets: [sheet] };
}

function* noticeRows(paper: Paper): Generator<RowModel> {
  const { policy, lines } = paper;
  yield titleRow(`${policy.name}发放公示表`, WIDTH);
  yield textRow(`依据：${policy.number}《${policy.title}》`, WIDTH, 'wrap-plain', 32);
  yield textRow(
    `发放月份：${monthWords(paper.period)}　批次：${paper.batchId}${paper.part === null ? '' : `　范围：${maskFreeText(paper.part)}`}`,
    WIDTH,
  );
  yield headerRow(HEADERS, 28);
  const blocks = communityBlocks(lines);
  for (const block of blocks) {
    yield totalRow(maskFreeText(block.place), WIDTH, []);
    for (const line of block.lines) yield lineRow(line);
    yield sumRow(`小计（${payeeCount(block.lines)}，${block.lines.length}笔）`, block.amount);
    if (blocks.length === 1) yield capitalRow(block.amount);
    yield* notice(blocks.length > 1, paper.office);
  }
  // The notice of one community is its own sum.
  if (blocks.length === 1) return;
  const { amount } = totalsOf(lines);
  yield sumRow(`合计（${payeeCount(lines)}，${lines.length}笔）`, amount);
  yield capitalRow(amount);
  yield* notice(false, paper.office);
}

function lineRow(line: PayoutLine): RowModel {
  const id = line.idNumber === null ? maskPayeeId(line.payee.kind, line.payee.id) : maskId(line.idNumber);
  return {
    cells: [
      line.lineNo,
      maskHouseholdId(line.householdId),
      maskFreeText(line.payee.name),
      id,
      line.benefit,
      line.incomeYear,
      money(line.amount),
      null,
    ],
    height: 22 + 14 * Math.max(0, Math.ceil((Array.from(line.payee.name).length * 2) / 14) - 1),
  };
}

function capitalRow(amount: number): RowModel {
  return totalRow(`金额（大写）：人民币${capitalAmount(amount)}`, WIDTH, []);
}

function sumRow(label: string, amount: number): RowModel {
  return totalRow(label, 6, [money(amount, 'total-money'), null]);
}

/** What a notice must say and the program cannot know: when, for how long; whom to ring, unless the office set it. */
function* notice(pageBreak: boolean, office: Office | undefined): Generator<RowModel> {
  const phone = office?.noticePhone ?? '＿＿＿＿＿＿＿＿＿＿＿＿';
  yield textRow('公示期：＿＿＿＿年＿＿月＿＿日　至　＿＿＿＿年＿＿月＿＿日（共＿＿个工作日）', WIDTH, 'signature', 26);
  yield textRow(
    `对以上内容有异议的，请在公示期内反映。举报电话：${phone}　受理人：＿＿＿＿＿＿＿`,
    WIDTH,
    'signature',
    26,
  );
  yield {
    ...signatureRow([`公示单位（盖章）：${office?.unitName ?? ''}`, '日期：　　　　年　　月　　日'], WIDTH),
    pageBreak,
  };
}
