import type { IsoDay } from '../../domain/calendar.js';
import { ageOfResident } from '../../domain/resident-id.js';
import { isEmployed, type MemberRow } from '../../domain/roster.js';
import { lasted } from './span.js';
import { anyOf, type Truth } from '../three-valued.js';

const CAPABLE: ReadonlySet<string> = new Set(['普通劳动力', '技能劳动力', '弱劳动力或半劳动力']);
const NOT_CAPABLE: ReadonlySet<string> = new Set(['丧失劳动力', '无劳动力']);
const NOT_IN_SCHOOL = /^(非在校生?|不在校|未在校|非在读|不在读|否|无|×|N|n|0|已?毕业|辍学|退学|肄业)$/;

/** A blank or absent 在校生状况 counts as not in school (CONTRACT §3). */
export function isInSchool(schooling: string | null): boolean {
  return schooling !== null && !NOT_IN_SCHOOL.test(schooling);
}

/** Age on a day by the ID number; null when the number is missing or holds no real birth date. */
export function ageOfMember(member: MemberRow, day: IsoDay): number | null {
  return member.personId === null ? null : ageOfResident(member.personId, day);
}

/**
 * 有劳动能力 (CONTRACT §6): 劳动技能 普通劳动力, 技能劳动力 or 弱劳动力或半劳动力 and not in school; where the column is
 * blank, `from` ≤ age < `to` on the assessment date and not in school. An unlisted word is unknown.
 */
export function isLabourCapable(member: MemberRow, asOf: IsoDay, from: number, to: number): Truth {
  if (isInSchool(member.schooling)) return false;
  if (member.labourSkill !== null) {
    if (CAPABLE.has(member.labourSkill)) return true;
    return NOT_CAPABLE.has(member.labourSkill) ? false : null;
  }
  const age = ageOfMember(member, asOf);
  return age === null ? null : age >= from && age < to;
}

/** Whether one member has been employed for at least `months`: 务工月数, else the dates up to as-of. */
export function isStablyEmployed(member: MemberRow, asOf: IsoDay, months: number): Truth {
  const employed = isEmployed(member.employmentStatus);
  if (employed !== true) return employed;
  if (member.workMonths !== null) return member.workMonths >= months;
  return member.workStart === null ? null : lasted(member.workStart, member.workEnd, months, asOf);
}

/** What the members of a household say about its labour, three-valued. */
export interface LabourPicture {
  readonly members: number;
  readonly capable: number;
  readonly anyCapable: Truth;
  readonly anyEmployed: boolean;
  /** A member who can (or may be able to) work says nothing of employment. */
  readonly statusMissing: boolean;
  readonly anyStable: Truth;
}

export function labourPicture(
  members: readonly MemberRow[],
  asOf: IsoDay,
  ages: { readonly from: number; readonly to: number },
  stableMonths: number,
): LabourPicture {
  const capability: Truth[] = members.map((member) => isLabourCapable(member, asOf, ages.from, ages.to));
  return {
    members: members.length,
    capable: capability.filter((truth) => truth === true).length,
    anyCapable: anyOf(capability),
    anyEmployed: members.some((member) => isEmployed(member.employmentStatus) === true),
    statusMissing: members.some((member, i) => capability[i] !== false && isEmployed(member.employmentStatus) === null),
    // A blank 就业状态 of a child or of somebody who cannot work leaves nothing open.
    anyStable: anyOf(
      members.map((member, i) =>
        capability[i] === false && isEmployed(member.employmentStatus) === null
          ? false
          : isStablyEmployed(member, asOf, stableMonths),
      ),
    ),
  };
}
