import { defineCheck } from '../define-check.js';
import { cellPlace } from '../cell-place.js';
import { repeatedBy } from '../../domain/group-rows.js';
import { ofTraining } from '../subject.js';
import type { TrainingRow } from '../../domain/roster.js';
import { twoRows, twoRowsEn, twoRowsZh } from '../two-rows.js';

export const sameCourseTwice = defineCheck({
  code: 'ROW-41',
  name: 'same-course-twice',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '培训', fields: ['身份证号', '开始日期'] }],
  sample: { first: 5, second: 9 },
  text: {
    zh: {
      title: '同一人同一期培训登记了两次',
      what: (p) => `一期培训每人应只有一行，现在${twoRowsZh(p)}`,
      why: '两行都会计天数，可能多发',
      how: '请核对是否重复登记，重复的删去一行',
    },
    en: {
      title: 'The same course twice for one person',
      what: (p) => `one course should have one row a person; ${twoRowsEn(p)} are the same`,
      why: 'both rows count and may pay twice',
      how: 'delete one of them if it is a copy',
    },
  },
  examples: [
    {
      title: '同一期两行',
      tables: {
        培训: [
          { 姓名: '张三', 身份证号: '640181199001010010', 培训类别: '技能', 课程: '面点', 开始日期: '2024-03-01' },
          { 姓名: '张三', 身份证号: '640181199001010010', 培训类别: '技能', 课程: '面点', 开始日期: '2024-03-01' },
        ],
      },
      expect: ['培训!身份证号@2'],
    },
    {
      title: '两期不同的课',
      tables: {
        培训: [
          { 姓名: '张三', 身份证号: '640181199001010010', 培训类别: '技能', 课程: '面点', 开始日期: '2024-03-01' },
          { 姓名: '张三', 身份证号: '640181199001010010', 培训类别: '技能', 课程: '中餐', 开始日期: '2024-05-01' },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    const key = (row: TrainingRow): string | null =>
      row.personId === null || row.startedOn === null
        ? null
        : [
            row.personId,
            row.kind ?? '',
            row.institutionCode ?? row.institution ?? '',
            row.course ?? '',
            row.startedOn,
          ].join('|');
    for (const rows of repeatedBy(roster.rows.培训, key).values()) {
      const [first, ...again] = rows;
      if (first === undefined) continue;
      for (const row of again)
        report({
          place: cellPlace(roster, row, '身份证号'),
          subject: ofTraining(row),
          value: row.personId,
          params: twoRows(roster, first, row),
          related: [cellPlace(roster, first, '身份证号')],
        });
    }
  },
});
