import type { Payee } from '../domain/charge.js';
import type { Fen } from '../domain/money.js';
import type { BankAccount } from '../domain/roster.js';
import type { Entitlement, EntitlementUnit, LimitUse, Outcome, Stage } from './assessment.js';
import { FactReader, StageWriter, type RunContext } from './fact-reader.js';
import type { FactBook } from './facts/fact.js';
import { evaluateRule } from './kinds/index.js';
import { refuse, type DayRange, type RuleOutcome, type RuleReader, type Tracer } from './kinds/rule-kind.js';
import { pick } from './kinds/rule-parts.js';
import { limitsOf, unitLimitsOf } from './limits.js';
import type { Candidate } from './payees.js';
import type { Benefit } from './schema.js';

/** A rule's outcome with the assumptions it rests on. */
export interface BenefitOutcome extends RuleOutcome {
  /** Codes of assumptions that deserve a warning. */
  readonly remarks: readonly string[];
}

const NO_REMARKS: readonly string[] = [];

/** Works out one benefit for one subject: period, conditions, day first met, then the rule. */
export function evaluateBenefit(
  benefit: Benefit,
  reader: RuleReader,
  context: RunContext,
  trace: Tracer | null,
): BenefitOutcome {
  const refused = refuseByPeriod(context, trace);
  if (refused !== null) return { ...refused, remarks: NO_REMARKS };
  for (const pool of context.pack.pools)
    if (pool.order.includes(benefit.id) && context.parameter(pool.most) === null)
      return { ...refuse(trace, 'undecided', 'no-parameter'), remarks: NO_REMARKS };

  let unknown: string | null = null;
  let no: string | null = null;
  let met: DayRange | null = null;
  let remarks = NO_REMARKS;
  for (const condition of benefit.conditions) {
    const value = reader.yesNo(pick(condition, (id) => context.reading(id)));
    if (value.is === false) no ??= value.why;
    if (value.is === null) unknown ??= value.why;
    if (value.remark !== undefined) remarks = [...remarks, value.remark];
    if (value.met !== undefined && (met === null || value.met.to > met.to)) met = value.met;
  }
  // A certain no comes before an unknown: nobody is sent to ask for what would change nothing.
  if (no !== null) return { ...refuse(trace, 'not-eligible', no), remarks: NO_REMARKS };
  const inside = met === null ? true : context.inWindow(met);
  const days = met === null ? {} : { from: met.from, to: met.to };
  if (inside === false) return { ...refuse(trace, 'outside-window', 'met-outside-window', days), remarks: NO_REMARKS };
  if (unknown !== null) {
    const anyway = evaluateRule(benefit.rule, reader, null);
    if (anyway.outcome === 'not-eligible') return { ...evaluateRule(benefit.rule, reader, trace), remarks: NO_REMARKS };
    return { ...refuse(trace, 'undecided', unknown), remarks: NO_REMARKS };
  }
  if (inside === null) return { ...refuse(trace, 'undecided', 'met-day-unknown', days), remarks: NO_REMARKS };
  if (benefit.conditions.length > 0) trace?.stage('eligible', null, null, 'conditions-met', {});
  return { ...evaluateRule(benefit.rule, reader, trace), remarks };
}

function refuseByPeriod(context: RunContext, trace: Tracer | null): RuleOutcome | null {
  const { period, pack, asOf } = context;
  const { from, to } = pack.window;
  const values = { year: period.year ?? 0, from, to, asOf };
  if (pack.time === 'as-of') {
    return period.position === 'inside' ? null : refuse(trace, 'outside-window', 'as-of-outside-window', values);
  }
  switch (period.position) {
    case 'inside':
      return null;
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

export interface Assessed<Subject> {
  readonly entitlement: Entitlement;
  readonly outcome: BenefitOutcome;
  readonly subject: Subject;
  readonly candidate: Candidate<Subject>;
  readonly context: RunContext;
}

/**
 * An entitlement whose stages and limits are worked out when they are read, by the same code that gave the amount: a run
 * of 300 000 households keeps no traces that nobody reads. Copy it with care: `{...entitlement}` leaves both out.
 */
class ReckonedEntitlement<Subject> implements Entitlement {
  readonly benefitId: string;
  readonly benefit: string;
  readonly payee: Payee;
  readonly idNumber: string | null;
  readonly householdId: string | null;
  readonly township: string | null;
  readonly community: string | null;
  readonly incomeYear: number | null;
  readonly outcome: Outcome;
  readonly amount: Fen;
  readonly account: BankAccount;
  readonly clause: string;
  readonly quote: string;
  readonly shortBy: Fen | null;
  readonly units?: readonly EntitlementUnit[];
  readonly #benefit: Benefit;
  readonly #facts: FactBook<Subject>;
  readonly #subject: Subject;
  readonly #context: RunContext;

  constructor(
    benefit: Benefit,
    facts: FactBook<Subject>,
    candidate: Candidate<Subject>,
    subject: Subject,
    outcome: BenefitOutcome,
    context: RunContext,
  ) {
    const { household } = candidate;
    const { pack, period } = context;
    this.benefitId = benefit.id;
    this.benefit = benefit.name;
    this.payee = candidate.payee;
    this.idNumber = candidate.idNumber;
    this.householdId = household?.id ?? candidate.householdId;
    this.township = household?.row?.township ?? null;
    this.community = household?.row?.community ?? null;
    this.incomeYear = pack.time === 'income-year' || benefit.every !== 'life' ? period.year : null;
    this.outcome = outcome.outcome;
    this.amount = outcome.amount;
    this.account = candidate.account;
    this.clause = context.citation(benefit.clause);
    this.quote = benefit.quote;
    this.shortBy = outcome.shortBy;
    this.#benefit = benefit;
    this.#facts = facts;
    this.#subject = subject;
    this.#context = context;
    if (outcome.units !== undefined)
      this.units = outcome.units.map((unit) => ({
        id: unit.unitId,
        amount: unit.amount,
        limits: unitLimitsOf(pack, benefit, unit, period, context.settings),
      }));
  }

  get stages(): readonly Stage[] {
    const traced = this.#context.traced();
    const writer = new StageWriter(traced, this.#benefit.clause);
    evaluateBenefit(this.#benefit, new FactReader(this.#facts, this.#subject, traced), traced, writer);
    return writer.stages;
  }

  get limits(): readonly LimitUse[] {
    return limitsOf(this.#benefit, this.payee, this.#context);
  }
}

/** The entitlement of one candidate, by the subject that counts best; null when there is nothing it could rest on. */
export function entitlementOf<Subject>(
  benefit: Benefit,
  facts: FactBook<Subject>,
  candidate: Candidate<Subject>,
  context: RunContext,
): Assessed<Subject> | null {
  let best: { subject: Subject; outcome: BenefitOutcome } | null = null;
  for (const subject of candidate.subjects) {
    const outcome = evaluateBenefit(benefit, new FactReader(facts, subject, context), context, null);
    if (best === null || better(outcome, best.outcome)) best = { subject, outcome };
  }
  if (best === null) return null;
  const { subject, outcome } = best;
  const entitlement = new ReckonedEntitlement(benefit, facts, candidate, subject, outcome, context);
  return { entitlement, outcome, subject, candidate, context };
}
