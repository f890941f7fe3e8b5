import { ageOn, isIsoDay } from '../domain/calendar.js';
import { birthDateOf } from '../domain/resident-id.js';

/** Age in whole years on a day, from an 18-character ID; null without one, or when its birth date is no day. */
export function ageOfPerson(id: string | null, day: string): number | null {
  if (id === null) return null;
  const birth = birthDateOf(id);
  return isIsoDay(birth) ? ageOn(birth, day) : null;
}

/** 16 ≤ age < 60 (CONTRACT §6, zero-employment); false when the age is not known. */
export function isWorkingAge(id: string | null, day: string): boolean {
  if (id === null) return false;
  const rough = roughAge(id, day);
  if (rough > 16 && rough < 60) return true;
  const age = ageOfPerson(id, day);
  return age !== null && age >= 16 && age < 60;
}

/** Years from the ID's birth year to the day's: the age or one more, without looking at the day. */
export function roughAge(id: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(id.slice(6, 10));
}
