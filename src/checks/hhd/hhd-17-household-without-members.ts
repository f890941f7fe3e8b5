import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { ofHousehold } from '../subject.js';

export const householdWithoutMembers = defineCheck({
  code: 'HHD-17',
  name: 'household-without-members',
  severity: 'warning',
  stage: 'roster',
  needs: [
    { table: '住户', fields: ['户编号'] },
    { table: '成员', fields: ['户编号'] },
  ],
  sample: { household: 'H1' },
  text: {
    zh: {
      title: '户没有成员行',
      what: (p) => `每户应有成员行，户编号 ${param(p, 'household')} 在成员表中没有`,
      why: '按户填写的数据核算；就业情况判断不了',
      how: '请补上成员行；如果户编号写法不同，请统一',
    },
    en: {
      title: 'A household without member rows',
      what: (p) => `each household should have member rows; ${param(p, 'household')} has none`,
      why: 'it is computed from the household row; employment cannot be decided',
      how: 'add the member rows, or write the household number the same way in both tables',
    },
  },
  examples: [
    {
      title: '别的户有成员，这一户没有',
      tables: {
        住户: [
          { 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 },
          { 户编号: 'H2', 户主姓名: '李四', 户主身份证号: '64018119880808004X', 家庭人口数: 1, 收入年度: 2024 },
        ],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
      },
      expect: ['住户!户编号@2'],
    },
    {
      title: '都有成员',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const row of roster.rows.住户) {
      if (row.householdId === null || index.members.has(row.householdId)) continue;
      report({
        place: cellPlace(roster, row, '户编号'),
        subject: ofHousehold(row),
        value: row.householdId,
        params: { household: row.householdId },
      });
    }
  },
});
