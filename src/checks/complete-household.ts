import type { RosterIndex } from './roster-index.js';

/**
 * Every member of the household has a row: 住户 states how many there are, and so many there are. A list of workers alone is
 * an ordinary roster too; there, that somebody is missing proves nothing.
 */
export function isComplete(index: RosterIndex, household: string): boolean {
  const size = index.households.get(household)?.[0]?.size ?? null;
  return size !== null && size === index.members.get(household)?.length;
}
