import { defineCheck } from '../define-check.js';
import { cellPlace } from '../cell-place.js';
import { repeatedBy } from '../../domain/group-rows.js';
import { ofMember } from '../subject.js';
import type { BusinessRow } from '../../domain/roster.js';
import { twoRows, twoRowsEn, twoRowsZh } from '../two-rows.js';

export const sameBusinessTwice = defineCheck({
  code: 'ROW-42',
  name: 'same-business-twice',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '经营', fields: ['经营者身份证号'] }],
  sample: { first: 5, second: 9 },
  text: {
    zh: {
      title: '同一经营登记了两次',
      what: (p) => `同一经营项目应只有一行，现${twoRowsZh(p)}完全相同`,
      why: '两行的收入都会计入，可能多发；一人办两家店不算重复',
      how: '请核对是否重复登记，重复的删去一行',
    },
    en: {
      title: 'The same business twice',
      what: (p) => `one business should have one row; ${twoRowsEn(p)} are the same`,
      why: 'the income of both counts; two businesses of one person are no mistake',
      how: 'delete one of them if it is a copy',
    },
  },
  examples: [
    {
      title: '完全相同的两行',
      tables: {
        经营: [
          {
            户编号: 'H1',
            经营者姓名: '张三',
            经营者身份证号: '640181199001010010',
            主体类型: '个体工商户',
            主体名称: '张三小卖部',
            年经营收入: 30000,
          },
          {
            户编号: 'H1',
            经营者姓名: '张三',
            经营者身份证号: '640181199001010010',
            主体类型: '个体工商户',
            主体名称: '张三小卖部',
            年经营收入: 30000,
          },
        ],
      },
      expect: ['经营!经营者身份证号@2'],
    },
    {
      title: '两家不同的店',
      tables: {
        经营: [
          {
            户编号: 'H1',
            经营者姓名: '张三',
            经营者身份证号: '640181199001010010',
            主体类型: '个体工商户',
            主体名称: '张三小卖部',
            年经营收入: 30000,
          },
          {
            户编号: 'H1',
            经营者姓名: '张三',
            经营者身份证号: '640181199001010010',
            主体类型: '个体工商户',
            主体名称: '张三饭馆',
            年经营收入: 30000,
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    const key = (row: BusinessRow): string | null =>
      row.personId === null
        ? null
        : [
            row.householdId,
            row.personId,
            row.kind,
            row.businessName,
            row.creditCode,
            row.registeredOn,
            row.income,
          ].join('|');
    for (const rows of repeatedBy(roster.rows.经营, key).values()) {
      const [first, ...again] = rows;
      if (first === undefined) continue;
      for (const row of again)
        report({
          place: cellPlace(roster, row, '经营者身份证号'),
          subject: ofMember(row),
          value: row.personId,
          params: twoRows(roster, first, row),
          related: [cellPlace(roster, first, '经营者身份证号')],
        });
    }
  },
});
