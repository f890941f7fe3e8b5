import { capitalAmount } from '../../domain/capital-amount.js';
import { maskId } from '../../domain/masking.js';
import type { PayoutLine } from '../../domain/payout.js';
import { communityBlocks, totalsOf } from './community-blocks.js';
import { maskFreeText, maskHouseholdId, maskPayeeId } from '../model/masked-value.js';
import type { Office, RunDocumentInput } from './run-document.js';
import { headerRow, money, signatureRow, textRow, titleRow, totalRow } from '../model/sheet-rows.js';
import { monthWords } from '../model/words.js';
import type { ColumnModel, RowModel, SheetModel, WorkbookModel } from '../model/workbook-model.js';

const HEADERS = ['序号', '户编号', '户主/享受人', '证件号（前4后4位）', '发放项目', '年度', '金额（元）', '备注'];
const COLUMNS: readonly ColumnModel[] = [
  { width: 6, style: 'integer' },
  { width: 14, style: 'id' },
  { width: 16, style: 'text-center' },
  { width: 22, style: 'id' },
  { width: 22, style: 'wrap' },
  { width: 8, style: 'integer' },
  { width: 14, style: 'money' },
  { width: 12, style: 'text' },
];
const WIDTH = COLUMNS.length;

/**
 * `public-notice.xlsx`: 公示表, one list a community to put up on a wall. Always masked, also when the run reveals: it
 * leaves the office. No account, no phone of people, no age, no health (reference/payments.md §3.5).
 */
export function publicNoticeWorkbook(input: RunDocumentInput): WorkbookModel {
  const sheet: SheetModel = {
    name: '公示表',
    columns: COLUMNS,
    rows: noticeRows(input),
    freeze: { rows: 4, columns: 0 },
    print: {
      landscape: false,
      fitToWidth: true,
      manualBreaks: true,
      paper: 'A4',
      titleRows: [1, 4],
      footer: '第 &P 页 共 &N 页',
    },
  };
  // The telephone of the office stands in it whole; what is of people is masked above.
  return { title: `${input.result.pack.name}公示表`, whole: true, sheets: [sheet] };
}

function* noticeRows({ result, origin }: RunDocumentInput): Generator<RowModel> {
  const { content, pack } = result;
  yield titleRow(`${pack.name}发放公示表`, WIDTH);
  yield textRow(`依据：${pack.document.number}《${pack.document.title}》`, WIDTH);
  yield textRow(`发放月份：${monthWords(content.period)}　批次：${content.batchId}`, WIDTH);
  yield headerRow(HEADERS, 28);
  const blocks = communityBlocks(content.lines);
  for (const block of blocks) {
    yield totalRow(maskFreeText(block.place), WIDTH, []);
    for (const line of block.lines) yield lineRow(line);
    yield sumRow(`小计（${block.payees}户/人，${block.lines.length}笔）`, block.amount);
    yield* notice(true, origin.office);
  }
  const { payees, amount } = totalsOf(content.lines);
  yield sumRow(`合计（${payees}户/人，${content.lines.length}笔）`, amount);
  yield totalRow(`金额（大写）：人民币${capitalAmount(amount)}`, WIDTH, []);
  yield* notice(false, origin.office);
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
    height: 22,
  };
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
