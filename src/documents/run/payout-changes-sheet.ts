import type { ChangeLine } from '../../batch/run/run-result.js';
import type { RunDocumentInput } from './run-document.js';
import { headerRow, money, textRow, titleRow, totalRow } from '../model/sheet-rows.js';
import { monthWords } from '../model/words.js';
import type { RowModel, SheetModel } from '../model/workbook-model.js';

const HEADERS = [
  '序号',
  '变动',
  '户编号/证件号',
  '姓名',
  '发放项目',
  '上次（元）',
  '本次（元）',
  '增减（元）',
  '账号变更',
  '说明',
];
const KINDS = ['新增', '退出', '变更'] as const;

/** 变动表: who is new, who is gone, whose amount or account is another one than last time. */
export function payoutChangesSheet({ result }: RunDocumentInput): SheetModel {
  const width = HEADERS.length;
  return {
    name: '变动表',
    columns: [
      { width: 6, style: 'integer' },
      { width: 8, style: 'text-center' },
      { width: 21, style: 'id' },
      { width: 14, style: 'text-center' },
      { width: 20, style: 'wrap' },
      { width: 13, style: 'money' },
      { width: 13, style: 'money' },
      { width: 13, style: 'money' },
      { width: 10, style: 'text-center' },
      { width: 30, style: 'wrap' },
    ],
    rows: (function* (): Generator<RowModel> {
      yield titleRow(`${result.pack.name}发放变动表`, width);
      yield textRow(
        `${monthWords(result.content.period)}${result.content.reissueOf === null ? '与同一政策、同一年度已批准的全部批次相比（没有的，与上一年度相比）' : `补发 ${result.content.reissueOf}`}　批次：${result.content.batchId}`,
        width,
      );
      yield headerRow(HEADERS);
      if (result.changes.length === 0) {
        yield textRow('没有变动，或者台账里还没有可以比较的批次。', width, 'wrap', 26);
        return;
      }
      let number = 0;
      for (const kind of KINDS) {
        const changes = result.changes.filter((each) => each.change === kind);
        for (const each of changes) yield changeRow(each, ++number);
        if (changes.length > 0) yield totalRow(`${kind} ${changes.length}笔`, 5, sums(changes));
      }
      yield totalRow(`合计 ${result.changes.length}笔`, 5, sums(result.changes));
    })(),
    freeze: { rows: 3, columns: 0 },
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 3], footer: '第 &P 页 共 &N 页' },
  };
}

function changeRow(change: ChangeLine, number: number): RowModel {
  return {
    cells: [
      number,
      change.change,
      change.payeeId,
      change.payeeName,
      change.benefit,
      change.before === null ? null : money(change.before),
      change.after === null ? null : money(change.after),
      money((change.after ?? 0) - (change.before ?? 0)),
      change.accountChanged ? { value: '是', style: 'warning' } : null,
      change.note,
    ],
    height: 24,
  };
}

function sums(changes: readonly ChangeLine[]): RowModel['cells'] {
  const before = changes.reduce((sum, each) => sum + (each.before ?? 0), 0);
  const after = changes.reduce((sum, each) => sum + (each.after ?? 0), 0);
  return [money(before, 'total-money'), money(after, 'total-money'), money(after - before, 'total-money'), null, null];
}
