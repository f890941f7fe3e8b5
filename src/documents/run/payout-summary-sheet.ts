import { capitalAmount } from '../../domain/capital-amount.js';
import { communityBlocks } from './community-blocks.js';
import type { RunDocumentInput } from './run-document.js';
import { headerRow, money, signatureRow, textRow, titleRow, totalRow } from '../model/sheet-rows.js';
import { monthWords, unitText } from '../model/words.js';
import type { RowModel, SheetModel } from '../model/workbook-model.js';

/** 汇总表: money by community and benefit. */
export function payoutSummarySheet({ result, origin }: RunDocumentInput): SheetModel {
  const { content, totals, counts } = result;
  const width = 5 + totals.length;
  return {
    name: '汇总表',
    columns: [
      { width: 6, style: 'integer' },
      { width: 26, style: 'text' },
      { width: 12, style: 'integer' },
      { width: 10, style: 'integer' },
      ...Array.from({ length: width - 4 }, () => ({ width: 18, style: 'money' as const })),
    ],
    rows: (function* (): Generator<RowModel> {
      yield titleRow(`${result.pack.name}发放汇总表`, width);
      yield textRow(
        `${unitText(origin)}依据：${result.pack.document.number}　发放月份：${monthWords(content.period)}　批次：${content.batchId}　单位：元`,
        width,
      );
      yield headerRow([
        '序号',
        '乡镇 社区/村',
        '户（人）数',
        '笔数',
        ...totals.map((each) => each.benefit),
        '金额合计',
      ]);
      let number = 0;
      for (const block of communityBlocks(content.lines)) {
        const amounts = new Map<string, number>();
        for (const line of block.lines) amounts.set(line.benefitId, (amounts.get(line.benefitId) ?? 0) + line.amount);
        yield {
          cells: [
            ++number,
            block.place,
            block.payees,
            block.lines.length,
            ...totals.map((each) => money(amounts.get(each.benefitId) ?? 0)),
            money(block.amount),
          ],
          height: 24,
        };
      }
      yield totalRow('合计', 2, [
        { value: counts.paidPayees, style: 'total-integer' },
        { value: content.lines.length, style: 'total-integer' },
        ...totals.map((each) => money(each.amount, 'total-money')),
        money(content.total, 'total-money'),
      ]);
      yield totalRow(`金额（大写）：人民币${capitalAmount(content.total)}`, width, []);
      yield signatureRow(['制表：', '审核：', '负责人：'], width);
    })(),
    freeze: { rows: 3, columns: 2 },
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 3], footer: '第 &P 页 共 &N 页' },
  };
}
