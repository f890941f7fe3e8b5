import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { ofHousehold } from '../subject.js';
import { differenceOf } from './hhd-06-heads-differ.js';
import { twoRows, twoRowsEn, twoRowsZh } from '../two-rows.js';

/** src/CONTRACT.md §3: a second 住户 row of the same 户编号 is an error that holds it. Two heads under one number: HHD-06. */
export const householdTwice = defineCheck({
  code: 'HHD-16',
  name: 'household-twice',
  severity: 'error',
  stage: 'roster',
  needs: [{ table: '住户', fields: ['户编号'] }],
  sample: { household: 'H1', first: 5, second: 9 },
  text: {
    zh: {
      title: '同一户登记了两次',
      what: (p) => `一次核算每户应只有一行（一个收入年度），户编号 ${param(p, 'household')} 现在${twoRowsZh(p)}`,
      why: '不知道按哪一行、哪一年核算，本户暂不发放',
      how: '请只留本次要核算的那一年的一行；另一年另行核算',
    },
    en: {
      title: 'A household stands twice',
      what: (p) =>
        `one run holds one row (one income year) a household; ${param(p, 'household')} stands in ${twoRowsEn(p)}`,
      why: 'nobody knows which row or year to pay by; the household is held',
      how: 'keep the row of the year to be paid now; run the other year by itself',
    },
  },
  examples: [
    {
      title: '同户两个年度',
      tables: {
        住户: [
          { 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 },
          { 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2023 },
        ],
      },
      expect: ['住户!户编号@2'],
    },
    {
      title: '两户',
      tables: {
        住户: [
          { 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 },
          { 户编号: 'H2', 户主姓名: '李四', 户主身份证号: '64018119880808004X', 家庭人口数: 1, 收入年度: 2024 },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const [household, rows] of index.households) {
      const [first, ...again] = rows;
      if (first === undefined) continue;
      for (const row of again) {
        if (differenceOf(first, row) !== null) continue;
        report({
          place: cellPlace(roster, row, '户编号'),
          subject: ofHousehold(row),
          value: household,
          params: { household, ...twoRows(roster, first, row) },
          related: [cellPlace(roster, first, '户编号')],
        });
      }
    }
  },
});
