import { keptBack, type OffsetEntry } from '../../domain/clawback.js';
import { sumFen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { RunDocumentInput } from './run-document.js';
import { headerRow, money, signatureRow, textRow, titleRow, totalRow } from '../model/sheet-rows.js';
import { monthWords } from '../model/words.js';
import type { RowModel, SheetModel } from '../model/workbook-model.js';

const HEADERS = [
  '序号',
  '户编号',
  '户主/领款人',
  '证件号',
  '发放项目',
  '年度',
  '本次应发',
  '抵扣追回款',
  '本次实发',
  '发放表行号',
];

/** 抵扣表: what is kept back for clawbacks, from lines and from dues that are taken whole. No sheet when nothing is. */
export function payoutOffsetsSheet({ result }: RunDocumentInput): SheetModel[] {
  const { content } = result;
  const entries: readonly (PayoutLine | OffsetEntry)[] = [
    ...content.lines.filter(({ charges }) => keptBack(charges) > 0),
    ...(content.offsets ?? []),
  ];
  if (entries.length === 0) return [];
  const width = HEADERS.length;
  return [
    {
      name: '抵扣表',
      columns: [
        { width: 6, style: 'integer' },
        { width: 14, style: 'id' },
        { width: 14, style: 'text-center' },
        { width: 21, style: 'id' },
        { width: 18, style: 'text-center' },
        { width: 7, style: 'integer' },
        { width: 13, style: 'money' },
        { width: 13, style: 'money' },
        { width: 13, style: 'money' },
        { width: 12, style: 'integer' },
      ],
      rows: (function* (): Generator<RowModel> {
        yield titleRow(`${result.pack.name}抵扣表`, width);
        yield textRow(
          `${monthWords(content.period)}　批次：${content.batchId}　从本次应发中抵扣尚未收回的追回款　单位：元`,
          width,
        );
        yield headerRow(HEADERS);
        let number = 0;
        for (const entry of entries) yield entryRow(entry, ++number);
        const kept = sumFen(entries.map(({ charges }) => keptBack(charges)));
        const sent = sumFen(entries.map(sentOf));
        yield totalRow(`合计 ${entries.length}笔`, 6, [
          money(kept + sent, 'total-money'),
          money(kept, 'total-money'),
          money(sent, 'total-money'),
          null,
        ]);
        yield textRow('没有发放表行号的，应发全部抵扣，不进银行文件；抵扣在批次审核后生效。', width, 'wrap', 26);
        yield signatureRow(['制表：', '审核：', '负责人：'], width);
      })(),
      freeze: { rows: 3, columns: 0 },
      print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 3], footer: '第 &P 页 共 &N 页' },
    },
  ];
}

function sentOf(entry: PayoutLine | OffsetEntry): number {
  return 'lineNo' in entry ? entry.amount : 0;
}

function entryRow(entry: PayoutLine | OffsetEntry, number: number): RowModel {
  const kept = keptBack(entry.charges);
  const { payee } = entry;
  return {
    cells: [
      number,
      entry.householdId ?? payee.id,
      payee.name,
      entry.idNumber ?? (payee.kind === 'household' ? null : payee.id),
      entry.benefit,
      entry.incomeYear,
      money(kept + sentOf(entry)),
      money(kept),
      money(sentOf(entry)),
      'lineNo' in entry ? entry.lineNo : null,
    ],
    height: 24,
  };
}
