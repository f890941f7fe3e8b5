import { foldKey } from '../../domain/key.js';
import type { StandingHold } from '../../domain/standing-hold.js';
import type { Database } from '../store/database.js';
import { entriesOfKind, type Entry } from '../store/entries.js';
import { LedgerFault } from '../store/ledger-fault.js';

/** What a release opens: a payment twice, a due after a reversal, the standing list. One release opens one of them. */
export const RELEASABLE = ['LED-03', 'LED-15', 'LED-16'] as const;
export type Releasable = (typeof RELEASABLE)[number];

/** Payload of a `hold` entry. */
export interface HoldPayload {
  readonly payee: string;
  readonly reason: string;
}

/** Payload of a `release` entry. */
export interface ReleasePayload {
  readonly of: Releasable;
  readonly payee: string;
  readonly reason: string;
  /** LED-03: the number under which the same household was paid before. */
  readonly sameAs?: string;
  /** LED-03: the two are different households. */
  readonly separate?: true;
  readonly checkedBy?: string;
}

export interface Release extends ReleasePayload {
  readonly seq: number;
  readonly by: string;
  readonly at: string;
}

function payloadOf({ payload }: Entry): unknown {
  try {
    return JSON.parse(payload);
  } catch (cause) {
    throw new LedgerFault('corrupt', { file: 'entry' }, { cause });
  }
}

/** Every release, oldest first. */
export function releases(database: Database): Release[] {
  return entriesOfKind(database, 'release').map((entry) => {
    const { payee, sameAs, ...said } = payloadOf(entry) as ReleasePayload;
    return {
      ...said,
      payee: foldKey(payee),
      ...(sameAs === undefined ? {} : { sameAs: foldKey(sameAs) }),
      seq: entry.seq,
      by: entry.actor,
      at: entry.at,
    };
  });
}

/** Who is on the standing list now, by payee; the latest hold of each. */
export function standingHolds(database: Database): ReadonlyMap<string, StandingHold> {
  const holds = new Map<string, StandingHold>();
  const acts = [...entriesOfKind(database, 'hold'), ...entriesOfKind(database, 'release')];
  for (const entry of acts.sort((a, b) => a.seq - b.seq)) {
    if (entry.kind === 'hold') {
      const { payee: written, reason } = payloadOf(entry) as HoldPayload;
      const payee = foldKey(written);
      holds.set(payee, { payee, reason, by: entry.actor, at: entry.at });
    } else {
      const { of, payee } = payloadOf(entry) as ReleasePayload;
      if (of === 'LED-16') holds.delete(foldKey(payee));
    }
  }
  return holds;
}

/** Payload of a `recover` entry: money of a clawback that has come back. */
export interface RecoverPayload {
  readonly version: number;
  readonly line: number;
  readonly amount: number;
  /** Day it came, `YYYY-MM-DD`. */
  readonly day: string;
  readonly checkedBy?: string;
}

/** Every recovery, oldest first. */
export function recoveries(database: Database): (RecoverPayload & { readonly seq: number; readonly by: string })[] {
  return entriesOfKind(database, 'recover').map((entry) => ({
    ...(payloadOf(entry) as RecoverPayload),
    seq: entry.seq,
    by: entry.actor,
  }));
}
