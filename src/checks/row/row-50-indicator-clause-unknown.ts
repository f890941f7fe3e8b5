import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A row of 指标填报 must not vanish: what no target counts is told. */
export const indicatorClauseUnknown = defineCheck({
  code: 'ROW-50',
  name: 'indicator-clause-unknown',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { value: 'J99', known: 'J1、J12' },
  text: {
    zh: {
      title: '填报的条款编号没有目标在用',
      what: (p) => `条款编号应为所选文件要填报的编号（${param(p, 'known')}），现为${param(p, 'value')}`,
      why: '这一行没有计入任何目标',
      how: '请改成要填报的条款编号；属于别的文件的，用 --policy 加上那份文件',
    },
    en: {
      title: 'A reported clause that no target counts',
      what: (p) =>
        `条款编号 should be one the chosen documents ask for (${param(p, 'known')}), is ${param(p, 'value')}`,
      why: 'the row was counted for no target',
      how: 'write the number of the clause, or add its document with --policy',
    },
  },
  examples: [],
});
