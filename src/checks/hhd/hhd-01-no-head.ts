import { isComplete } from '../complete-household.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';
import { RELATION } from '../../tables/fields/listed-values.js';

export const noHead = defineCheck({
  code: 'HHD-01',
  name: 'no-head',
  severity: 'error',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['户编号', '与户主关系'] }],
  sample: { household: 'H1' },
  text: {
    zh: {
      title: '户里没有户主',
      what: (p) => `每户应有一名户主，户编号 ${param(p, 'household')} 的成员中现在没有`,
      why: '奖补发给户主，没有户主就不知道发给谁，本户暂不发放',
      how: '请对照户口簿把户主的「与户主关系」填为「户主」，或补上户主一行',
    },
    en: {
      title: 'A household without a head',
      what: (p) => `each household should have a head; none of the members of ${param(p, 'household')} is`,
      why: 'the bonus is paid to the head; without one nobody can be paid; the household is held',
      how: 'mark the head as 户主, or add the missing row',
    },
  },
  examples: [
    {
      title: '成员齐全，却都不是户主',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '李四', 户主身份证号: '64018119880808004X', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '之子' }],
      },
      expect: ['成员!与户主关系@1'],
    },
    {
      title: '有户主',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
    },
    {
      title: '住户表的户主就在成员里，只是关系没写成户主：提醒',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '其他' }],
      },
      expect: ['成员!与户主关系@1'],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const [household, rows] of index.members) {
      if (rows.some((row) => row.relation === '户主')) continue;
      const [first] = rows;
      if (first === undefined || rows.every((row) => row.relation === null)) continue;
      // Somebody whose relation is blank or unlisted may be the head; so may the one that 住户 names.
      const headId = index.households.get(household)?.[0]?.headId ?? null;
      const named = headId === null ? undefined : rows.find((row) => row.personId === headId);
      const unclear = rows.find((row) => row.relation === null || !RELATION.values.includes(row.relation));
      const row = named ?? unclear ?? first;
      report({
        severity: named === undefined && unclear === undefined && isComplete(index, household) ? 'error' : 'warning',
        place: cellPlace(roster, row, '与户主关系'),
        subject: ofMember(row),
        value: row.relation,
        params: { household },
      });
    }
  },
});
