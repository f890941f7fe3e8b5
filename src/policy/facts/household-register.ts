import { isFilled } from '../../domain/evidence.js';
import { isOnRegister, isRiskCleared, standingAidOf } from '../../domain/register.js';
import { REGISTER, servedDays } from '../measures/register-measures.js';
import type { YesNoValue } from '../kinds/rule-kind.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import type { Fact } from './fact.js';
import { ageOfResident } from '../../domain/resident-id.js';
import { labourOf } from './household-labour.js';
import { LABOUR_AGES } from './labour.js';

const AID = /低保|特困|五保|临时救助/;
const TYPE = { table: '住户', field: 'householdType', header: '户类型' } as const;

/** 监测对象类别 names a class: the household is on the register. */
export const onRegister: Fact<HouseholdGroup, YesNoValue> = {
  name: 'on-register',
  zh: '已纳入监测对象',
  en: 'on the monitoring register',
  columns: [REGISTER],
  compute({ row }, context) {
    if (row !== null) context.use(row, '监测对象类别');
    return isOnRegister(row) ? { is: true, why: 'on-register' } : { is: false, why: 'not-on-register' };
  },
};

/** On the register, the risk not removed, and nobody of the household was given a 帮扶措施. */
export const withoutMeasure: Fact<HouseholdGroup, YesNoValue> = {
  name: 'register-without-measure',
  zh: '监测对象没有帮扶措施',
  en: 'on the register without a measure',
  columns: [REGISTER],
  tables: [['服务']],
  compute(household, context) {
    const { row } = household;
    if (row === null || !isOnRegister(row) || isRiskCleared(row) === true) return { is: false, why: 'not-on-register' };
    return servedDays(household, '帮扶措施', context).length > 0
      ? { is: false, why: 'has-measure' }
      : { is: true, why: 'no-measure' };
  },
};

/** 低保或特困 says so, or 户类型, 监测对象类别 or 备注 name 低保, 特困 or 临时救助. */
export const onAid: Fact<HouseholdGroup, YesNoValue> = {
  name: 'on-aid',
  zh: '已享受低保、特困或临时救助',
  en: 'on subsistence aid',
  columns: [TYPE],
  compute({ row }, context) {
    if (row === null) return { is: false, why: 'not-on-aid' };
    context.use(row, '低保或特困', '户类型', '监测对象类别', '备注');
    if (standingAidOf(row) !== null) return { is: true, why: 'on-aid' };
    const words = [row.householdType, row.monitoringClass, row.remark].filter(isFilled).join(' ');
    return AID.test(words) && !/非低保|不享受/.test(words)
      ? { is: true, why: 'on-aid' }
      : { is: false, why: 'not-on-aid' };
  },
};

/** Nobody is able to work and no 低保 or 特困 is named. */
export const noLabourNoAid: Fact<HouseholdGroup, YesNoValue> = {
  name: 'no-labour-no-aid',
  zh: '无劳动力且未纳入低保、特困',
  en: 'without labour and without aid',
  columns: [TYPE],
  parameters: [...LABOUR_AGES.parameters, { id: 'stable-months', unit: 'months' }],
  readings: LABOUR_AGES.readings,
  compute(household, context) {
    const labour = labourOf(household, context);
    if (labour === null || labour.members === 0 || labour.anyCapable !== false) return { is: false, why: 'has-labour' };
    if (onAid.compute(household, context).is === true) return { is: false, why: 'on-aid' };
    return (household.row?.householdType ?? household.row?.aid ?? null) === null
      ? { is: null, why: 'aid-unknown' }
      : { is: true, why: 'no-labour-no-aid' };
  },
};

/** A member of the age or older holds a 公益性岗位. */
export const elderInPublicPost: Fact<HouseholdGroup, YesNoValue> = {
  name: 'elder-in-public-post',
  zh: '高龄人员在公益性岗位',
  en: 'an elderly member in a public post',
  parameters: [{ id: 'public-post-age', unit: 'years-of-age' }],
  compute({ members }, context) {
    const most = context.parameter('public-post-age');
    const posted = members.filter((one) => one.employmentStatus === '公益性岗位');
    for (const member of posted) context.use(member, '就业状态', '身份证号');
    if (posted.length === 0) return { is: false, why: 'no-public-post' };
    if (most === null) return { is: null, why: 'no-parameter' };
    const ages = posted.map((one) => (one.personId === null ? null : ageOfResident(one.personId, context.asOf)));
    if (ages.some((age) => age !== null && age >= most)) return { is: true, why: 'elder-in-public-post' };
    return ages.includes(null) ? { is: null, why: 'age-unknown' } : { is: false, why: 'young-enough' };
  },
};
