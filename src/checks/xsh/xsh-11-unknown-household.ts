import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';
import type { BusinessRow, MemberRow } from '../../domain/roster.js';

/** A warning: src/CONTRACT.md §4 lets a row that cannot be tied to a household hold nothing else, and a person may still be payable. */
export const unknownHousehold = defineCheck({
  code: 'XSH-11',
  name: 'unknown-household',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '住户', fields: ['户编号'] }],
  sample: { household: 'H9', what: '成员' },
  text: {
    zh: {
      title: '户编号在住户表中没有',
      what: (p) => `${param(p, 'what')}表的户编号应在住户表中，现「${param(p, 'household')}」没有`,
      why: '这一行不能算给任何一户，其人均、人数都不计',
      how: '请改正户编号，或在住户表中补上这一户',
    },
    en: {
      title: 'The household number is unknown',
      what: (p) =>
        `the household number of this ${param(p, 'what')} row should be in 住户; "${param(p, 'household')}" is not`,
      why: 'this row counts for no household',
      how: 'correct the number, or add the household',
    },
  },
  examples: [
    {
      title: '成员的户编号写错',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H9', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '户主' },
        ],
      },
      expect: ['成员!户编号@2'],
    },
    {
      title: '都对得上',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    const look = (row: MemberRow | BusinessRow, what: string): void => {
      if (row.householdId === null || index.households.has(row.householdId)) return;
      report({
        place: cellPlace(roster, row, '户编号'),
        subject: ofMember(row),
        value: row.householdId,
        params: { household: row.householdId, what },
      });
    };
    for (const row of roster.rows.成员) look(row, '成员');
    for (const row of roster.rows.经营) look(row, '经营');
  },
});
