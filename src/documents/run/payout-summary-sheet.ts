import { capitalAmount } from '../../domain/capital-amount.js';
import { sumFen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { byBenefit, byCommunity, byTownship, payeeCount } from '../paper/line-groups.js';
import { paperHead, paperPrint, signers, type Paper } from '../paper/paper.js';
import { headerRow, money, signatureRow, totalRow } from '../model/sheet-rows.js';
import type { RowModel, SheetModel } from '../model/workbook-model.js';

const HEADERS = ['序号', '乡镇（街道）', '社区/村', '发放项目', '户（人、\n家）数', '笔数', '金额（元）'];
const WIDTH = HEADERS.length;
const LABEL = 4;

/** 汇总表: benefit by township and community, one row each, so that eight benefits are as readable as one. */
export function payoutSummarySheet(paper: Paper): SheetModel {
  return {
    name: '汇总表',
    columns: [
      { width: 5, style: 'integer' },
      { width: 13, style: 'text-center' },
      { width: 15, style: 'text-center' },
      { width: 15, style: 'text-center' },
      { width: 12, style: 'text-center' },
      { width: 7, style: 'integer' },
      { width: 16, style: 'money' },
    ],
    rows: rows(paper),
    freeze: { rows: 4, columns: 0 },
    print: paperPrint(paper, false, 4),
  };
}

function* rows(paper: Paper): Generator<RowModel> {
  yield* paperHead(paper, `${paper.policy.name}发放汇总表`, WIDTH);
  yield headerRow(HEADERS);
  let number = 0;
  const townships = byTownship(paper.lines);
  for (const township of townships) {
    for (const community of byCommunity(township.lines)) {
      const benefits = byBenefit(community.lines);
      for (const { name, lines, amount } of benefits)
        yield {
          cells: [++number, township.name, community.name, name, payeeCount(lines), lines.length, money(amount)],
          height: 22,
        };
      if (benefits.length > 1) yield sumRow(`${community.name} 小计`, community.lines);
    }
    if (townships.length > 1) yield sumRow(`${township.name} 小计`, township.lines);
  }
  for (const { name, lines } of byBenefit(paper.lines)) yield sumRow(`按项目：${name}`, lines);
  yield sumRow('合计', paper.lines);
  yield totalRow(`金额（大写）：人民币${capitalAmount(sumFen(paper.lines.map(({ amount }) => amount)))}`, WIDTH, []);
  yield signatureRow(signers(paper), WIDTH);
  yield signatureRow(['日期：　　　　年　　月　　日'], WIDTH);
}

function sumRow(label: string, lines: readonly PayoutLine[]): RowModel {
  return totalRow(label, LABEL, [
    payeeCount(lines),
    { value: lines.length, style: 'total-integer' },
    money(sumFen(lines.map(({ amount }) => amount)), 'total-money'),
  ]);
}
