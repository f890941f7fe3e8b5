import type { Assessment, Entitlement, Flag, FlagNotRun, Target } from './assessment.js';
import type { AssessmentRequest } from './request.js';
import { Assumptions } from './assumptions.js';
import { formatCitation } from '../pack/citation.js';
import { BenefitTerms, entitlementOf } from './evaluate-benefit.js';
import { FactReader, RunContext } from './fact-reader.js';
import type { FindingDraft } from '../../findings/collector.js';
import { HOUSEHOLD_FACTS } from '../facts/households.js';
import type { Period } from '../facts/fact.js';
import { flagOf } from './flags.js';
import type { RuleReader } from '../kinds/rule-kind.js';
import { pick } from '../kinds/rule-parts.js';
import { assessmentDay, INCOME_YEAR_READING, incomeYear } from './periods.js';
import { groupsOf, type RosterGroups } from './roster-groups.js';
import { asOfFindings, yearFindings } from './rule-findings.js';
import { untiedFindings } from './row-findings.js';
import { unknownClaims } from './claim-findings.js';
import { scopeOf } from '../scopes/index.js';
import type { Scope } from '../scopes/scope.js';
import type { Benefit, FlagRule } from '../pack/schema.js';
import { Settings } from '../pack/settings.js';
import { byPlace, ofPlaces } from './sub-rosters.js';
import { missingInput, targetOf } from './targets.js';
import { reasonText } from '../words/reason-words.js';

/**
 * Assesses a roster under one pack: what every payee may get for every benefit, before history; flags, targets and
 * findings about rules. Pure; the same request gives the same result in the same order: households as listed, then
 * persons without one, then organisations; benefits in the order of the pack. Readings and parameters must have been
 * checked with settingProblems.
 */
export function assess(request: AssessmentRequest): Assessment {
  return assessObserved(request, null);
}

/** As assess, showing every reader a rule was asked with: for finding out which thresholds the cases stand on. */
export function assessObserved(
  request: AssessmentRequest,
  observe: ((benefit: Benefit, reader: RuleReader) => void) | null,
): Assessment {
  const { pack } = request;
  const run = new AssessmentRun(request, observe);
  const findings = pack.benefits.map((): FindingDraft[] => []);
  const entitlements = [...merge(pack.benefits.map((benefit, index) => run.benefit(benefit, findings[index] ?? null)))];
  return {
    entitlements,
    readingsAsked: run.settings.asked,
    flags: run.flags(),
    flagsNotRun: run.flagsNotRun(),
    targets: run.targets(),
    findings: [...run.periodFindings(), ...findings.flat(), ...run.assumptions.findings(), ...run.untiedFindings()],
  };
}

/**
 * The entitlements of assess alone, one by one as they are asked for: for finding out what another reading would pay
 * without holding a second assessment of a big month in memory.
 */
export function entitlementsOf(request: AssessmentRequest): Iterable<Entitlement> {
  const run = new AssessmentRun(request, null);
  return merge(request.pack.benefits.map((benefit) => run.benefit(benefit, null)));
}

/** An entitlement with its place in paying order. */
interface Placed {
  readonly order: number;
  readonly entitlement: Entitlement;
}

class AssessmentRun {
  readonly assumptions: Assumptions;
  private readonly request: AssessmentRequest;
  readonly settings: Settings;
  /** The same for flags and targets, which pay nothing: what they ask for is not counted as asked. */
  private readonly told: Settings;
  private readonly groups: RosterGroups;
  private readonly byYear = new Map<number | null, Period>();
  private readonly observe: ((benefit: Benefit, reader: RuleReader) => void) | null;

  constructor(request: AssessmentRequest, observe: ((benefit: Benefit, reader: RuleReader) => void) | null) {
    this.request = request;
    this.observe = observe;
    this.settings = new Settings(request.pack, request.readings, request.parameters);
    this.told = new Settings(request.pack, request.readings, request.parameters);
    this.groups = groupsOf(request.roster);
    this.assumptions = new Assumptions(request.roster);
  }

  /** Entitlements to one benefit in paying order; what its outcomes give rise to goes into `findings`, if asked for. */
  benefit(benefit: Benefit, findings: FindingDraft[] | null): Iterator<Placed> {
    return this.collect(benefit, scopeOf(benefit.for.each), findings);
  }

  private *collect<Subject>(
    benefit: Benefit,
    scope: Scope<Subject>,
    findings: FindingDraft[] | null,
  ): Generator<Placed> {
    const asksWindow = pick(benefit.metInWindow, (id) => this.settings.reading(id));
    const byYear = new Map<number | null, BenefitTerms<Subject>>();
    for (const candidate of scope.candidates(this.groups, benefit.for)) {
      const year = this.request.pack.time === 'income-year' ? (candidate.household?.row?.incomeYear ?? null) : null;
      let terms = byYear.get(year);
      if (terms === undefined) {
        terms = new BenefitTerms(benefit, scope, this.context(this.periodOf(year), asksWindow));
        byYear.set(year, terms);
      }
      if (this.observe !== null)
        for (const subject of candidate.subjects)
          this.observe(benefit, new FactReader(scope.facts, subject, terms.context));
      const assessed = entitlementOf(terms, candidate);
      if (assessed === null) continue;
      if (findings !== null) {
        findings.push(...scope.findings(assessed, benefit));
        const place = assessed.outcome.remarks === undefined ? null : scope.named(assessed.subject);
        if (place !== null) this.assumptions.add(assessed, place[0], [place[1], place[2]]);
      }
      yield { order: candidate.order, entitlement: assessed.entitlement };
    }
  }

  private context(period: Period, asksWindow: boolean, settings = this.settings): RunContext {
    const { pack, asOf } = this.request;
    return new RunContext(pack, asOf, period, this.groups, settings, asksWindow);
  }

  /** The period of a household's income year, or the assessment day where the pack goes by that. */
  private periodOf(year: number | null): Period {
    const { pack, asOf } = this.request;
    let period = this.byYear.get(year);
    if (period === undefined) {
      period =
        pack.time === 'as-of'
          ? assessmentDay(pack, asOf)
          : incomeYear(pack, year, this.settings.reading(INCOME_YEAR_READING));
      this.byYear.set(year, period);
    }
    return period;
  }

  periodFindings(): FindingDraft[] {
    const { pack, asOf } = this.request;
    if (pack.time === 'as-of') return asOfFindings(pack, asOf, this.periodOf(null));
    const findings: FindingDraft[] = [];
    for (const household of this.groups.households.values()) {
      const period = this.periodOf(household.row?.incomeYear ?? null);
      findings.push(...yearFindings(pack, household, period, asOf, this.groups));
    }
    return findings;
  }

  /** Rows that no payee of the pack's benefits could be found for. */
  untiedFindings(): FindingDraft[] {
    const { pack } = this.request;
    return [...untiedFindings(pack, this.groups), ...unknownClaims(pack, this.groups)];
  }

  flags(): Flag[] {
    const { pack, asOf } = this.request;
    if (pack.flags.length === 0) return [];
    const today = this.context(assessmentDay(pack, asOf), false, this.told);
    const rules = pack.flags.filter((rule) => this.cannotRun(rule) === null);
    const contexts = new Map<number | null, RunContext>();
    const flags: Flag[] = [];
    for (const household of this.groups.households.values()) {
      const year = household.row?.incomeYear ?? null;
      let context = contexts.get(year);
      if (context === undefined) {
        context = this.context(this.flagPeriod(year), false, this.told);
        contexts.set(year, context);
      }
      for (const rule of rules) {
        const flag = flagOf(rule, household, rule.kind === 'condition' ? today : context);
        if (flag !== null) flags.push(flag);
      }
    }
    return flags;
  }

  targets(): Target[] {
    const { pack, asOf, naming = false } = this.request;
    const today = this.context(assessmentDay(pack, asOf), true, this.told);
    return pack.targets.flatMap((rule) => {
      const parts = rule.by === undefined ? [] : byPlace(this.request.roster, rule.by);
      if (rule.places !== undefined) parts.push(...ofPlaces(this.request.roster, today.list(rule.places)));
      const whole = targetOf(rule, today, { naming });
      // Who stands in the way is named once: under the whole, and under its places only where the whole is met.
      const placed = naming && whole.subjects.length === 0;
      return [
        whole,
        ...parts.map(({ name, roster }) => {
          const there = new RunContext(pack, asOf, today.period, groupsOf(roster), this.told, true);
          return targetOf(rule, there, { place: name, naming: placed });
        }),
      ];
    });
  }

  /** The income year of a household as a calendar year where the pack itself goes by the assessment date. */
  private flagPeriod(year: number | null): Period {
    const { pack } = this.request;
    return pack.time === 'as-of' ? incomeYear(pack, year, 'calendar') : this.periodOf(year);
  }

  /** Flags that were not looked at, and why. */
  flagsNotRun(): FlagNotRun[] {
    const { pack } = this.request;
    return pack.flags.flatMap((rule) => {
      const reason = this.cannotRun(rule);
      return reason === null ? [] : [{ flag: rule.id, clause: formatCitation(pack, rule.clause), reason }];
    });
  }

  private cannotRun(rule: FlagRule): string | null {
    const { pack, asOf } = this.request;
    if (pack.time === 'as-of' && assessmentDay(pack, asOf).position === 'outside')
      return reasonText('as-of-outside-window', { asOf, from: pack.window.from, to: pack.window.to }, 'zh');
    const names = rule.kind === 'condition' ? [rule.when] : rule.kind === 'below-line' ? [rule.unless ?? ''] : [];
    for (const name of names) {
      const fact = HOUSEHOLD_FACTS.yesNo.get(name);
      if (fact === undefined || (fact.tables === undefined && fact.columns === undefined)) continue;
      const missing = missingInput({ tables: fact.tables ?? [], columns: fact.columns ?? [] }, this.request.roster);
      if (missing !== null) return `没有提供${missing}`;
    }
    if (rule.kind !== 'suggested-class' && !(rule.kind === 'below-line' && rule.onlyWithLine === true)) return null;
    const years = new Set([...this.groups.households.values()].map(({ row }) => row?.incomeYear ?? null));
    const given = [...years].some((year) => this.settings.parameter(rule.line, this.flagPeriod(year)) !== null);
    return given ? null : `没有给出${this.request.pack.parameters[rule.line]?.name ?? rule.line}，请用参数给出`;
  }
}

/** Merges the entitlements of the benefits, each already in paying order, keeping benefit order among equals. */
function* merge(benefits: readonly Iterator<Placed>[]): Generator<Entitlement> {
  const next = benefits.map((entitlements) => entitlements.next());
  for (;;) {
    let best = -1;
    let order = Number.POSITIVE_INFINITY;
    for (const [i, placed] of next.entries()) {
      if (placed.done !== true && placed.value.order < order) {
        best = i;
        order = placed.value.order;
      }
    }
    const entitlements = benefits[best];
    if (entitlements === undefined) return;
    // All of this benefit at this place (several members of one household), then the next benefit.
    let placed = next[best];
    for (; placed?.done === false && placed.value.order === order; placed = entitlements.next())
      yield placed.value.entitlement;
    if (placed !== undefined) next[best] = placed;
  }
}
