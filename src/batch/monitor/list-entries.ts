import { createHash } from 'node:crypto';
import { checkCode, NO_FOLLOW_UP, type FollowUp } from './follow-up.js';

/** Whom a row of a list is about, and what stands there of them; a row comes back on the list when that changes. */
export interface ListSubject {
  /** Stable from month to month, and never shown: it may be made of an ID number. */
  readonly who: string;
  readonly data: string;
}

/** A row of a list that officials may strike off. */
export interface ListEntry {
  /** `WT-…`, as problems have. */
  readonly id: string;
  readonly check: string;
  readonly followUp: FollowUp;
  readonly isStruck: boolean;
}

/** The entry of one row of a list, with what officials wrote beside it in earlier months. */
export function listEntry(list: string, { who, data }: ListSubject, written: ReadonlyMap<string, FollowUp>): ListEntry {
  const id = `WT-${createHash('sha256').update(`list\n${list}\n${who}`).digest('hex').slice(0, 10)}`;
  const check = checkCode({ id, undecided: false, reason: data });
  const followUp = written.get(id) ?? NO_FOLLOW_UP;
  const isStruck = followUp.strike?.check === check;
  return { id, check, followUp: isStruck ? followUp : { ...followUp, strike: null }, isStruck };
}
