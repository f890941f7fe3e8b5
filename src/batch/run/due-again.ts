import type { Charge } from '../../domain/charge.js';
import type { History } from '../../domain/history.js';
import type { Fen } from '../../domain/money.js';
import type { Entitlement } from '../../policy/assess/assessment.js';
import { Settler, type LimitStep, type Settlement } from './settle.js';

/** Code that holds what is due only because a line was reversed or stopped. */
export const DUE_AGAIN = 'LED-15';

/** As shown in cut_by of a due of which only a part is due again. */
export const CUT_DUE_AGAIN = 'held:LED-15';

/**
 * Settles, and leaves out what is due only because a line was reversed or stopped: what would not be due had that not
 * happened. It stays out until the roster no longer asks for it or somebody lets it go.
 */
export class DueAgainSettler {
  readonly #history: History;
  readonly #settler: Settler;
  /** Settles as if nothing had been reversed or stopped; meets only those whom that concerns. */
  readonly #undisturbed: Settler | null;

  constructor(history: History) {
    this.#history = history;
    this.#settler = new Settler(history);
    const { undisturbed } = history;
    this.#undisturbed = undisturbed === null ? null : new Settler(undisturbed);
  }

  settle(entitlement: Entitlement): { readonly settlement: Settlement; readonly dueAgain: Fen } {
    const whole = this.#settler.settle(entitlement);
    if (this.#undisturbed === null || !this.#isReopened(entitlement)) return { settlement: whole, dueAgain: 0 };
    const fresh = this.#undisturbed.settle(entitlement);
    if (fresh.amount >= whole.amount) {
      this.#undisturbed.replaceLast(whole.charges);
      return { settlement: whole, dueAgain: 0 };
    }
    this.#settler.replaceLast(fresh.charges);
    return { settlement: new FreshPart(fresh, whole), dueAgain: whole.amount - fresh.amount };
  }

  #isReopened({ limits, units }: Entitlement): boolean {
    const history = this.#history;
    return (
      limits.some(({ key }) => history.isReopened(key)) ||
      units?.some((unit) => unit.limits.some(({ key }) => history.isReopened(key))) === true
    );
  }
}

/** The part of a due that is not due again, told with what was really paid before. */
class FreshPart implements Settlement {
  readonly offset = 0;
  readonly overpaid = 0;
  readonly #fresh: Settlement;
  readonly #whole: Settlement;

  constructor(fresh: Settlement, whole: Settlement) {
    this.#fresh = fresh;
    this.#whole = whole;
  }

  get paidBefore(): Fen {
    return this.#whole.paidBefore;
  }

  get amount(): Fen {
    return this.#fresh.amount;
  }

  get cutBy(): readonly string[] {
    return [...this.#whole.cutBy, CUT_DUE_AGAIN];
  }

  get steps(): readonly LimitStep[] {
    return this.#whole.steps;
  }

  get charges(): readonly Charge[] {
    return this.#fresh.charges;
  }
}
