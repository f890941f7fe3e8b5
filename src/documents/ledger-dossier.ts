import type { DossierPayment } from './dossier.js';
import { html } from './model/html-text.js';
import { maskFreeText, maskHouseholdId } from './model/masked-value.js';
import { note, pageEnd, pageHead, section, table } from './model/page-parts.js';
import type { TraceLine, TraceStage } from './run/trace-lines.js';

/** What the ledger keeps of one household in a batch. */
export interface LedgerDossierInput {
  readonly householdId: string;
  readonly batchId: string;
  /** Name and number of the policy. */
  readonly policy: string;
  readonly asOf: string;
  readonly maker: string;
  readonly approver: string | null;
  readonly contentHash: string;
  /** What was decided, benefit by benefit, with what became of it in words. */
  readonly decided: readonly { readonly trace: TraceLine; readonly fate: string | null }[];
  /** Everything that the household was paid or is to be paid, all years. */
  readonly payments: readonly DossierPayment[];
  readonly stageText: (stage: TraceStage) => string;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  entitled: '可享受',
  'not-eligible': '不符合条件',
  undecided: '无法判定',
  'outside-window': '不在执行期内',
};

/**
 * 一户一档 of a batch, from the ledger alone: what was decided and why, with the values that were used, as they were then.
 * Nothing is read again and nothing computed. Masked.
 */
export function ledgerDossierPage(input: LedgerDossierInput): string {
  const { householdId, decided, payments } = input;
  const name = decided[0]?.trace.payee_name ?? payments[0]?.payeeName ?? '';
  const heading =
    `<p>数据截至 ${html(input.asOf)}　依据：${html(input.policy)}</p>` +
    `<p>批次 ${html(input.batchId)}　制表：${html(input.maker)}　审核：${html(input.approver ?? '未审核')}</p>`;
  const used = decided.flatMap(({ trace }) => trace.cells_used ?? []);
  const cells = new Map(used.map((each) => [`${each.cell} ${each.field}`, each]));
  const readings = decided.flatMap(({ trace }) => trace.readings ?? []);
  const errors = [...new Set(decided.flatMap(({ trace }) => trace.held_because ?? []))];
  return [
    pageHead(`一户一档　${maskHouseholdId(householdId) ?? ''}　${maskFreeText(name)}`, heading),
    listed(
      '本次核算',
      ['项目', '享受人', '年度', '结果', '核定', '此前已发', '本次', '怎么算的', '依据', '发放状态'],
      decided.map((each) => decidedCells(each, input)),
    ),
    listed(
      '核算用到的数据',
      ['栏目', '当时的值', '位置'],
      [...cells.values()].map(({ field, value, cell }) => [field, value ?? '空', cell]),
    ),
    listed(
      '金额取决于的口径',
      ['口径', '本次采用', '合计（元）', '另一种', '则合计（元）'],
      [...new Map(readings.map((each) => [`${each.reading} ${each.alternative}`, each])).values()].map((each) => [
        each.reading,
        each.chosen,
        each.amount,
        each.alternative,
        each.amount_otherwise,
      ]),
    ),
    listed(
      '暂停发放的原因',
      ['错误'],
      errors.map((text) => [text]),
    ),
    listed(
      '发放记录',
      ['月份', '批次', '项目', '收款人', '金额', '状态'],
      payments.map((each) => [
        each.period,
        each.batch,
        each.benefit,
        maskFreeText(each.payeeName),
        (each.amount / 100).toFixed(2),
        each.state,
      ]),
    ),
    section('核对', note('核对人：＿＿＿＿＿＿＿　日期：＿＿＿＿年＿＿月＿＿日')),
    pageEnd(`内容校验 ${input.contentHash}`),
  ].join('');
}

function decidedCells(
  { trace, fate }: LedgerDossierInput['decided'][number],
  { stageText }: LedgerDossierInput,
): readonly string[] {
  const held = trace.held_by.length > 0;
  return [
    trace.benefit,
    trace.payee_name,
    trace.income_year === null ? '' : String(trace.income_year),
    held ? `暂停发放（${trace.held_by.join('、')}）` : (OUTCOMES[trace.outcome] ?? trace.outcome),
    trace.entitlement,
    trace.paid_before,
    trace.amount,
    trace.stages.map(stageText).join('；'),
    trace.clause,
    fate ?? '未发',
  ].map(maskFreeText);
}

/** A heading with a table; nothing when there are no rows. */
function listed(title: string, headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : section(title, table(headers, rows));
}
