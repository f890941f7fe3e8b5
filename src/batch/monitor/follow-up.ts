import { createHash } from 'node:crypto';

/** What officials wrote beside a problem in the lists of a month, kept from month to month. */
export interface FollowUp {
  /** 责任人, 整改时限, 整改措施 and 完成日期 as written; empty where nothing was. */
  readonly responsible: string;
  readonly deadline: string;
  readonly measure: string;
  readonly doneOn: string;
  readonly strike: StrikeOff | null;
  /** 销号 否: an earlier strike-off is taken back. */
  readonly withdrawn?: boolean;
}

/** A person answers for a problem being settled (销号). */
export interface StrikeOff {
  readonly reason: string;
  readonly by: string;
  /** Code of the problem as it stood then: with other data it comes back. */
  readonly check: string;
}

export const NO_FOLLOW_UP: FollowUp = { responsible: '', deadline: '', measure: '', doneOn: '', strike: null };

/** What a problem is known by, and what it says. */
export interface ProblemState {
  readonly id: string;
  readonly undecided: boolean;
  readonly reason: string;
}

/** The state of a problem in short: the same problem on the same data has the same, in every month. */
export function checkCode({ id, undecided, reason }: ProblemState): string {
  return createHash('sha256').update(`${id}\n${undecided}\n${reason}`).digest('hex').slice(0, 8);
}

/** The newer word of each kind; a blank one takes nothing away. */
export function newer(known: FollowUp | undefined, next: FollowUp): FollowUp {
  if (known === undefined) return next;
  return {
    responsible: next.responsible || known.responsible,
    deadline: next.deadline || known.deadline,
    measure: next.measure || known.measure,
    doneOn: next.doneOn || known.doneOn,
    strike: next.withdrawn === true ? null : (next.strike ?? known.strike),
    withdrawn: next.withdrawn === true,
  };
}
