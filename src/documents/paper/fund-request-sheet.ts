import { capitalAmount } from '../../domain/capital-amount.js';
import { sumFen } from '../../domain/money.js';
import { headerRow, money, signatureRow, textRow, totalRow } from '../model/sheet-rows.js';
import type { RowModel, SheetModel } from '../model/workbook-model.js';
import { byBenefit, byTownship, payeeCount, type LineGroup } from './line-groups.js';
import { paperHead, paperPrint, signers, type Paper } from './paper.js';

const HEADERS = ['序号', '乡镇（街道）', '发放项目', '户（人、家）数', '笔数', '金额（元）', '金额（大写）'];
const WIDTH = HEADERS.length;
/** Columns under the label of a sum. */
const LABEL = 3;

/** 资金申请表（拨款单）: what each township needs for each benefit, in figures and in words, for the treasury to sign. */
export function fundRequestSheet(paper: Paper): SheetModel {
  return {
    name: '资金申请表',
    columns: [
      { width: 6, style: 'integer' },
      { width: 18, style: 'text-center' },
      { width: 20, style: 'text-center' },
      { width: 16, style: 'text-center' },
      { width: 8, style: 'integer' },
      { width: 17, style: 'money' },
      { width: 40, style: 'wrap' },
    ],
    rows: rows(paper),
    print: paperPrint(paper, true, 4),
  };
}

function* rows(paper: Paper): Generator<RowModel> {
  const { lines, policy } = paper;
  yield* paperHead(paper, `${policy.name}资金申请表（拨款单）`, WIDTH);
  yield headerRow(HEADERS);
  let number = 0;
  for (const township of byTownship(lines)) {
    const benefits = byBenefit(township.lines);
    for (const group of benefits)
      yield {
        cells: [
          ++number,
          township.name,
          group.name,
          payeeCount(group.lines),
          group.lines.length,
          money(group.amount),
          capital(group),
        ],
        height: 34,
      };
    if (benefits.length > 1) yield sumRow(`${township.name} 小计`, township);
  }
  for (const group of byBenefit(lines)) yield sumRow(`按项目：${group.name}`, group);
  yield sumRow('合计', { name: '', lines, amount: sumFen(lines.map(({ amount }) => amount)) });
  yield textRow('现申请拨付上述资金，收款明细见发放花名册。', WIDTH, 'signature', 26);
  yield signatureRow(signers(paper), WIDTH);
  yield signatureRow(['申请单位（盖章）：', '申请日期：　　　　年　　月　　日'], WIDTH);
  yield signatureRow(['财政部门意见：', '经办：', '负责人：', '（盖章）　　年　　月　　日'], WIDTH);
}

function sumRow(label: string, group: LineGroup): RowModel {
  return totalRow(
    label,
    LABEL,
    [
      payeeCount(group.lines),
      { value: group.lines.length, style: 'total-integer' },
      money(group.amount, 'total-money'),
      capital(group),
    ],
    { height: 34 },
  );
}

function capital({ amount }: LineGroup): string {
  return `人民币${capitalAmount(amount)}`;
}
