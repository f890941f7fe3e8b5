import { capitalAmount } from '../../domain/capital-amount.js';
import { formatYuanGrouped, sumFen } from '../../domain/money.js';
import { headerRow, money, signatureRow, textRow, titleRow, totalRow } from '../model/sheet-rows.js';
import { monthWords } from '../model/words.js';
import type { CellModel, RowModel, SheetModel } from '../model/workbook-model.js';
import { byBenefit, byCommunity, byTownship, payeeCount } from './line-groups.js';
import { paperHead, paperPrint, type Paper } from './paper.js';

const WIDTH = 4;
const DAY = '　　　　年　　月　　日';

/** 审批表: what is asked for, and what village, township, department and bureau say to it, one page to sign. */
export function approvalSheet(paper: Paper): SheetModel {
  return {
    name: '审批表',
    columns: [
      { width: 18, style: 'total-label' },
      { width: 25, style: 'wrap' },
      { width: 16, style: 'total-label' },
      { width: 25, style: 'wrap' },
    ],
    rows: approvalRows(paper),
    print: paperPrint(paper, false, 3),
  };
}

function* approvalRows(paper: Paper): Generator<RowModel> {
  const { lines, policy } = paper;
  const total = sumFen(lines.map(({ amount }) => amount));
  yield* paperHead(paper, `${policy.name}发放审批表`, WIDTH);
  yield pair('发放对象', payeeCount(lines), '笔数', `${lines.length}笔`);
  yield pair('金额（元）', formatYuanGrouped(total), '金额（大写）', `人民币${capitalAmount(total)}`);
  yield wide(
    '按项目',
    byBenefit(lines)
      .map(({ name, lines: own, amount }) => `${name} ${payeeCount(own)} ${formatYuanGrouped(amount)}元`)
      .join('；'),
  );
  yield pair('制表', paper.maker ?? '', '审核', paper.approver ?? '');
  yield pair('审核日期', paper.approvedOn ?? '', '内容校验', paper.contentHash.slice(0, 16));
  yield pair('公示起', DAY, '公示止', DAY);
  yield wide('公示情况', '公示地点：　　　　　　　　　　异议：□ 无　□ 有　　件，处理结果：', 40);
  for (const who of ['村（社区）意见', '乡镇（街道）意见', '业务科室意见', '主管局意见'])
    yield wide(who, `\n\n签字：　　　　　　　　（盖章）　　${DAY}`, 76);
}

function pair(label: string, value: string, second: string, other: string): RowModel {
  return { cells: [label, { value, style: 'wrap' }, second, { value: other, style: 'wrap' }], height: 34 };
}

function wide(label: string, value: string, height?: number): RowModel {
  const cells: readonly CellModel[] = [label, { value, style: 'wrap' }, { value: null, style: 'wrap' }, null];
  return { cells, spans: [[1, WIDTH - 1]], height: height ?? 18 + 16 * Math.ceil((value.length * 2) / 70) };
}

const PUBLISHED = [
  '序号',
  '乡镇（街道）',
  '社区/村',
  '户（人、家）数',
  '金额（元）',
  '公示起',
  '公示止',
  '异议情况',
  '证明人签字（盖章）',
];

/** 公示证明: of each community where and how long its list hung, and what was said, with a line to sign. */
export function publicationSheet(paper: Paper): SheetModel {
  const width = PUBLISHED.length;
  return {
    name: '公示证明',
    columns: [
      { width: 6, style: 'integer' },
      { width: 15, style: 'text-center' },
      { width: 17, style: 'text-center' },
      { width: 14, style: 'text-center' },
      { width: 16, style: 'money' },
      { width: 14, style: 'text-center' },
      { width: 14, style: 'text-center' },
      { width: 14, style: 'text-center' },
      { width: 22, style: 'text-center' },
    ],
    rows: (function* (): Generator<RowModel> {
      yield titleRow('公 示 证 明', width);
      yield textRow(
        `兹证明：${monthWords(paper.period)}${paper.policy.name}（批次 ${paper.batchId}）发放名单已在下列社区（村）公示，公示期为　　个工作日，公示期间情况如下。`,
        width,
        'wrap-plain',
        36,
      );
      yield headerRow(PUBLISHED);
      let number = 0;
      for (const township of byTownship(paper.lines))
        for (const community of byCommunity(township.lines))
          yield {
            cells: [
              ++number,
              township.name,
              community.name,
              payeeCount(community.lines),
              money(community.amount),
              null,
              null,
              '□无 □有　件',
              null,
            ],
            height: 36,
          };
      yield totalRow('合计', 3, [
        payeeCount(paper.lines),
        money(sumFen(paper.lines.map(({ amount }) => amount)), 'total-money'),
        ...Array.from({ length: width - 5 }, () => null),
      ]);
      yield signatureRow([`公示单位（盖章）：${paper.office?.unitName ?? ''}`, '经办：', `日期：${DAY}`], width);
    })(),
    print: paperPrint(paper, true, 3),
  };
}
