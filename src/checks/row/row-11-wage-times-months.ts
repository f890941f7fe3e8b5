import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { formatYuan } from '../../domain/money.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

export const wageTimesMonths = defineCheck({
  code: 'ROW-11',
  name: 'wage-times-months',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['月工资', '务工月数', '年务工收入'] }],
  sample: { wage: '3000.00', months: 10, expected: '30000.00', found: '50000.00' },
  text: {
    zh: {
      title: '月工资乘月数与年收入相差大',
      what: (p) =>
        `年务工收入应接近 ${param(p, 'wage')} × ${param(p, 'months')} = ${param(p, 'expected')} 元，现为 ${param(p, 'found')} 元，相差超过两成`,
      why: '按所填的年务工收入核算；填错会多发或少发',
      how: '请核对工资流水，改正月工资、月数或年收入',
    },
    en: {
      title: 'Monthly wage times months is far from the income',
      what: (p) =>
        `the income should be near ${param(p, 'wage')} × ${param(p, 'months')} = ${param(p, 'expected')} yuan, it is ${param(p, 'found')}: more than a fifth apart`,
      why: 'the income counts as stated; a slip pays too much or too little',
      how: 'check the wage records',
    },
  },
  examples: [
    {
      title: '相差六成',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            月工资: 3000,
            务工月数: 10,
            年务工收入: 50000,
          },
        ],
      },
      expect: ['成员!年务工收入@1'],
    },
    {
      title: '正好差两成',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            月工资: 3000,
            务工月数: 10,
            年务工收入: 36000,
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.成员) {
      const { monthlyWage: wage, workMonths: months, wageIncome: found } = row;
      if (wage === null || months === null || found === null || wage <= 0 || months <= 0) continue;
      const expected = wage * months;
      if (Math.abs(found - expected) * 5 <= expected) continue;
      report({
        place: cellPlace(roster, row, '年务工收入'),
        subject: ofMember(row),
        value: formatYuan(found),
        params: {
          wage: formatYuan(wage),
          months,
          expected: formatYuan(Math.round(expected)),
          found: formatYuan(found),
        },
      });
    }
  },
});
