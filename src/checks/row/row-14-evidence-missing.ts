import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { formatYuan } from '../../domain/money.js';
import { isFilled } from '../../domain/roster.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

export const evidenceMissing = defineCheck({
  code: 'ROW-14',
  name: 'evidence-missing',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { amount: '24000.00', what: '务工收入' },
  text: {
    zh: {
      title: '缺少证明材料',
      what: (p) => `有${param(p, 'what')} ${param(p, 'amount')} 元，应有证明材料，现没有`,
      why: '没有证明材料的收入不计入奖补',
      how: '请补交合同、工资流水或收入证明，并在「证明材料」列填写',
    },
    en: {
      title: 'Evidence is missing',
      what: (p) => `${param(p, 'what')} of ${param(p, 'amount')} yuan should have evidence; there is none`,
      why: 'income without evidence does not count for the bonus',
      how: 'add the contract, wage record or certificate and fill in 证明材料',
    },
  },
  examples: [
    {
      title: '有收入没证明',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            年务工收入: 24000,
            证明材料: '无',
          },
        ],
      },
      expect: ['成员!证明材料@1'],
    },
    {
      title: '有劳动合同',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            年务工收入: 24000,
            证明材料: '劳动合同',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.成员) {
      if (row.wageIncome === null || row.wageIncome <= 0 || isFilled(row.evidence)) continue;
      report({
        place: cellPlace(roster, row, '证明材料'),
        subject: ofMember(row),
        value: row.evidence,
        params: { amount: formatYuan(row.wageIncome), what: '务工收入' },
      });
    }
    for (const row of roster.rows.经营) {
      if (row.income === null || row.income <= 0 || isFilled(row.evidence)) continue;
      report({
        place: cellPlace(roster, row, '证明材料'),
        subject: ofMember(row),
        value: row.evidence,
        params: { amount: formatYuan(row.income), what: '经营收入' },
      });
    }
  },
});
