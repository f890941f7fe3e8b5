import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { isInSchool } from '../../domain/labour.js';
import { ofMember } from '../subject.js';

export const pupilWorkingFullYear = defineCheck({
  code: 'ROW-07',
  name: 'pupil-working-full-year',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['在校生状况', '务工月数'] }],
  sample: { months: 12 },
  text: {
    zh: {
      title: '在校生却全年务工',
      what: (p) => `在校生务工应不超过假期，现填务工 ${param(p, 'months')} 个月`,
      why: '在校生不计入劳动力，全年务工与在校矛盾；按所填计算',
      how: '请核实是已经毕业，还是月数填错',
    },
    en: {
      title: 'At school and working all year',
      what: (p) => `somebody at school should work in the holidays only; ${param(p, 'months')} months are stated`,
      why: 'pupils do not count as labour; the two do not fit together; computed as stated',
      how: 'find out whether they left school or the months are wrong',
    },
  },
  examples: [
    {
      title: '高中在校务工12个月',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            在校生状况: '高中',
            务工月数: 12,
          },
        ],
      },
      expect: ['成员!务工月数@1'],
    },
    {
      title: '暑假务工2个月',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            在校生状况: '高中',
            务工月数: 2,
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.成员) {
      if (row.workMonths === null || row.workMonths < 12 || !isInSchool(row.schooling)) continue;
      report({
        place: cellPlace(roster, row, '务工月数'),
        subject: ofMember(row),
        value: String(row.workMonths),
        params: { months: row.workMonths },
        related: [cellPlace(roster, row, '在校生状况')],
      });
    }
  },
});
