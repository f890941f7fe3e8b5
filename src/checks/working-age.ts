import { ageOn, isIsoDay } from '../domain/calendar.js';
import { birthDateOf } from '../domain/resident-id.js';

/** Age in whole years on a day, from an 18-character ID; null without one, or when its birth date is no day. */
export function ageOfPerson(id: string | null, day: string): number | null {
  if (id === null) return null;
  const birth = birthDateOf(id);
  return isIsoDay(birth) ? ageOn(birth, day) : null;
}

/** 16 ≤ age < 60 (CONTRACT §6, zero-employment). */
export function isWorkingAge(id: string | null, day: string): boolean {
  const age = ageOfPerson(id, day);
  return age !== null && age >= 16 && age < 60;
}
