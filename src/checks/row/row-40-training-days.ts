import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { dayNumber, earliestDay, latestDay } from '../../domain/calendar.js';
import { cellPlace } from '../cell-place.js';
import { ofTraining } from '../subject.js';

export const trainingDays = defineCheck({
  code: 'ROW-40',
  name: 'training-days',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '培训', fields: ['开始日期', '结束日期', '培训天数'] }],
  sample: { found: 30, expected: 10 },
  text: {
    zh: {
      title: '培训天数多于起止天数',
      what: (p) => `培训天数应不超过 ${param(p, 'expected')} 天（起止日期之间），现为 ${param(p, 'found')} 天`,
      why: '补贴按培训天数计算，天数多填会多发；按所填计算',
      how: '请对照培训签到表核对天数和日期',
    },
    en: {
      title: 'More training days than the course lasted',
      what: (p) =>
        `training days should be ${param(p, 'expected')} at most (from start to end), ${param(p, 'found')} are stated`,
      why: 'the subsidy is paid by the day; it is computed as stated',
      how: 'compare with the attendance sheet',
    },
  },
  examples: [
    {
      title: '10天的课填30天',
      tables: {
        培训: [
          {
            姓名: '张三',
            身份证号: '640181199001010010',
            培训类别: '餐饮服务',
            开始日期: '2024-03-01',
            结束日期: '2024-03-10',
            培训天数: 30,
          },
        ],
      },
      expect: ['培训!培训天数@1'],
    },
    {
      title: '少于起止天数（周末不上课）',
      tables: {
        培训: [
          {
            姓名: '张三',
            身份证号: '640181199001010010',
            培训类别: '餐饮服务',
            开始日期: '2024-03-01',
            结束日期: '2024-03-10',
            培训天数: 8,
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.培训) {
      if (row.days === null || row.startedOn === null || row.endedOn === null) continue;
      const expected = dayNumber(latestDay(row.endedOn)) - dayNumber(earliestDay(row.startedOn)) + 1;
      if (expected < 1 || row.days <= expected) continue;
      report({
        place: cellPlace(roster, row, '培训天数'),
        subject: ofTraining(row),
        value: String(row.days),
        params: { found: row.days, expected },
      });
    }
  },
});
