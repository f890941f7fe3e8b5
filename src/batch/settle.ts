import type { Charge } from '../domain/charge.js';
import type { Charged, History } from '../domain/history.js';
import { fen, formatYuan, type Fen } from '../domain/money.js';
import type { Entitlement, EntitlementUnit, LimitUse, Stage } from '../policy/assessment.js';

/** What is left of an entitlement after history, limits and pools, and what paying it uses up. */
export interface Settlement {
  readonly paidBefore: Fen;
  readonly cutBy: readonly string[];
  readonly amount: Fen;
  /** Stages limit … payable, added to those of the entitlement. */
  readonly stages: readonly Stage[];
  readonly charges: readonly Charge[];
  /** How much more was paid before than is due now; 0 when nothing was overpaid. */
  readonly overpaid: Fen;
}

/**
 * Takes entitlements in paying order and settles each against what was paid before and what this run has used so far
 * (CONTRACT §6: what was already paid for the benefit and period is taken off first; then the room left in limits and
 * pools, in the cutting order of the pack). A held or refused entitlement must not be passed: it would use up room.
 */
export class Settler {
  private readonly history: History;
  private readonly used = new Map<string, { amount: Fen; count: number }>();

  constructor(history: History) {
    this.history = history;
  }

  settle(entitlement: Entitlement): Settlement {
    return entitlement.units === undefined
      ? this.settleWhole(entitlement)
      : this.settleUnits(entitlement, entitlement.units);
  }

  private settleWhole(entitlement: Entitlement): Settlement {
    const benefit = entitlement.limits[0];
    const paidBefore =
      benefit === undefined ? 0 : this.history.charged(benefit.key).amount + this.usedOf(benefit.key).amount;
    const cutBy: string[] = [];
    const stages: Stage[] = [];
    let current = entitlement.amount;

    for (const limit of entitlement.limits) {
      if (limit.kind === 'benefit') continue;
      const allowed = Math.min(current, paidBefore + this.roomOf(limit));
      const cut = allowed < current && current > paidBefore;
      if (cut) cutBy.push(limit.id);
      stages.push(this.limitStage(limit, current, allowed));
      current = allowed;
    }
    const due = Math.max(0, current - paidBefore);
    stages.push(stage('already-paid', current, due, 'paid-before', { paid: formatYuan(paidBefore) }, entitlement));
    stages.push(...payableStages(due, entitlement));
    const charges = due === 0 ? [] : this.chargesOf(entitlement.limits, due, entitlement.amount);
    return {
      paidBefore,
      cutBy,
      amount: fen(due),
      stages,
      charges,
      overpaid: Math.max(0, paidBefore - entitlement.amount),
    };
  }

  /** Each worker or trainee has a history and caps of their own; the line is the sum of what is left of each. */
  private settleUnits(entitlement: Entitlement, units: readonly EntitlementUnit[]): Settlement {
    let paidBefore = 0;
    let amount = 0;
    const cutBy = new Set<string>();
    const charges: Charge[] = [];
    for (const unit of units) {
      const [own, ...caps] = unit.limits;
      const before = own === undefined ? 0 : paidTo(this.history.charged(own.key), entitlement.payee.id);
      let due = Math.max(0, unit.amount - before);
      paidBefore += Math.min(before, unit.amount);
      for (const limit of own === undefined ? caps : [own, ...caps]) {
        const room = limit === own ? this.ownRoom(limit, unit.amount) : this.roomOf(limit);
        if (room >= due) continue;
        if (due > 0 && room < due) cutBy.add(limit.id);
        due = Math.max(0, room);
      }
      if (due === 0) continue;
      amount += due;
      charges.push(...this.chargesOf(unit.limits, due, unit.amount));
    }
    const benefit = entitlement.limits[0];
    if (amount > 0 && benefit !== undefined) charges.unshift(...this.chargesOf([benefit], amount, null));
    const remaining = paidBefore + amount;
    const stages = [
      stage('limit', entitlement.amount, remaining, 'per-unit', { units: units.length }, entitlement),
      stage('already-paid', remaining, amount, 'paid-before', { paid: formatYuan(paidBefore) }, entitlement),
      ...payableStages(amount, entitlement),
    ];
    return { paidBefore, cutBy: [...cutBy], amount: fen(amount), stages, charges, overpaid: 0 };
  }

  private usedOf(key: string): { amount: Fen; count: number } {
    return this.used.get(key) ?? { amount: 0, count: 0 };
  }

  /** Room under a limit's own key for one unit: what is left of its amount, or nothing when it was counted already. */
  private ownRoom(limit: LimitUse, unitAmount: Fen): Fen {
    if (limit.maxCount !== null || limit.maxAmount !== null) return this.roomOf(limit);
    return Math.max(0, unitAmount - this.history.charged(limit.key).amount - this.usedOf(limit.key).amount);
  }

  private roomOf(limit: LimitUse): Fen {
    const charged = this.history.charged(limit.key);
    const used = this.usedOf(limit.key);
    if (limit.maxCount !== null && charged.count + used.count >= limit.maxCount) return 0;
    if (limit.maxAmount === null) return Number.MAX_SAFE_INTEGER;
    return Math.max(0, limit.maxAmount - charged.amount - used.amount);
  }

  private limitStage(limit: LimitUse, before: Fen, after: Fen): Stage {
    const charged = this.history.charged(limit.key);
    const used = this.usedOf(limit.key);
    return {
      stage: limit.kind === 'pool' ? 'pool' : 'limit',
      before,
      after,
      because: limit.id,
      values: {
        used: formatYuan(charged.amount + used.amount),
        times: charged.count + used.count,
        ...(limit.maxAmount === null ? {} : { max: formatYuan(limit.maxAmount) }),
        ...(limit.maxCount === null ? {} : { maxTimes: limit.maxCount }),
      },
      clause: limit.clause,
      cells: [],
    };
  }

  /**
   * Charges of one payment. The benefit's own key is capped by the entitlement itself: the approval check then sees a
   * double payment. A limit on the benefit's own key adds its maximum to that one charge, it does not charge twice.
   */
  private chargesOf(limits: readonly LimitUse[], amount: Fen, entitled: Fen | null): Charge[] {
    const charges = new Map<string, Charge>();
    for (const limit of limits) {
      const own: Charge = {
        key: limit.key,
        amount,
        count: limit.maxCount === null ? 0 : 1,
        maxAmount: limit.kind === 'benefit' ? entitled : limit.maxAmount,
        maxCount: limit.maxCount,
      };
      const known = charges.get(limit.key);
      charges.set(limit.key, known === undefined ? own : { ...own, ...tighter(known, own) });
    }
    for (const charge of charges.values()) {
      const used = this.usedOf(charge.key);
      this.used.set(charge.key, { amount: used.amount + charge.amount, count: used.count + charge.count });
    }
    return [...charges.values()];
  }
}

function tighter(a: Charge, b: Charge): Pick<Charge, 'count' | 'maxAmount' | 'maxCount'> {
  const least = (x: number | null, y: number | null): number | null =>
    x === null ? y : y === null ? x : Math.min(x, y);
  return {
    count: Math.max(a.count, b.count),
    maxAmount: least(a.maxAmount, b.maxAmount),
    maxCount: least(a.maxCount, b.maxCount),
  };
}

/** What of a key was paid to this payee; what others got for the same unit is a limit, not "paid before". */
function paidTo(charged: Charged, payeeId: string): Fen {
  let total = 0;
  for (const line of charged.lines) if (line.payeeId === payeeId) total += line.charged;
  return total;
}

function payableStages(amount: Fen, entitlement: Entitlement): Stage[] {
  // Every amount is whole 分 from the start, so rounding never changes it; the stage says so.
  return [
    stage('rounded', amount, amount, 'whole-fen', {}, entitlement),
    stage('payable', amount, amount, 'payable', { amount: formatYuan(amount) }, entitlement),
  ];
}

function stage(
  name: Stage['stage'],
  before: Fen,
  after: Fen,
  because: string,
  values: Readonly<Record<string, string | number>>,
  entitlement: Entitlement,
): Stage {
  return { stage: name, before, after, because, values, clause: entitlement.clause, cells: [] };
}
