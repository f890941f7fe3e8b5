import type { IsoDay } from '../../domain/calendar.js';
import { employmentPicture, type EmploymentPicture, type WorkingAges } from '../../domain/labour.js';
import { isEmployed, type MemberRow } from '../../domain/roster.js';
import { lasted } from './span.js';
import { anyOf, type Truth } from '../assess/three-valued.js';

/** Whether one member has been employed for at least `months`: 务工月数, else the dates up to as-of. */
export function isStablyEmployed(member: MemberRow, asOf: IsoDay, months: number): Truth {
  const employed = isEmployed(member.employmentStatus);
  if (employed !== true) return employed;
  if (member.workMonths !== null) return member.workMonths >= months;
  return member.workStart === null ? null : lasted(member.workStart, member.workEnd, months, asOf);
}

/** What the members of a household say about its labour, three-valued. */
export interface LabourPicture extends EmploymentPicture {
  readonly members: number;
  readonly anyStable: Truth;
}

export function labourPicture(
  members: readonly MemberRow[],
  asOf: IsoDay,
  ages: WorkingAges,
  stableMonths: number,
): LabourPicture {
  const picture = employmentPicture(members, asOf, ages);
  return {
    ...picture,
    members: members.length,
    // A blank 就业状态 of a child or of somebody who cannot work leaves nothing open.
    anyStable: anyOf(
      members.map((member, i) =>
        picture.capability[i] === false && isEmployed(member.employmentStatus) === null
          ? false
          : isStablyEmployed(member, asOf, stableMonths),
      ),
    ),
  };
}
