import { formatYuan, formatYuanGrouped } from '../../domain/money.js';
import type { BatchSummary } from '../../domain/batch.js';
import type { BatchState } from '../../domain/batch-state.js';
import type { Lang } from '../../findings/finding.js';
import type { ClosingProof, Equation, Part } from '../../ledger/read/closing-proof.js';
import type { KeptBack } from '../../ledger/read/offsets.js';
import { STATE_NAMES } from '../../ledger/read/standing.js';
import { tableLines } from '../terminal/terminal-table.js';

/** `已审核（approved）` in Chinese, the bare word in English. */
export function stateName(state: BatchState, lang: Lang): string {
  return lang === 'zh' ? `${STATE_NAMES[state].zh}（${state}）` : state;
}

export function batchTable(batches: readonly BatchSummary[], lang: Lang): string[] {
  const zh = lang === 'zh';
  return tableLines(
    [
      { title: zh ? '批次' : 'batch', max: 70 },
      { title: zh ? '状态' : 'state' },
      { title: zh ? '笔数' : 'lines', align: 'right' },
      { title: zh ? '金额（元）' : 'yuan', align: 'right' },
      { title: zh ? '制表' : 'maker', max: 16 },
      { title: zh ? '审核' : 'approver', max: 16 },
    ],
    batches.map((batch) => [
      batch.batchId,
      stateName(batch.state, lang),
      String(batch.lines),
      formatYuanGrouped(batch.total),
      batch.maker,
      batch.approver ?? '',
    ]),
  );
}

/** A batch as JSON, yuan as text. */
export function batchDocument(batch: BatchSummary): Readonly<Record<string, unknown>> {
  return {
    batch_id: batch.batchId,
    policy_id: batch.policyId,
    period: batch.period,
    name: batch.name,
    state: batch.state,
    lines: batch.lines,
    total: formatYuan(batch.total),
    content_hash: batch.contentHash,
    maker: batch.maker,
    approver: batch.approver,
  };
}

/** 应发 = 已付 + 退回 + 失败 + 停发 + 在途 + 未送, a line a benefit and one for the whole; 追回 beside it. */
export function proofTable(proof: ClosingProof, lang: Lang): string[] {
  const zh = lang === 'zh';
  const titles = zh
    ? ['', '应发', '已付', '退回', '失败', '停发', '在途', '未送', '另：追回', '']
    : ['', 'due', 'paid', 'returned', 'failed', 'stopped', 'in flight', 'not sent', 'clawed back', ''];
  const row = (name: string, sums: Equation): string[] => [
    name,
    ...[
      sums.due,
      sums.paid,
      sums.returned,
      sums.failed,
      sums.stopped,
      sums.inFlight,
      sums.notSent,
      sums.clawedBack,
    ].map(partText),
    sums.balanced ? '✓' : zh ? '✗ 不平' : '✗ unbalanced',
  ];
  return [
    ...tableLines(
      titles.map((title, i) => ({ title, align: i === 0 ? 'left' : 'right' }) as const),
      [...proof.benefits.map((own) => row(own.benefit, own)), row(zh ? '合计' : 'total', proof.total)],
    ),
    ...keptBackLines(proof.keptBack, lang),
  ];
}

function partText({ lines, amount }: Part): string {
  return lines === 0 ? '—' : `${lines} / ${formatYuanGrouped(amount)}`;
}

export function equationDocument(sums: Equation): Readonly<Record<string, unknown>> {
  const part = ({ lines, amount }: Part): object => ({ lines, amount: formatYuan(amount) });
  return {
    due: part(sums.due),
    paid: part(sums.paid),
    returned: part(sums.returned),
    failed: part(sums.failed),
    stopped: part(sums.stopped),
    in_flight: part(sums.inFlight),
    not_sent: part(sums.notSent),
    clawed_back: part(sums.clawedBack),
    balanced: sums.balanced,
  };
}

export function proofDocument(proof: ClosingProof): Readonly<Record<string, unknown>> {
  return {
    batch_id: proof.batchId,
    benefits: proof.benefits.map((own) => ({
      benefit_id: own.benefitId,
      benefit: own.benefit,
      ...equationDocument(own),
    })),
    total: equationDocument(proof.total),
    ...keptBackDocument(proof.keptBack),
  };
}

/** 抵扣 of a batch as JSON; nothing when nothing is kept back. */
export function keptBackDocument({ offsets, lines, amount }: KeptBack): Readonly<Record<string, unknown>> {
  return amount === 0 ? {} : { kept_back: { offsets, lines, amount: formatYuan(amount) } };
}

/** The same in words, one line; none when nothing is kept back. */
export function keptBackLines({ offsets, lines, amount }: KeptBack, lang: Lang): string[] {
  if (amount === 0) return [];
  return [
    lang === 'zh'
      ? `抵扣追回款 ${formatYuanGrouped(amount)} 元：${offsets} 笔应发全部抵扣，${lines} 笔部分抵扣`
      : `kept back for clawbacks: ${formatYuanGrouped(amount)} yuan, ${offsets} dues whole and ${lines} in part`,
  ];
}
