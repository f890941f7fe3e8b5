import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { maskId } from '../../domain/masking.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';
import type { MemberRow } from '../../domain/roster.js';
import { twoRows, twoRowsEn, twoRowsZh } from '../two-rows.js';

/** src/CONTRACT.md §4: the same person twice within 成员 is an error; in other tables one person may stand several times. */
export const samePersonTwice = defineCheck({
  code: 'ROW-01',
  name: 'same-person-twice',
  severity: 'error',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['身份证号'] }],
  sample: { id: '6401**********0010', first: 5, second: 9 },
  text: {
    zh: {
      title: '同一人登记了两次',
      what: (p) => `同一人应只有一行，${param(p, 'id')} 现在${twoRowsZh(p)}`,
      why: '重复登记会重复计算收入和人数，本户暂不发放',
      how: '请保留一行，删去另一行；两段务工请合并在一行',
    },
    en: {
      title: 'The same person twice',
      what: (p) => `one person should have one row; ${param(p, 'id')} stands in ${twoRowsEn(p)}`,
      why: 'a person counted twice changes income and household size; the household is held',
      how: 'keep one row and delete the other',
    },
  },
  examples: [
    {
      title: '同户两行',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
        ],
      },
      expect: ['成员!身份证号@2'],
    },
    {
      title: '两个人',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '配偶' },
        ],
      },
      expect: [],
    },
    {
      title: '同一人参加两次培训不算',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
        培训: [
          { 姓名: '张三', 身份证号: '640181199001010010', 培训类别: '技能', 开始日期: '2024-03-01' },
          { 姓名: '张三', 身份证号: '640181199001010010', 培训类别: '技能', 开始日期: '2024-05-01' },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const [id, rows] of index.repeated) {
      const seen = new Map<string | null, MemberRow>();
      for (const row of rows) {
        // In another household it is HHD-05; a row without a household is compared with the first one.
        const first = seen.get(row.householdId) ?? (row.householdId === null ? rows[0] : seen.get(null));
        if (first === undefined || first === row) {
          seen.set(row.householdId, row);
          continue;
        }
        report({
          place: cellPlace(roster, row, '身份证号'),
          subject: ofMember(row),
          value: id,
          params: { id: maskId(id), ...twoRows(roster, first, row) },
          related: [cellPlace(roster, first, '身份证号')],
        });
      }
    }
  },
});
