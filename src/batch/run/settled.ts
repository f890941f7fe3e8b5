import { EMPTY_HISTORY, type History } from '../../domain/history.js';
import type { Fen } from '../../domain/money.js';
import type { Roster } from '../../domain/roster.js';
import type { Finding } from '../../findings/finding.js';
import type { Assessment, Entitlement } from '../../policy/assess/assessment.js';
import type { Stage } from '../../policy/assess/stage.js';
import { ClawbackOffset } from './clawback-offset.js';
import { deriveHolds, type Holds } from './holding.js';
import type { SettledEntitlement } from './run-result.js';
import { DUE_AGAIN, DueAgainSettler } from './due-again.js';
import { settlementStages, type Settlement } from './settle.js';
import type { RunRequest } from './run-request.js';

/** Clawbacks to keep back, when the run was asked to. Keeps count, so every settling of a roster takes a new one. */
export function offsetOf({ offsetClawbacks, history }: RunRequest): ClawbackOffset | null {
  return offsetClawbacks === true ? new ClawbackOffset(history) : null;
}

/** An entitlement with what settlement made of it. Stages are told when read: nobody reads most of them. */
export class Settled implements SettledEntitlement {
  readonly entitlement: Entitlement;
  readonly heldBy: readonly string[];
  /** Null when it was held, refused or blocked. */
  readonly settlement: Settlement | null;
  readonly paidBefore: Fen;
  readonly lineNo: number | null;
  /** Due only because a line was reversed or stopped, and held for it (LED-15). */
  readonly dueAgain: Fen;

  constructor(
    entitlement: Entitlement,
    heldBy: readonly string[],
    settlement: Settlement | null,
    paidBefore: Fen,
    lineNo: number | null,
    dueAgain: Fen = 0,
  ) {
    this.dueAgain = dueAgain;
    this.entitlement = entitlement;
    this.heldBy = heldBy;
    this.settlement = settlement;
    this.paidBefore = paidBefore;
    this.lineNo = lineNo;
  }

  get cutBy(): readonly string[] {
    return this.settlement?.cutBy ?? [];
  }

  get amount(): Fen {
    return this.settlement?.amount ?? 0;
  }

  get stages(): readonly Stage[] {
    const { entitlement, settlement } = this;
    if (settlement === null) return entitlement.stages;
    return [...entitlement.stages, ...settlementStages(entitlement, settlement)];
  }
}

/** What each entitlement comes to by this roster alone, without any history. */
export function settledAlone(assessment: Assessment, roster: Roster, findings: readonly Finding[]): Settled[] {
  return [...settleEach(assessment.entitlements, deriveHolds(roster, findings), EMPTY_HISTORY, false)];
}

/**
 * Settles entitlements in paying order, each as it is asked for. Held and refused ones keep their own stages and use up no
 * room.
 */
export function* settleEach(
  entitlements: Iterable<Entitlement>,
  holds: Holds,
  history: History,
  blocked: boolean,
  offset: ClawbackOffset | null = null,
): Generator<Settled> {
  const settler = new DueAgainSettler(history);
  let lineNo = 0;
  for (const entitlement of entitlements) {
    const heldBy = holds.heldBy(entitlement);
    if (entitlement.outcome !== 'entitled' || heldBy.length > 0 || blocked) {
      yield new Settled(entitlement, heldBy, null, paidSoFar(entitlement, history), null);
      continue;
    }
    const { settlement: whole, dueAgain } = settler.settle(entitlement);
    if (dueAgain > 0 && whole.amount === 0) {
      yield new Settled(entitlement, [DUE_AGAIN], null, whole.paidBefore, null, dueAgain);
      continue;
    }
    const settlement = offset?.apply(entitlement, whole) ?? whole;
    const line = settlement.amount > 0 ? ++lineNo : null;
    yield new Settled(entitlement, heldBy, settlement, settlement.paidBefore, line, dueAgain);
  }
}

function paidSoFar(entitlement: Entitlement, history: History): Fen {
  if (history === EMPTY_HISTORY) return 0;
  const benefit = entitlement.limits[0];
  return benefit === undefined ? 0 : history.charged(benefit.key).amount;
}
