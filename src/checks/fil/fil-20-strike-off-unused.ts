import type { Params } from '../../findings/finding.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A line of a list of problems handed in again that was meant to strike one off and does not. */
export const strikeOffUnused = defineCheck({
  code: 'FIL-20',
  name: 'strike-off-unused',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { reason: 'incomplete', problem: 'WT-1a2b3c4d5e', lacking: '销号理由' },
  text: {
    zh: {
      title: '销号没有生效',
      what: (p) => whatZh(p),
      why: '这个问题照旧列着，不算销号',
      how: (p) =>
        p['reason'] === 'incomplete'
          ? '销号、销号理由、销号人三格都要填'
          : '请把当月写出的文件夹一并用 --previous 给出，或者在当月的 monitor.xlsx 里填',
    },
    en: {
      title: 'A strike-off without effect',
      what: (p) => whatEn(p),
      why: 'the problem stays on the list',
      how: (p) =>
        p['reason'] === 'incomplete'
          ? 'fill in all three: 销号, 销号理由 and 销号人'
          : 'give the folder of that month with --previous too, or fill in its monitor.xlsx',
    },
  },
  examples: [],
});

function whatZh(p: Params): string {
  const problem = param(p, 'problem');
  return p['reason'] === 'incomplete'
    ? `${problem} 填了销号，应写明理由和姓名，现缺${param(p, 'lacking')}`
    : `${problem} 填了销号，但不知道当时的资料是什么样`;
}

function whatEn(p: Params): string {
  const problem = param(p, 'problem');
  return p['reason'] === 'incomplete'
    ? `${problem} is struck off without a reason or a name`
    : `${problem} is struck off, and what its data were then is not known`;
}
