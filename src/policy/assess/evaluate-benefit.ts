import type { Payee } from '../../domain/charge.js';
import type { Fen } from '../../domain/money.js';
import type { BankAccount } from '../../domain/roster.js';
import type { Entitlement, EntitlementUnit, LimitUse, Outcome } from './assessment.js';
import type { Stage } from './stage.js';
import { FactReader, StageWriter, type RunContext } from './fact-reader.js';
import { evaluateMonths } from './monthly.js';
import { formatYuan } from '../../domain/money.js';
import { conditionValue, type ConditionValue } from '../kinds/condition.js';
import type { FactBook } from '../facts/fact.js';
import { evaluateRule } from '../kinds/index.js';
import {
  refuse,
  type ClaimedBy,
  type DayRange,
  type RuleOutcome,
  type RuleReader,
  type RuleUnit,
  type Tracer,
} from '../kinds/rule-kind.js';
import { pick } from '../kinds/rule-parts.js';
import { claimLimitsOf, limitsOf, limitTerms, unitLimitsOf, type LimitOwner, type LimitTerms } from './limits.js';
import type { Candidate } from './payees.js';
import type { HouseholdGroup } from './roster-groups.js';
import type { Benefit } from '../pack/schema.js';

/** A rule's outcome with the assumptions it rests on. */
export interface BenefitOutcome extends RuleOutcome {
  /** Codes of assumptions that deserve a warning; absent when it rests on none. */
  readonly remarks?: readonly string[];
}

/** Works out one benefit for one subject: period, conditions, day first met, then the rule. */
export function evaluateBenefit(
  benefit: Benefit,
  reader: RuleReader,
  context: RunContext,
  trace: Tracer | null,
): BenefitOutcome {
  const refused = refuseByPeriod(context, trace);
  if (refused !== null) return refused;
  for (const pool of context.pack.pools)
    if (pool.order.includes(benefit.id) && context.parameter(pool.most) === null)
      return refuse(trace, 'undecided', 'no-parameter');

  let unknown: ConditionValue | null = null;
  let no: ConditionValue | null = null;
  let met: DayRange | null = null;
  let remarks: string[] | null = null;
  for (const condition of benefit.conditions) {
    const value = conditionValue(
      pick(condition, (id) => context.reading(id)),
      reader,
    );
    if (value.is === false) no ??= value;
    if (value.is === null) unknown ??= value;
    if (value.remark !== undefined) remarks = [...(remarks ?? []), value.remark];
    if (value.met !== undefined && (met === null || value.met.to > met.to)) met = value.met;
  }
  // A certain no comes before an unknown: nobody is sent to ask for what would change nothing.
  if (no !== null) return refuse(trace, 'not-eligible', no.why, no.values ?? {}, no.shortBy ?? null);
  const inside = met === null ? true : context.inWindow(met);
  const days = met === null ? {} : { from: met.from, to: met.to };
  if (inside === false) return refuse(trace, 'outside-window', 'met-outside-window', days);
  if (unknown !== null) {
    const anyway = evaluateRule(benefit.rule, reader, null);
    if (anyway.outcome === 'not-eligible') return evaluateRule(benefit.rule, reader, trace);
    return refuse(trace, 'undecided', unknown.why, unknown.values ?? {});
  }
  if (inside === null) return refuse(trace, 'undecided', 'met-day-unknown', days);
  if (benefit.conditions.length > 0) trace?.stage('eligible', null, null, 'conditions-met', {});
  const outcome = evaluateRule(benefit.rule, reader, trace);
  return remarks === null ? outcome : { ...outcome, remarks };
}

function refuseByPeriod(context: RunContext, trace: Tracer | null): RuleOutcome | null {
  const { period, pack, asOf } = context;
  if (period.position === 'inside') return null;
  const { from, to } = pack.window;
  const values = { year: period.year ?? 0, from, to, asOf };
  if (pack.time === 'as-of') return refuse(trace, 'outside-window', 'as-of-outside-window', values);
  switch (period.position) {
    case 'outside':
      return refuse(trace, 'outside-window', 'year-outside-window', values);
    case 'straddles':
      return refuse(trace, 'undecided', 'year-straddles-window', values);
    case 'unknown':
      return refuse(trace, 'undecided', 'no-income-year', values);
  }
}

/** Which of two outcomes for the same payee counts: the higher payment, then the one that is not yet decided. */
const RANK = { entitled: 3, undecided: 2, 'outside-window': 1, 'not-eligible': 0 } as const;

function better(one: BenefitOutcome, other: BenefitOutcome): boolean {
  if (one.outcome !== other.outcome) return RANK[one.outcome] > RANK[other.outcome];
  return one.amount > other.amount;
}

/** What the evaluation needs of a scope: its facts, and what tells one claim of a payee from another, where all count. */
export interface Evaluated<Subject> {
  readonly facts: FactBook<Subject>;
  claimId?(subject: Subject, target: Benefit['for']): string;
}

/** One benefit in one period: what all its entitlements there have in common. */
export class BenefitTerms<Subject> {
  readonly benefit: Benefit;
  readonly scope: Evaluated<Subject>;
  readonly context: RunContext;
  #limits: readonly LimitTerms[] | undefined;

  constructor(benefit: Benefit, scope: Evaluated<Subject>, context: RunContext) {
    this.benefit = benefit;
    this.scope = scope;
    this.context = context;
  }

  get limits(): readonly LimitTerms[] {
    return (this.#limits ??= limitTerms(this.benefit, this.context));
  }

  /** The benefit for one subject; month by month where it says so. */
  evaluate(subject: Subject, context: RunContext, trace: Tracer | null): BenefitOutcome {
    const { benefit, scope } = this;
    if (benefit.monthly === undefined)
      return evaluateBenefit(benefit, new FactReader(scope.facts, subject, context), context, trace);
    const refused = refuseByPeriod(context, trace);
    if (refused !== null) return refused;
    const onDay = (there: RunContext, reader: RuleReader, told: Tracer | null): BenefitOutcome =>
      evaluateBenefit(benefit, reader, there, told);
    return evaluateMonths(benefit, scope.facts, subject, context, onDay, trace);
  }

  /** What tells one claim of a payee from the others; null where the best subject counts for the payee. */
  claimId(subject: Subject): string | null {
    return this.scope.claimId?.(subject, this.benefit.for) ?? null;
  }
}

/** One subject of a payee with what it brings. */
export interface Claim<Subject> {
  readonly subject: Subject;
  readonly outcome: BenefitOutcome;
}

export interface Assessed<Subject> {
  readonly entitlement: Entitlement;
  readonly outcome: BenefitOutcome;
  readonly subject: Subject;
  /** Every claim of the payee; the one subject that counts best where there is but one. */
  readonly claims: readonly Claim<Subject>[];
  readonly candidate: Candidate<Subject>;
  readonly context: RunContext;
}

/**
 * An entitlement that keeps its outcome and where the rest is to be found: a run of 300 000 households holds two of these
 * a household. Stages and limits are worked out when they are read, by the same code that gave the amount. Copy none of
 * them: `{...entitlement}` leaves out all that is not kept.
 */
class ReckonedEntitlement<Subject> implements Entitlement {
  readonly outcome: Outcome;
  readonly amount: Fen;
  readonly shortBy: Fen | null;
  readonly #terms: BenefitTerms<Subject>;
  readonly #candidate: Candidate<Subject>;
  readonly #claims: readonly Claim<Subject>[];
  readonly #units: readonly RuleUnit[] | undefined;
  readonly #claimed: readonly ClaimedBy[] | undefined;

  constructor(
    terms: BenefitTerms<Subject>,
    candidate: Candidate<Subject>,
    claims: readonly Claim<Subject>[],
    { outcome, amount, shortBy, units, claims: claimed }: BenefitOutcome,
  ) {
    this.outcome = outcome;
    this.amount = amount;
    this.shortBy = shortBy;
    this.#terms = terms;
    this.#candidate = candidate;
    this.#claims = claims;
    this.#units = units;
    this.#claimed = claimed;
  }

  get benefitId(): string {
    return this.#terms.benefit.id;
  }

  get benefit(): string {
    return this.#terms.benefit.name;
  }

  get payee(): Payee {
    return this.#candidate.payee;
  }

  /** Whose limits these are: the payee, and the household for pools that several payees share. */
  get #owner(): LimitOwner {
    return { payee: this.payee, householdId: this.householdId };
  }

  get idNumber(): string | null {
    return this.#candidate.idNumber;
  }

  get householdId(): string | null {
    return this.#candidate.household?.id ?? this.#candidate.householdId;
  }

  get household(): HouseholdGroup | null {
    return this.#candidate.household;
  }

  get township(): string | null {
    return this.#candidate.household?.row?.township ?? null;
  }

  get community(): string | null {
    return this.#candidate.household?.row?.community ?? null;
  }

  get incomeYear(): number | null {
    const { benefit, context } = this.#terms;
    return context.pack.time === 'income-year' || benefit.every !== 'life' ? context.period.year : null;
  }

  get account(): BankAccount {
    return this.#candidate.account;
  }

  get clause(): string {
    return this.#terms.context.citation(this.#terms.benefit.clause);
  }

  get quote(): string {
    return this.#terms.benefit.quote;
  }

  get units(): readonly EntitlementUnit[] | undefined {
    const { benefit, context } = this.#terms;
    return this.#units?.map((unit) => ({
      id: unit.unitId,
      amount: unit.amount,
      limits: unitLimitsOf(benefit, context, unit, this.#owner, this.#terms.limits),
    }));
  }

  get stages(): readonly Stage[] {
    const { benefit, context } = this.#terms;
    const traced = context.traced();
    const writer = new StageWriter(traced, benefit.clause);
    for (const { subject } of this.#claims) this.#terms.evaluate(subject, traced, writer);
    if (this.#claims.length > 1)
      writer.stage('computed', null, this.amount, 'claims-together', {
        claims: this.#claims.filter(({ outcome }) => outcome.outcome === 'entitled').length,
        of: this.#claims.length,
        total: formatYuan(this.amount),
      });
    return writer.stages;
  }

  get limits(): readonly LimitUse[] {
    const limits = limitsOf(this.#terms.limits, this.#owner);
    if (this.#claimed === undefined) return limits;
    return [...limits, ...claimLimitsOf(this.#terms.benefit, this.#terms.context, this.#claimed)];
  }
}

/** The entitlement of one candidate; null when there is nothing it could rest on. */
export function entitlementOf<Subject>(
  terms: BenefitTerms<Subject>,
  candidate: Candidate<Subject>,
): Assessed<Subject> | null {
  const { context, scope } = terms;
  let best: Claim<Subject> | null = null;
  const all: Claim<Subject>[] = [];
  for (const subject of candidate.subjects) {
    const claim = { subject, outcome: terms.evaluate(subject, context, null) };
    if (scope.claimId !== undefined) all.push(claim);
    if (best === null || better(claim.outcome, best.outcome)) best = claim;
  }
  if (best === null) return null;
  const claims = scope.claimId === undefined ? [best] : all;
  const outcome = scope.claimId === undefined ? best.outcome : together(terms, claims, best.outcome);
  const entitlement = new ReckonedEntitlement(terms, candidate, claims, outcome);
  return { entitlement, outcome, subject: best.subject, claims, candidate, context };
}

/** Claims of one payee added up: each that brings something is a unit with limits of its own. */
function together<Subject>(
  terms: BenefitTerms<Subject>,
  claims: readonly Claim<Subject>[],
  best: BenefitOutcome,
): BenefitOutcome {
  if (best.outcome !== 'entitled') return best;
  const seen = new Set<string>();
  const units = claims.flatMap(({ subject, outcome }): RuleUnit[] => {
    const unitId = terms.claimId(subject) ?? '';
    if (outcome.outcome !== 'entitled' || seen.has(unitId)) return [];
    seen.add(unitId);
    return [{ personId: unitId.replace(/@.*$/s, ''), unitId, amount: outcome.amount }];
  });
  const remarks = [...new Set(claims.flatMap(({ outcome }) => outcome.remarks ?? []))];
  const amount = units.reduce((sum, unit) => sum + unit.amount, 0);
  return {
    outcome: 'entitled',
    amount,
    shortBy: null,
    reason: best.reason,
    units,
    ...(remarks.length === 0 ? {} : { remarks }),
  };
}
