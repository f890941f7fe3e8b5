import type { CheckRun } from '../findings/collector.js';
import type { Lang, Severity } from '../findings/finding.js';
import type { Words } from './command.js';
import type { FailOn } from './options.js';

export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function countSeverities(findings: Iterable<{ readonly severity: Severity }>): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return { errors: counts.error, warnings: counts.warning, infos: counts.info };
}

/** Whether the findings make the exit code 1 under `--fail-on`. */
export function failsOn(counts: SeverityCounts, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return counts.errors > 0 || (failOn === 'warning' && counts.warnings > 0);
}

/** Why a check did not run, for people: `column:务工月数` → 没有「务工月数」这一列. */
export function reasonWords(run: CheckRun, lang: Lang): string {
  const [kind = '', rest = ''] = (run.reason ?? '').split(/:(.*)/s);
  const zh = lang === 'zh';
  switch (kind) {
    case 'column':
      return zh ? `没有「${rest}」这一列` : `no column ${rest}`;
    case 'table':
      return zh ? `没有${rest}表` : `no table ${rest}`;
    case 'list':
      return zh ? `没有提供名单（${rest.replaceAll('|', '、')}）` : `no list given (${rest.replaceAll('|', ', ')})`;
    case 'cover':
      return zh ? '没有封面或汇总表可比' : 'no cover or summary sheet to compare with';
    case 'told':
      return TOLD[rest]?.[lang] ?? rest;
    case 'no-line':
      return zh
        ? '所选政策没有这个年度的监测线，请用 --set 给出'
        : 'the policy has no monitoring line for the year; give it with --set';
    case 'as-of':
      return zh
        ? '没有基准日：表中没有年度和日期，请用 --as-of 给出'
        : 'no assessment date: the data hold no year or date; give --as-of';
    case 'stage':
      return STAGES[rest]?.[lang] ?? rest;
    default:
      return run.reason ?? '';
  }
}

const TOLD: Readonly<Record<string, Words>> = {
  flags: { zh: '列在标记清单里，不再重复', en: 'told among the flags' },
  trace: { zh: '写在核算过程里，不再重复', en: 'told in the trace' },
};

const STAGES: Readonly<Record<string, Words>> = {
  rules: { zh: '要用 --policy 指定政策才查', en: 'needs a policy (--policy)' },
  ledger: { zh: '与台账比对时才查', en: 'seen against the ledger' },
  bank: { zh: '处理银行文件时才查', en: 'seen with bank files' },
};
