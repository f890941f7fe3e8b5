import type { IsoDay } from '../../domain/calendar.js';
import { employmentPicture, type EmploymentPicture, type LabourTerms } from '../../domain/labour.js';
import { isEmployed, type MemberRow } from '../../domain/roster.js';
import { lasted } from './span.js';
import { anyOf, type Truth } from '../assess/three-valued.js';

/** What a fact about labour needs of its pack. */
export const LABOUR_AGES = {
  parameters: [
    { id: 'labour-age-from', unit: 'years-of-age' },
    { id: 'labour-age-to', unit: 'years-of-age' },
  ],
  readings: [
    { id: 'labour-age', choices: ['16-60', 'by-law'], optional: true },
    { id: 'willing', choices: ['counted', 'not-counted'], optional: true },
  ],
} as const;

/** Who counts as labour under the pack's parameters and readings; null when a parameter has no value for the period. */
export function workingAges(settings: {
  parameter(id: string): number | null;
  reading(id: string, otherwise: string): string;
}): LabourTerms | null {
  const from = settings.parameter('labour-age-from');
  const to = settings.parameter('labour-age-to');
  return from === null || to === null
    ? null
    : {
        from,
        to,
        byLaw: settings.reading('labour-age', '16-60') === 'by-law',
        onlyWilling: settings.reading('willing', 'counted') === 'not-counted',
      };
}

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
  terms: LabourTerms,
  stableMonths: number,
): LabourPicture {
  const picture = employmentPicture(members, asOf, terms);
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
