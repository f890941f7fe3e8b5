import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { addYears, isIsoDay, latestDay } from '../../domain/calendar.js';
import { birthDateOf, isResidentId } from '../../domain/resident-id.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

/** The birthday is not shown: beside a masked ID number it would give most of it away. */
export const workUnderSixteen = defineCheck({
  code: 'ROW-04',
  name: 'work-under-sixteen',
  severity: 'error',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['身份证号', '务工开始日期'] }],
  sample: { start: '2023-03-01' },
  text: {
    zh: {
      title: '务工开始时未满16周岁',
      what: (p) => `务工开始日期应不早于16周岁生日，现为 ${param(p, 'start')}，还不满16周岁`,
      why: '未满16周岁不得务工，多半是日期或身份证号写错，本户（本人）暂不发放',
      how: '请核对身份证号和务工开始日期',
    },
    en: {
      title: 'Work began under sixteen',
      what: (p) => `work should not begin before the 16th birthday, it began ${param(p, 'start')}`,
      why: 'children may not be employed; most likely the date or the ID number is wrong; the payment is held',
      how: 'check the ID number and the date',
    },
  },
  examples: [
    {
      title: '15岁开始务工',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '64018120080601003X',
            与户主关系: '之子',
            务工开始日期: '2024-03-01',
          },
        ],
      },
      expect: ['成员!务工开始日期@1'],
    },
    {
      title: '生日当月开始，只知道月份',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '64018120080601003X', 与户主关系: '之子', 务工开始日期: '2024-06' },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.成员) {
      if (row.workStart === null || row.personId === null || !isResidentId(row.personId)) continue;
      const birth = birthDateOf(row.personId);
      if (!isIsoDay(birth)) continue;
      const birthday = addYears(birth, 16);
      if (latestDay(row.workStart) >= birthday) continue;
      report({
        place: cellPlace(roster, row, '务工开始日期'),
        subject: ofMember(row),
        value: row.workStart,
        params: { start: row.workStart },
        related: [cellPlace(roster, row, '身份证号')],
      });
    }
  },
});
