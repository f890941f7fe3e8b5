import type { CheckRun } from './collector.js';
import type { Lang, Words } from './finding.js';

/** Why a check did not run, for people: `column:务工月数` → 没有「务工月数」这一列. A reason without words is given as it is. */
export function notRunWords({ reason }: Pick<CheckRun, 'reason'>, lang: Lang): string {
  const [kind = '', rest = ''] = (reason ?? '').split(/:(.*)/s);
  const names = rest.split('|');
  const quoted = names.map((name) => `「${name}」`).join('或');
  switch (kind) {
    case 'column':
      return lang === 'zh' ? `没有${quoted}这一列` : `no column ${names.join(' or ')}`;
    case 'table':
      return lang === 'zh' ? `没有提供${quoted}表` : `no table ${names.join(' or ')}`;
    case 'list':
      return lang === 'zh' ? `没有提供比对名单${quoted}` : `no list given: ${names.join(' or ')}`;
    case 'list-rows':
      return lang === 'zh'
        ? `比对名单${quoted}中有的行没有比对`
        : `rows of the list ${names.join(' or ')} could not be compared`;
    case 'told':
      return TOLD[rest]?.[lang] ?? rest;
    case 'stage':
      return STAGES[rest]?.[lang] ?? rest;
    default:
      return OTHERS[kind]?.[lang] ?? reason ?? '';
  }
}

const OTHERS: Readonly<Record<string, Words>> = {
  cover: { zh: '没有封面或汇总表可比', en: 'no cover or summary sheet to compare with' },
  'no-line': {
    zh: '所选政策没有这个年度的监测线，请用 --set 给出',
    en: 'the policy has no monitoring line for the year; give it with --set',
  },
  'as-of': {
    zh: '没有基准日：表中没有年度和日期，请用 --as-of 给出',
    en: 'no assessment date: the data hold no year or date; give --as-of',
  },
};

const TOLD: Readonly<Record<string, Words>> = {
  flags: { zh: '列在标记清单里，不再重复', en: 'told among the flags' },
  trace: { zh: '写在核算过程里，不再重复', en: 'told in the trace' },
};

const STAGES: Readonly<Record<string, Words>> = {
  rules: { zh: '要用 --policy 指定政策才查', en: 'needs a policy (--policy)' },
  ledger: { zh: '与台账比对时才查', en: 'seen against the ledger' },
  bank: { zh: '处理银行文件时才查', en: 'seen with bank files' },
};
