import type { Charge } from '../../domain/charge.js';
import { clawbackKey } from '../../domain/clawback.js';
import type { History } from '../../domain/history.js';
import type { Fen } from '../../domain/money.js';
import type { Entitlement } from '../../policy/assess/assessment.js';
import type { LimitStep, Settlement } from './settle.js';

/** As shown in cut_by. */
export const OFFSET = 'offset:clawback';

/**
 * Keeps open clawbacks (追回) back from what is due now, when the run is asked to. The benefit counts as paid in full: part
 * in money, part against the debt. Where the debt takes all of it there is nothing to send to the bank: the due becomes
 * an offset entry of the batch (domain/clawback) and not a line.
 */
export class ClawbackOffset {
  private readonly history: History;
  private readonly kept = new Map<string, Fen>();

  constructor(history: History) {
    this.history = history;
  }

  apply({ payee }: Entitlement, settlement: Settlement): Settlement {
    if (settlement.amount === 0) return settlement;
    const key = clawbackKey(payee.kind, payee.id);
    const kept = this.kept.get(key) ?? 0;
    const offset = Math.min(this.history.openClawback(payee.kind, payee.id) - kept, settlement.amount);
    if (offset <= 0) return settlement;
    this.kept.set(key, kept + offset);
    return new OffsetSettlement(settlement, key, offset);
  }
}

class OffsetSettlement implements Settlement {
  readonly offset: Fen;
  readonly #whole: Settlement;
  readonly #key: string;

  constructor(whole: Settlement, key: string, offset: Fen) {
    this.#whole = whole;
    this.#key = key;
    this.offset = offset;
  }

  get amount(): Fen {
    return this.#whole.amount - this.offset;
  }

  get paidBefore(): Fen {
    return this.#whole.paidBefore;
  }

  get overpaid(): Fen {
    return this.#whole.overpaid;
  }

  get steps(): readonly LimitStep[] {
    return this.#whole.steps;
  }

  get cutBy(): readonly string[] {
    return [...this.#whole.cutBy, OFFSET];
  }

  get charges(): readonly Charge[] {
    const debt = { key: this.#key, amount: this.offset, count: 0, maxAmount: null, maxCount: null };
    return [...this.#whole.charges, debt];
  }
}
