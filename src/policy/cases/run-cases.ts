import type { History } from '../../domain/history.js';
import { formatYuan, type Fen } from '../../domain/money.js';
import type { Entitlement } from '../assess/assessment.js';
import { assess } from '../assess/evaluate.js';
import type { Lang } from '../../findings/finding.js';
import type { Pack } from '../pack/pack.js';
import { reasonText } from '../words/reason-words.js';
import { caseRoster } from './case-rows.js';
import { variantsOf, type CaseVariant } from './case-variants.js';
import { caseAmount, historyOf } from './past-charges.js';
import { caseId } from './case-cells.js';

/** Takes history, limits and pools off: lives in batch/, handed in by whoever runs the cases. Held entitlements do not occur. */
export type SettleCase = (entitlements: readonly Entitlement[], history: History) => readonly Fen[];

export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** What came out otherwise than expected, one line each. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** Runs every case of a pack and compares payments, outcomes, flags and findings with what it expects. */
export function runCases(pack: Pack, settle: SettleCase): CaseResult[] {
  return pack.cases.flatMap((one) => variantsOf(one).map((variant) => runVariant(pack, variant, settle)));
}

function runVariant(pack: Pack, variant: CaseVariant, settle: SettleCase): CaseResult {
  const { readings } = variant;
  const { parameters, expect } = variant.case;
  const assessment = assess({
    pack,
    roster: caseRoster(variant.tables).roster,
    asOf: variant.asOf,
    period: variant.asOf.slice(0, 7),
    readings,
    parameters,
  });
  const payments = variant.history.map((past) => ({
    ...past,
    payee: caseId(past.payee),
    unit: past.unit === null ? null : past.unit.replace(/^[^@]*/, caseId),
    amount: caseAmount(past.amount),
  }));
  const amounts = settle(assessment.entitlements, historyOf(pack, payments, readings));
  const zh: string[] = [];
  const en: string[] = [];
  const differ = (what: string, whatEn: string, wanted: string, found: string): void => {
    if (wanted === found) return;
    zh.push(`${what}应为 ${wanted}，现为 ${found}`);
    en.push(`${whatEn} should be ${wanted}, is ${found}`);
  };
  /** Why a benefit came out as it did, for each payee: told only where that is not as expected. */
  const because = (benefit: string, payee: string | null, before: number): void => {
    if (zh.length === before) return;
    for (const entitlement of assessment.entitlements) {
      if (entitlement.benefitId !== benefit || (payee !== null && entitlement.payee.id !== caseId(payee))) continue;
      zh.push(`  ${entitlement.payee.name}：${reasonsOf(entitlement, 'zh')}`);
      en.push(`  ${entitlement.payee.name}: ${reasonsOf(entitlement, 'en')}`);
    }
  };

  const paidTo = (benefit: string, payee: string | null): string => {
    let sum = 0;
    assessment.entitlements.forEach((entitlement, i) => {
      if (entitlement.benefitId === benefit && (payee === null || entitlement.payee.id === caseId(payee)))
        sum += amounts[i] ?? 0;
    });
    return formatYuan(sum);
  };
  for (const [benefit, pays] of Object.entries(variant.pays)) {
    const before = zh.length;
    if (typeof pays === 'string') {
      differ(benefit, benefit, pays, paidTo(benefit, null));
      because(benefit, null, before);
    } else
      for (const [payee, amount] of Object.entries(pays)) {
        const own = zh.length;
        differ(`${benefit} ${payee}`, `${benefit} ${payee}`, amount, paidTo(benefit, payee));
        because(benefit, payee, own);
      }
  }
  for (const [benefit, wanted] of Object.entries(variant.outcomes)) {
    const found = assessment.entitlements.filter((one) => one.benefitId === benefit).map((one) => one.outcome);
    const before = zh.length;
    differ(`${benefit} 结果`, `${benefit} outcome`, wanted, [...new Set(found)].join('、') || '未核算');
    if (before === 0) because(benefit, null, before);
  }
  if (expect.flags !== undefined) {
    const found = assessment.flags.map(({ flag, status }) => (status === 'yes' ? flag : `${flag}?`));
    differ('标记', 'flags', expect.flags.join('、') || '无', found.join('、') || '无');
  }
  for (const code of expect.findings)
    if (!assessment.findings.some((finding) => finding.code === code)) differ('提示', 'findings', code, '没有');
  return { name: variant.name, passed: zh.length === 0, zh, en };
}

/** The stages of an entitlement as one sentence; that conditions hold says nothing beside the rest. */
function reasonsOf({ stages }: Entitlement, lang: Lang): string {
  return stages
    .filter(({ because }) => because !== 'conditions-met' && because !== 'within-maximum')
    .map(({ because, values }) => reasonText(because, values, lang))
    .join(lang === 'zh' ? '；' : '; ');
}
