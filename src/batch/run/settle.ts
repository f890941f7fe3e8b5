import type { Charge } from '../../domain/charge.js';
import type { Charged, History } from '../../domain/history.js';
import { fen, formatYuan, type Fen } from '../../domain/money.js';
import type { Entitlement, EntitlementUnit, LimitUse } from '../../policy/assess/assessment.js';
import type { Stage } from '../../policy/assess/stage.js';

/** One limit or pool as it stood when an entitlement met it. */
export interface LimitStep {
  readonly before: Fen;
  readonly after: Fen;
  /** Charged to it until then, by history and this run. */
  readonly used: Fen;
  readonly times: number;
}

/** What is left of an entitlement after history, limits and pools, and what paying it uses up. */
export interface Settlement {
  readonly paidBefore: Fen;
  readonly cutBy: readonly string[];
  readonly amount: Fen;
  /** What each limit and pool left, in their order; the stages are told from it when someone reads them. */
  readonly steps: readonly LimitStep[];
  readonly charges: readonly Charge[];
  /** Kept back for an open clawback; 0 unless the run offsets (batch/run/clawback-offset). */
  readonly offset: Fen;
  /** How much more was paid before than is due now; 0 when nothing was overpaid. */
  readonly overpaid: Fen;
}

/**
 * Takes entitlements in paying order and settles each against what was paid before and what this run has used so far
 * (What was already paid for the benefit and period is taken off first; then the room left in limits and
 * pools, in the cutting order of the pack). A held or refused entitlement must not be passed: it would use up room.
 */
export class Settler {
  private readonly history: History;
  private readonly used = new Map<string, { amount: Fen; count: number }>();
  /** What the keys of the last settlement stood at before it. */
  readonly #before = new Map<string, { amount: Fen; count: number } | undefined>();

  constructor(history: History) {
    this.history = history;
  }

  settle(entitlement: Entitlement): Settlement {
    this.#before.clear();
    return entitlement.units === undefined
      ? this.settleWhole(entitlement)
      : this.settleUnits(entitlement, entitlement.units);
  }

  private settleWhole(entitlement: Entitlement): Settlement {
    const { limits } = entitlement;
    const benefit = limits[0];
    const paidBefore = benefit === undefined ? 0 : this.standing(benefit).used;
    const cutBy: string[] = [];
    const steps: LimitStep[] = [];
    let current = entitlement.amount;

    for (const limit of limits) {
      if (!restricts(limit)) continue;
      const { used, times } = this.standing(limit);
      const allowed = Math.min(current, paidBefore + room(limit, used, times));
      if (allowed < current && current > paidBefore) cutBy.push(limit.id);
      steps.push({ before: current, after: allowed, used, times });
      current = allowed;
    }
    const due = Math.max(0, current - paidBefore);
    if (due > 0) this.use(chargesOf(limits, due, entitlement.amount));
    // A list that grew keeps room for seventeen.
    return new WholeSettlement(entitlement, paidBefore, fen(due), cutBy.length === 0 ? NONE : cutBy, steps.slice());
  }

  /** Each worker or trainee has a history and caps of their own; the line is the sum of what is left of each. */
  private settleUnits(entitlement: Entitlement, units: readonly EntitlementUnit[]): Settlement {
    let paidBefore = 0;
    let amount = 0;
    const cutBy = new Set<string>();
    const charges: Charge[] = [];
    const exclusions = entitlement.limits.filter(({ kind }) => kind === 'exclusion');
    const shut = exclusions.find((limit) => this.roomOf(limit) === 0);
    if (shut !== undefined) return shutOut(entitlement, shut);
    for (const unit of units) {
      const [first, ...caps] = unit.limits;
      const before = first === undefined ? 0 : paidTo(this.history.charged(first.key), entitlement.payee.id);
      let due = Math.max(0, unit.amount - before);
      paidBefore += Math.min(before, unit.amount);
      for (const limit of first === undefined ? caps : [first, ...caps]) {
        const room = limit === first ? this.ownRoom(limit, unit.amount) : this.roomOf(limit);
        if (room >= due) continue;
        if (due > 0 && room < due) cutBy.add(limit.id);
        due = Math.max(0, room);
      }
      if (due === 0) continue;
      amount += due;
      const own = chargesOf(unit.limits, due, unit.amount);
      this.use(own);
      charges.push(...own);
    }
    const benefit = entitlement.limits[0];
    if (amount > 0 && benefit !== undefined) charges.unshift(...chargesOf([benefit, ...exclusions], amount, null));
    const steps = [{ before: entitlement.amount, after: paidBefore + amount, used: paidBefore, times: units.length }];
    return { paidBefore, cutBy: [...cutBy], amount: fen(amount), steps, charges, offset: 0, overpaid: 0 };
  }

  /** What a key has been charged with until now, by history and this run. */
  private standing(limit: LimitUse): { readonly used: Fen; readonly times: number } {
    const { amount, count } = this.history.charged(limit.key);
    const own = this.used.get(limit.key);
    return own === undefined ? { used: amount, times: count } : { used: amount + own.amount, times: count + own.count };
  }

  private roomOf(limit: LimitUse): Fen {
    const { used, times } = this.standing(limit);
    return room(limit, used, times);
  }

  /** Room under a limit's own key for one unit: what is left of its amount, or nothing when it was counted already. */
  private ownRoom(limit: LimitUse, unitAmount: Fen): Fen {
    if (limit.maxCount !== null || limit.maxAmount !== null) return this.roomOf(limit);
    return Math.max(0, unitAmount - this.standing(limit).used);
  }

  /** Puts another settlement in the place of the last one: what that one used up is free again. */
  replaceLast(charges: readonly Charge[]): void {
    for (const [key, used] of this.#before) {
      if (used === undefined) this.used.delete(key);
      else this.used.set(key, used);
    }
    this.#before.clear();
    this.use(charges);
  }

  private use(charges: readonly Charge[]): void {
    for (const { key, amount, count } of charges) {
      const used = this.used.get(key);
      if (!this.#before.has(key)) this.#before.set(key, used === undefined ? undefined : { ...used });
      if (used === undefined) this.used.set(key, { amount, count });
      else {
        used.amount += amount;
        used.count += count;
      }
    }
  }
}

/** The settlement of one payee's benefit; its charges follow from its amount and are told when read. */
class WholeSettlement implements Settlement {
  readonly offset = 0;
  readonly paidBefore: Fen;
  readonly amount: Fen;
  readonly cutBy: readonly string[];
  readonly steps: readonly LimitStep[];
  readonly #entitlement: Entitlement;

  constructor(
    entitlement: Entitlement,
    paidBefore: Fen,
    amount: Fen,
    cutBy: readonly string[],
    steps: readonly LimitStep[],
  ) {
    this.#entitlement = entitlement;
    this.paidBefore = paidBefore;
    this.amount = amount;
    this.cutBy = cutBy;
    this.steps = steps;
  }

  get charges(): readonly Charge[] {
    const { limits, amount } = this.#entitlement;
    return this.amount === 0 ? [] : chargesOf(limits, this.amount, amount);
  }

  get overpaid(): Fen {
    return Math.max(0, this.paidBefore - this.#entitlement.amount);
  }
}

/**
 * Charges of one payment. The benefit's own key is capped by the entitlement itself: the approval check then sees a double
 * payment. A limit on the benefit's own key adds its maximum to that one charge, it does not charge twice.
 */
function chargesOf(limits: readonly LimitUse[], amount: Fen, entitled: Fen | null): Charge[] {
  const charges: Charge[] = [];
  for (const limit of limits) {
    // Paying adds nothing to the benefit that shuts this one out; that it stands at nothing is checked again on approval.
    const adds = limit.kind !== 'exclusion';
    const own: Charge = {
      key: limit.key,
      amount: adds ? amount : 0,
      count: limit.maxCount === null && limit.counted !== true ? 0 : 1,
      maxAmount: limit.kind === 'benefit' ? entitled : limit.maxAmount,
      maxCount: limit.maxCount,
    };
    const at = charges.findIndex(({ key }) => key === own.key);
    const known = charges[at];
    if (known === undefined) charges.push(own);
    else charges[at] = { ...own, ...tighter(known, own) };
  }
  return charges;
}

/** A pool that is only counted, because another reading is chosen, restricts nothing. */
function restricts(limit: LimitUse): boolean {
  return limit.kind !== 'benefit' && (limit.maxAmount !== null || limit.maxCount !== null);
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

/** Nothing is paid to an organisation whose other benefit shuts this one out, whatever its workers or trainees. */
function shutOut(entitlement: Entitlement, limit: LimitUse): Settlement {
  const steps = [{ before: entitlement.amount, after: 0, used: 0, times: 0 }];
  return { paidBefore: 0, cutBy: [limit.id], amount: 0, steps, charges: [], offset: 0, overpaid: 0 };
}

/** What of a key was paid to this payee; what others got for the same unit is a limit, not "paid before". */
function paidTo(charged: Charged, payeeId: string): Fen {
  let total = 0;
  for (const line of charged.lines) if (line.payeeId === payeeId) total += line.charged;
  return total;
}

function room(limit: LimitUse, used: Fen, times: number): Fen {
  if (limit.kind === 'exclusion') return used > 0 || times > 0 ? 0 : Number.MAX_SAFE_INTEGER;
  if (limit.maxCount !== null && times >= limit.maxCount) return 0;
  return limit.maxAmount === null ? Number.MAX_SAFE_INTEGER : Math.max(0, limit.maxAmount - used);
}

const NONE: readonly string[] = [];

/** How a limit stood when the entitlement met it; null where limits are counted for each worker or trainee. */
export function stepAt(entitlement: Entitlement, { steps }: Settlement, limitId: string): LimitStep | null {
  if (entitlement.units !== undefined) return null;
  return steps[entitlement.limits.filter(restricts).findIndex(({ id }) => id === limitId)] ?? null;
}

/** The stages limit … payable of a settlement, told from its numbers; they follow those of the entitlement. */
export function settlementStages(entitlement: Entitlement, settlement: Settlement): Stage[] {
  const { paidBefore, amount, steps, offset } = settlement;
  const due = amount + offset;
  const stage = (name: Stage['stage'], before: Fen, after: Fen, because: string, values: Stage['values']): Stage => {
    return { stage: name, before, after, because, values, clause: entitlement.clause, cells: [] };
  };
  const [first] = steps;
  const limits =
    entitlement.units === undefined
      ? limitStages(entitlement, steps)
      : [stage('limit', first?.before ?? 0, first?.after ?? 0, 'per-unit', { units: entitlement.units.length })];
  const remaining = steps[steps.length - 1]?.after ?? entitlement.amount;
  return [
    ...limits,
    stage('already-paid', remaining, due, 'paid-before', { paid: formatYuan(paidBefore) }),
    ...(offset === 0 ? [] : [stage('already-paid', due, amount, 'clawback-offset', { offset: formatYuan(offset) })]),
    // Every amount is whole 分 from the start, so rounding never changes it; the stage says so.
    stage('rounded', amount, amount, 'whole-fen', {}),
    stage('payable', amount, amount, 'payable', { amount: formatYuan(amount) }),
  ];
}

function limitStages(entitlement: Entitlement, steps: readonly LimitStep[]): Stage[] {
  const limits = entitlement.limits.filter(restricts);
  return limits.flatMap((limit, index): Stage[] => {
    const step = steps[index];
    if (step === undefined) return [];
    return [
      {
        stage: limit.kind === 'pool' ? 'pool' : 'limit',
        before: step.before,
        after: step.after,
        because: limit.id,
        values: {
          used: formatYuan(step.used),
          times: step.times,
          ...(limit.maxAmount === null ? {} : { max: formatYuan(limit.maxAmount) }),
          ...(limit.maxCount === null ? {} : { maxTimes: limit.maxCount }),
        },
        clause: limit.clause,
        cells: [],
      },
    ];
  });
}
