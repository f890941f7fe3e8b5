import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { isStatedCapable, WORKING_AGES } from '../../domain/labour.js';
import { ageOfResident } from '../../domain/resident-id.js';
import { OUTSIDE_LABOUR_FORCE } from '../../domain/roster.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

/** A stated 劳动技能 stands at any age; who is past it is asked about, since it decides whether a household lacks work. */
export const labourOverAge = defineCheck({
  code: 'ROW-53',
  name: 'labour-over-age',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['身份证号', '劳动技能'] }],
  sample: { skill: '普通劳动力', age: 68 },
  text: {
    zh: {
      title: '过了劳动年龄仍填有劳动能力',
      what: (p) => `${param(p, 'age')}岁已过劳动年龄（60岁），劳动技能填「${param(p, 'skill')}」`,
      why: '零就业判断以所填为准；公益性岗位等优先名单按年龄，不列入',
      how: '请核对劳动技能和身份证号；确有劳动能力的不必改',
    },
    en: {
      title: 'Able to work beyond the labour age',
      what: (p) => `${param(p, 'age')} years old is beyond the labour age (60); the skill says "${param(p, 'skill')}"`,
      why: 'what is stated decides on zero employment; lists of priority go by age and leave this person out',
      how: 'check the skill and the ID number; leave it if it is true',
    },
  },
  examples: [
    {
      title: '74岁填普通劳动力',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181195001010012',
            与户主关系: '户主',
            劳动技能: '普通劳动力',
          },
        ],
      },
      expect: ['成员!劳动技能@1'],
    },
    {
      title: '退休的、无劳动力的老人',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181195001010012',
            与户主关系: '户主',
            劳动技能: '无劳动力',
          },
          {
            户编号: 'H1',
            姓名: '李四',
            身份证号: '640181195201010025',
            与户主关系: '配偶',
            劳动技能: '弱劳动力或半劳动力',
            就业状态: '退休',
          },
          {
            户编号: 'H1',
            姓名: '张大',
            身份证号: '640181199001010010',
            与户主关系: '之子',
            劳动技能: '普通劳动力',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, asOf, report }) => {
    if (asOf === null) return;
    for (const row of roster.rows.成员) {
      if (!isStatedCapable(row) || row.personId === null || OUTSIDE_LABOUR_FORCE.has(row.employmentStatus ?? ''))
        continue;
      const age = ageOfResident(row.personId, asOf);
      if (age === null || age < WORKING_AGES.to) continue;
      report({
        place: cellPlace(roster, row, '劳动技能'),
        subject: ofMember(row),
        value: row.labourSkill,
        params: { skill: row.labourSkill ?? '', age },
      });
    }
  },
});
