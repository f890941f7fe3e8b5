import type { CommandSpec } from '../line/command.js';
import { FORMAT_JSON } from '../line/common-options.js';

const PACKS = { zh: '政策包编号或文件', en: 'a pack id or file' };

export const policyCalendar: CommandSpec = {
  name: 'policy calendar',
  group: 'policy',
  summary: { zh: '一段时间内的期限：季报、半年小结、文件定的日子', en: 'due dates between two days' },
  usage: 'policy calendar [ID|FILE…] --from DATE --to DATE [--format json]',
  arguments: { min: 0, max: Number.POSITIVE_INFINITY, name: PACKS },
  options: [
    { flags: '--from <DATE>', text: { zh: '从哪一天起（含）', en: 'first day' } },
    { flags: '--to <DATE>', text: { zh: '到哪一天止（含）', en: 'last day' } },
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'policy calendar --from 2022-06-01 --to 2022-12-31',
      text: { zh: '下半年各文件的期限', en: 'due dates of half a year' },
    },
  ],
  load: () => import('../actions/policy-calendar.js'),
};

export const policyExpiring: CommandSpec = {
  name: 'policy expiring',
  group: 'policy',
  summary: { zh: '快到期和已到期的执行期、参数', en: 'windows and parameters that end soon or have ended' },
  usage: 'policy expiring [ID|FILE…] --within 60d --as-of DATE [--format json]',
  arguments: { min: 0, max: Number.POSITIVE_INFINITY, name: PACKS },
  options: [
    {
      flags: '--within <DAYS>',
      text: { zh: '多少天以内，如 60d，默认 60d', en: 'how many days, such as 60d (the default)' },
    },
    { flags: '--as-of <DATE>', text: { zh: '从哪一天算起', en: 'counted from which day' } },
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'policy expiring --within 60d --as-of 2025-08-15',
      text: { zh: '60 天内要到期的', en: 'what ends within 60 days' },
    },
  ],
  load: () => import('../actions/policy-expiring.js'),
};
