import { isComplete } from '../complete-household.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import type { RosterIndex } from '../roster-index.js';
import { maskName } from '../../domain/masking.js';
import { cellPlace } from '../cell-place.js';
import { ofMember, ofTraining } from '../subject.js';

/** People of 用工, 劳务输出 and 培训 who are not in 成员 are never an error (src/CONTRACT.md §4). */
export const personNotInMembers = defineCheck({
  code: 'XSH-01',
  name: 'person-not-in-members',
  severity: 'error',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['户编号', '身份证号'] }],
  sample: { name: '张**', what: '经营', household: 'H1' },
  text: {
    zh: {
      title: '成员表中没有此人',
      what: (p) =>
        `${param(p, 'what')}表中的 ${param(p, 'name')} 应在成员表中（户编号 ${param(p, 'household')}），现在没有`,
      why: (p) =>
        p['what'] === '经营'
          ? '不知道此人是不是这一户的，收入不能算给这一户，本户暂不发放'
          : '不影响发放；户籍不在本地的属正常',
      how: (p) =>
        p['what'] === '经营' ? '请先补录家庭成员，或改正户编号、身份证号' : '如果是本地搬迁群众，请核对身份证号',
    },
    en: {
      title: 'Somebody is not among the members',
      what: (p) =>
        `${param(p, 'name')} of ${param(p, 'what')} should be among the members (household ${param(p, 'household')}) and is not`,
      why: (p) =>
        p['what'] === '经营'
          ? 'nobody knows whether the income belongs to this household; it is held'
          : 'the payment is not affected; people from elsewhere are normal',
      how: (p) =>
        p['what'] === '经营'
          ? 'add the member, or correct the household or ID number'
          : 'if the person is local, check the ID number',
    },
  },
  examples: [
    {
      title: '经营者不是家庭成员',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
        经营: [{ 户编号: 'H1', 经营者姓名: '李四', 经营者身份证号: '64018119880808004X', 主体类型: '个体工商户' }],
      },
      expect: ['经营!经营者身份证号@1'],
    },
    {
      title: '培训学员户编号是本户、人却不在成员里：只提醒',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
        培训: [
          { 姓名: '李四', 身份证号: '64018119880808004X', 户编号: 'H1', 培训类别: '技能', 开始日期: '2024-03-01' },
        ],
      },
      expect: ['培训!身份证号@1'],
    },
    {
      title: '成员表里有此人，只是身份证号写错：只说号码',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '6401811988080800', 与户主关系: '配偶' },
        ],
        经营: [{ 户编号: 'H1', 经营者姓名: '李四', 经营者身份证号: '64018119880808004X', 主体类型: '个体工商户' }],
      },
      expect: [],
    },
    {
      title: '经营者是成员；用工人员不必是成员',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
        经营: [{ 户编号: 'H1', 经营者姓名: '张三', 经营者身份证号: '640181199001010010', 主体类型: '个体工商户' }],
        用工: [
          {
            单位名称: '某某帮扶车间',
            统一社会信用代码: '91350100M000100Y43',
            姓名: '李四',
            身份证号: '64018119880808004X',
            人员类别: '搬迁群众',
            入职日期: '2024-01-01',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const row of roster.rows.经营) {
      if (row.personId === null || row.householdId === null || index.persons.has(row.personId)) continue;
      // Without member rows nobody can say; of somebody who is a member elsewhere HHD-05 speaks.
      if (!index.members.has(row.householdId) || isUnreadMember(index, row.householdId, row.name)) continue;
      report({
        severity: isComplete(index, row.householdId) ? 'error' : 'warning',
        place: cellPlace(roster, row, '经营者身份证号'),
        subject: ofMember(row),
        value: row.personId,
        params: { name: maskName(row.name ?? ''), what: '经营', household: row.householdId },
      });
    }
    for (const row of roster.rows.培训) {
      if (row.personId === null || row.householdId === null || !index.members.has(row.householdId)) continue;
      const members = index.repeated.get(row.personId) ?? [index.persons.get(row.personId)];
      if (members.some((one) => one?.householdId === row.householdId)) continue;
      if (isUnreadMember(index, row.householdId, row.name)) continue;
      report({
        severity: 'warning',
        place: cellPlace(roster, row, '身份证号'),
        subject: ofTraining(row),
        value: row.personId,
        params: { name: maskName(row.name ?? ''), what: '培训', household: row.householdId },
      });
    }
  },
});

/** The household has a member of this name whose ID number could not be read: that has been said, and may be all that is wrong. */
function isUnreadMember(index: RosterIndex, household: string, name: string | null): boolean {
  const members = index.members.get(household) ?? [];
  return name !== null && members.some((member) => member.personId === null && member.name === name);
}
