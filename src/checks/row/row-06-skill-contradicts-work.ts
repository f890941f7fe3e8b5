import { type CheckContext, defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { isInSchool, isOfWorkingAge } from '../../domain/labour.js';
import { isEmployed, type MemberRow } from '../../domain/roster.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

export const skillContradictsWork = defineCheck({
  code: 'ROW-06',
  name: 'skill-contradicts-work',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['劳动技能'] }],
  sample: { skill: '无劳动力', what: 'working' },
  text: {
    zh: {
      title: '劳动技能与务工情况矛盾',
      what: (p) =>
        p['what'] === 'working'
          ? `在务工的人劳动技能应为有劳动力的一类，现为「${param(p, 'skill')}」`
          : `健康的劳动年龄人口劳动技能应为有劳动力的一类，现为「${param(p, 'skill')}」`,
      why: '会影响零就业判断；按所填计入，不影响本次发放',
      how: '请向本人核实劳动技能和就业状态',
    },
    en: {
      title: 'Labour skill contradicts the work',
      what: (p) =>
        p['what'] === 'working'
          ? `somebody at work should be able to work; the skill says "${param(p, 'skill')}"`
          : `a healthy person of working age should be able to work; the skill says "${param(p, 'skill')}"`,
      why: 'it matters for zero employment; it counts as stated and the payment is not affected',
      how: 'check the skill and the status',
    },
  },
  examples: [
    {
      title: '丧失劳动力却在务工',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            劳动技能: '丧失劳动力',
            健康状况: '残疾',
            就业状态: '务工',
          },
        ],
      },
      expect: ['成员!劳动技能@1'],
    },
    {
      title: '34岁健康却无劳动力',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            劳动技能: '无劳动力',
            健康状况: '健康',
            就业状态: null,
          },
        ],
      },
      expect: ['成员!劳动技能@1'],
    },
    {
      title: '老人无劳动力',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181195001010012',
            与户主关系: '户主',
            劳动技能: '无劳动力',
            健康状况: '健康',
            就业状态: null,
          },
        ],
      },
      expect: [],
    },
  ],
  run: (context) => {
    const { roster, report } = context;
    for (const row of roster.rows.成员) {
      if (row.labourSkill !== '丧失劳动力' && row.labourSkill !== '无劳动力') continue;
      const working =
        isEmployed(row.employmentStatus) === true || (row.wageIncome ?? 0) > 0 || (row.workMonths ?? 0) > 0;
      if (!working && !isIdle(row, context)) continue;
      report({
        place: cellPlace(roster, row, '劳动技能'),
        subject: ofMember(row),
        value: row.labourSkill,
        params: { skill: row.labourSkill, what: working ? 'working' : 'healthy' },
      });
    }
  },
});

/** Healthy, of working age and not in school, and yet 无劳动力; unknown without a day to tell the age by. */
function isIdle(row: MemberRow, context: CheckContext): boolean {
  if (row.labourSkill !== '无劳动力' || row.health !== '健康' || isInSchool(row.schooling)) return false;
  const { asOf } = context;
  return asOf !== null && isOfWorkingAge(row.personId, asOf) === true;
}
