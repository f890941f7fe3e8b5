import type { YesNoValue } from '../kinds/rule-kind.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import type { Fact, FactContext } from './fact.js';
import { LABOUR_AGES, labourPicture, workingAges, type LabourPicture } from './labour.js';

const NEEDS = {
  parameters: [...LABOUR_AGES.parameters, { id: 'stable-months', unit: 'months' }],
  readings: LABOUR_AGES.readings,
} as const;

/** The last picture of a run: several flags ask about the same household one after the other. */
const last = new WeakMap<FactContext, { household: HouseholdGroup; picture: LabourPicture | null }>();

/** Labour of a household under the pack's ages and months; null when a parameter has no value for the period. */
export function labourOf(household: HouseholdGroup, context: FactContext): LabourPicture | null {
  for (const member of household.members)
    context.use(member, '劳动技能', '在校生状况', '健康状况', '就业状态', '就业意愿');
  const known = last.get(context);
  if (known?.household === household) return known.picture;
  const ages = workingAges(context);
  const months = context.parameter('stable-months');
  const picture =
    ages === null || months === null ? null : labourPicture(household.members, context.asOf, ages, months);
  last.set(context, { household, picture });
  return picture;
}

/** At least one labour-capable member and nobody employed. */
export const zeroEmployment: Fact<HouseholdGroup, YesNoValue> = {
  name: 'zero-employment',
  zh: '零就业家庭',
  en: 'zero-employment household',
  ...NEEDS,
  compute(household, context) {
    const labour = labourOf(household, context);
    if (labour === null) return { is: null, why: 'no-parameter' };
    if (labour.members === 0) return { is: null, why: 'no-members' };
    if (labour.anyEmployed) return { is: false, why: 'someone-employed' };
    if (labour.anyCapable === false) return { is: false, why: 'no-labour' };
    if (labour.anyCapable === null) return { is: null, why: 'capability-unknown' };
    return labour.statusMissing.length > 0 ? { is: null, why: 'status-blank' } : { is: true, why: 'zero-employment' };
  },
};

/** Someone is employed, but nobody for the months that count as stable. */
export const noStableEmployment: Fact<HouseholdGroup, YesNoValue> = {
  name: 'no-stable-employment',
  zh: '有人就业但无人稳定就业',
  en: 'employed, but nobody stably',
  ...NEEDS,
  compute(household, context) {
    const labour = labourOf(household, context);
    if (labour === null || !labour.anyEmployed || labour.anyCapable === false)
      return { is: false, why: 'nobody-employed' };
    for (const member of household.members) context.use(member, '务工月数', '务工开始日期', '务工结束日期');
    if (labour.anyStable === true) return { is: false, why: 'someone-stable' };
    if (labour.anyStable === false) return { is: true, why: 'no-stable-employment' };
    return { is: null, why: labour.statusMissing.length > 0 ? 'status-blank' : 'work-time-unknown' };
  },
};

/** Members are given and none of them is able to work. */
export const noLabour: Fact<HouseholdGroup, YesNoValue> = {
  name: 'no-labour',
  zh: '无劳动力户',
  en: 'household without labour',
  ...NEEDS,
  compute(household, context) {
    const labour = labourOf(household, context);
    if (labour === null || labour.members === 0) return { is: false, why: 'no-members' };
    return labour.anyCapable === false ? { is: true, why: 'no-labour' } : { is: false, why: 'has-labour' };
  },
};
