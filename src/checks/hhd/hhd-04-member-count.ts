import { defineCheck } from '../define-check.js';
import { cellPlace } from '../cell-place.js';
import { param } from '../param.js';
import { ofHousehold } from '../subject.js';

/** Member rows given and their number ≠ n is an error; a household without member rows is not judged. */
export const memberCount = defineCheck({
  code: 'HHD-04',
  name: 'member-count',
  severity: 'error',
  stage: 'roster',
  needs: [
    { table: '住户', fields: ['户编号', '家庭人口数'] },
    { table: '成员', fields: ['户编号'] },
  ],
  sample: { stated: 4, counted: 3 },
  text: {
    zh: {
      title: '家庭人口数与成员行数不符',
      what: (p) => `家庭人口数应与成员行数一致，现填${param(p, 'stated')}人，成员表有${param(p, 'counted')}行`,
      why: '人均收入和奖补标准都按人口数计算，人数不清就算不准，本户暂不发放',
      how: '请对照户口簿核实：漏登的补上成员行，人口数填错的改正人口数',
    },
    en: {
      title: 'Household size differs from the member rows',
      what: (p) =>
        `家庭人口数 should equal the number of member rows: stated ${param(p, 'stated')}, rows ${param(p, 'counted')}`,
      why: 'income per head and the bonus steps are computed from it; the household is held',
      how: 'check the household register: add the missing members or correct the number',
    },
  },
  examples: [
    {
      title: '填3人，只有1行',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 3, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
      },
      expect: ['住户!家庭人口数@1'],
    },
    {
      title: '人数一致；没有成员行的户不判断',
      tables: {
        住户: [
          { 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 },
          { 户编号: 'H2', 户主姓名: '李四', 户主身份证号: '64018119880808004X', 家庭人口数: 2, 收入年度: 2024 },
        ],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const row of roster.rows.住户) {
      if (row.householdId === null || row.size === null) continue;
      const counted = index.members.get(row.householdId)?.length ?? 0;
      if (counted === 0 || counted === row.size) continue;
      report({
        place: cellPlace(roster, row, '家庭人口数'),
        subject: ofHousehold(row),
        value: String(row.size),
        params: { stated: row.size, counted },
      });
    }
  },
});
