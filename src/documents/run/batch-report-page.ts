import { capitalAmount } from '../../domain/capital-amount.js';
import type { BatchSummary } from '../../domain/batch.js';
import { formatYuanGrouped, type Fen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { barChart, type Bar } from '../model/bar-chart.js';
import { communityBlocks } from './community-blocks.js';
import { html } from '../model/html-text.js';
import { maskFreeText } from '../model/masked-value.js';
import { cards, note, pageEnd, pageHead, section, table } from '../model/page-parts.js';
import { dayWords, monthWords } from '../model/words.js';

/** A part of the equation: 已付, 退回 … */
export interface ReportPart {
  readonly name: string;
  readonly lines: number;
  readonly amount: Fen;
}

/** A batch as the ledger knows it. */
export interface BatchReportInput {
  readonly summary: BatchSummary;
  /** Null where nobody knows: opening history. */
  readonly policyName: string | null;
  /** In words: 已审核 … */
  readonly state: string;
  readonly asOf: string;
  readonly reissueOf: string | null;
  readonly lines: readonly PayoutLine[];
  /** 应发 first, then its parts, then 追回. */
  readonly totals: readonly ReportPart[];
  readonly benefits: readonly { readonly benefit: string; readonly parts: readonly ReportPart[] }[];
  /** What was done, oldest first: moment, what, by whom. */
  readonly acts: readonly (readonly [string, string, string])[];
  /** Reasons of lines that failed, came back or were stopped, with how many. */
  readonly reasons: readonly (readonly [string, number])[];
  readonly toolVersion: string;
}

const MOST = 20;

/** One page about a batch of the ledger: where its money stands. No payee is named on it. */
export function* batchReportPage(input: BatchReportInput): Generator<string> {
  const { summary, lines, totals, benefits, acts, reasons } = input;
  const title = `${input.policyName ?? summary.policyId} ${monthWords(summary.period)} 批次报告`;
  const draft = summary.state === 'draft' ? '<p class="draft">草稿：未经审核批准，不得据此付款。</p>' : '';
  const source = input.reissueOf === null ? '' : `　补发原批次：${html(input.reissueOf)}`;
  yield pageHead(
    title,
    `<p>批次 ${html(summary.batchId)}　状态：${html(input.state)}　基准日：${dayWords(input.asOf)}${source}</p>` +
      `<p>制表：${html(summary.maker)}　审核：${html(summary.approver ?? '＿＿＿＿')}</p>${draft}`,
  );
  yield cards([
    ['应发', `${formatYuanGrouped(summary.total)} 元`, `人民币${capitalAmount(summary.total)}`],
    [
      '笔数',
      `${summary.lines} 笔`,
      `${new Set(lines.map(({ payee }) => `${payee.kind}:${payee.id}`)).size} 户（人、单位）`,
    ],
    ...totals
      .slice(1)
      .map((part): [string, string, string] => [part.name, `${formatYuanGrouped(part.amount)} 元`, `${part.lines} 笔`]),
  ]);
  const names = totals.map(({ name }) => name);
  yield section(
    '收支平衡',
    table(
      ['项目', ...names],
      [...benefits.map(({ benefit, parts }) => [benefit, ...parts.map(partText)]), ['合计', ...totals.map(partText)]],
    ) + note('应发 = 已付 + 退回 + 失败 + 停发 + 在途；追回另列。'),
  );
  yield section('按社区', communities(lines));
  if (reasons.length > 0)
    yield section(
      '没有付成的原因',
      table(
        ['原因', '笔数'],
        reasons.map(([reason, count]) => [maskFreeText(reason), String(count)]),
      ),
    );
  yield section('办理经过', table(['时间', '事项', '经办人'], acts));
  yield pageEnd(`内容校验值 ${summary.contentHash}　butie ${input.toolVersion}`);
}

function communities(lines: readonly PayoutLine[]): string {
  const blocks = communityBlocks(lines).sort((a, b) => b.amount - a.amount);
  if (blocks.length === 0) return note('这个批次没有发放。');
  const bars = blocks.slice(0, MOST).map(
    (block): Bar => ({
      label: maskFreeText(block.place),
      parts: [{ value: block.amount, series: 0 }],
      text: `${formatYuanGrouped(block.amount)} 元 / ${block.payees} 户（人）`,
    }),
  );
  const rest = blocks.slice(MOST);
  const others = formatYuanGrouped(rest.reduce((sum, block) => sum + block.amount, 0));
  return (
    barChart('按社区的应发金额', bars) + (rest.length > 0 ? note(`其余 ${rest.length} 个社区/村共 ${others} 元。`) : '')
  );
}

function partText({ lines, amount }: ReportPart): string {
  return lines === 0 ? '—' : `${lines} 笔 ${formatYuanGrouped(amount)}`;
}
