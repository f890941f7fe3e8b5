import { addMonths, type IsoDay } from './calendar.js';
import { ageOfResident, birthDateOf, sexOf } from './resident-id.js';
import { isEmployed, type MemberRow, OUTSIDE_LABOUR_FORCE } from './roster.js';

/** Ages that count as working ages on the assessment date: `from` included, `to` not. */
export interface WorkingAges {
  readonly from: number;
  readonly to: number;
  /** `to` is that of men; women end five years earlier, and both later and later by the law in force since 2025. */
  readonly byLaw?: boolean;
}

/** Who counts as labour: the ages, and whether people who do not wish to work do. */
export interface LabourTerms extends WorkingAges {
  /** 就业意愿 否 takes somebody out who is not employed. */
  readonly onlyWilling?: boolean;
}

/** 16 ≤ age < 60 (zero-employment). */
export const WORKING_AGES: WorkingAges = { from: 16, to: 60 };

const CAPABLE: ReadonlySet<string> = new Set(['普通劳动力', '技能劳动力', '弱劳动力或半劳动力']);
const NOT_CAPABLE: ReadonlySet<string> = new Set(['丧失劳动力', '无劳动力']);
const NOT_IN_SCHOOL = /^(?:否|无|不|非|未(?!毕业)|辍学|失学|退学|肄业|×|[Nn0])|(?<!未)毕业$/;

/** 在校生状况: blank counts as not in school (src/CONTRACT.md §3); 是 and the names of schools and grades count as in school. */
export function isInSchool(schooling: string | null): boolean {
  return schooling !== null && schooling !== '' && !NOT_IN_SCHOOL.test(schooling);
}

/** Years from the ID's birth year to the day's: the age or one more, without looking at the day. */
export function roughAge(id: string, day: IsoDay): number {
  return Number(day.slice(0, 4)) - Number(id.slice(6, 10));
}

/** Whether somebody is of working age on a day, by the 18-character ID; null when the age is not known. */
export function isOfWorkingAge(
  id: string | null,
  day: IsoDay,
  { from, to, byLaw }: WorkingAges = WORKING_AGES,
): boolean | null {
  if (id === null) return null;
  const age = ageOfResident(id, day);
  if (age === null || byLaw !== true) return age === null ? null : age >= from && age < to;
  return age >= from && day < retirementDay(id, to);
}

/**
 * Day of legal retirement by the ID's birth date and sex: men at `age`, women five years earlier (女干部 55); from 2025 on
 * a month later for every four months of birth begun, at most three years (关于实施渐进式延迟法定退休年龄的决定).
 */
function retirementDay(id: string, age: number): IsoDay {
  const born = birthDateOf(id);
  const base = (sexOf(id) === '男' ? age : age - 5) * 12;
  const since2025 = monthNumber(addMonths(born, base)) - monthNumber('2025-01-01');
  const later = since2025 < 0 ? 0 : Math.min(36, Math.floor(since2025 / 4) + 1);
  return addMonths(born, base + later);
}

function monthNumber(day: IsoDay): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** 健康状况 names a disability: 残疾, 肢体残疾二级, 重残 …; 无残疾 does not. */
export function isDisabled(health: string | null): boolean {
  return health !== null && /残/.test(health.replace(/(?:无|非|没有|未)[^，、；,;]{0,2}残疾?/g, ''));
}

/** 劳动技能 says that the member can work, whatever the age. */
export function isStatedCapable(member: Pick<MemberRow, 'labourSkill'>): boolean {
  return CAPABLE.has(member.labourSkill ?? '');
}

/**
 * 有劳动能力: 劳动技能 普通劳动力, 技能劳动力 or 弱劳动力或半劳动力 and not in school; where the column is
 * blank, of working age on the assessment date and not in school. An unlisted word is unknown (null), and so is a
 * disabled member of working age whose 劳动技能 is blank. Pupils, soldiers, prisoners and pensioners are outside.
 */
export function isLabourCapable(member: MemberRow, asOf: IsoDay, terms: LabourTerms = WORKING_AGES): boolean | null {
  if (isInSchool(member.schooling) || OUTSIDE_LABOUR_FORCE.has(member.employmentStatus ?? '')) return false;
  if (terms.onlyWilling === true && member.workWish === false && isEmployed(member.employmentStatus) !== true)
    return false;
  if (member.labourSkill !== null) {
    if (CAPABLE.has(member.labourSkill)) return true;
    return NOT_CAPABLE.has(member.labourSkill) ? false : null;
  }
  const ofAge = isOfWorkingAge(member.personId, asOf, terms);
  // Employed is able, whatever the papers say of health.
  return ofAge === true && isDisabled(member.health) && isEmployed(member.employmentStatus) !== true ? null : ofAge;
}

/** What the members of a household say about who can work and who does; three-valued, null is unknown. */
export interface EmploymentPicture {
  /** One entry a member, in their order. */
  readonly capability: readonly (boolean | null)[];
  readonly capable: number;
  readonly anyCapable: boolean | null;
  readonly anyEmployed: boolean;
  /** Members who can (or may be able to) work and say nothing of employment. */
  readonly statusMissing: readonly MemberRow[];
}

/** The picture of one household on a day. */
export function employmentPicture(
  members: readonly MemberRow[],
  asOf: IsoDay,
  terms: LabourTerms = WORKING_AGES,
): EmploymentPicture {
  const capability = members.map((member) => isLabourCapable(member, asOf, terms));
  return {
    capability,
    capable: capability.filter((capable) => capable === true).length,
    anyCapable: capability.includes(true) ? true : capability.includes(null) ? null : false,
    anyEmployed: members.some((member) => isEmployed(member.employmentStatus) === true),
    statusMissing: members.filter(
      (member, i) => capability[i] !== false && isEmployed(member.employmentStatus) === null,
    ),
  };
}
