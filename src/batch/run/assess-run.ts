import type { BatchContent } from '../../domain/batch.js';
import type { BenefitUse, BudgetRow } from '../../domain/budget.js';
import { batchKey } from '../../domain/batch-state.js';
import { contentHash } from '../../domain/content-hash.js';
import type { OffsetEntry } from '../../domain/clawback.js';
import { EMPTY_HISTORY, type History } from '../../domain/history.js';
import { sumFen, type Fen } from '../../domain/money.js';
import type { Due, PayoutLine } from '../../domain/payout.js';
import type { Roster } from '../../domain/roster.js';
import { FindingCollector, type CheckRun } from '../../findings/collector.js';
import type { Finding } from '../../findings/finding.js';
import type { Assessment, Entitlement } from '../../policy/assess/assessment.js';
import type { Stage } from '../../policy/assess/stage.js';
import type { AssessmentRequest } from '../../policy/assess/request.js';
import { basisText } from '../../policy/assess/basis.js';
import { assess } from '../../policy/assess/evaluate.js';
import type { Pack } from '../../policy/pack/pack.js';
import type { AcceptedRow } from '../../tables/accepted-list.js';
import { acceptancesOf, unusedAcceptances } from './acceptances.js';
import { accountFindings } from './account-findings.js';
import { budgetFindings } from './budget-findings.js';
import { changesSince, type ConsideredPayee } from './changes.js';
import { statusesAfterRun } from './check-statuses.js';
import { claimFindings } from './claim-findings.js';
import { ClawbackOffset } from './clawback-offset.js';
import { deriveHolds, type Holds } from './holding.js';
import { heldByLedgerFindings } from './held-by-ledger.js';
import { historyFindings } from './history-findings.js';
import { LedgerHolds } from './ledger-holds.js';
import { readingImpacts } from './reading-impact.js';
import type { BenefitTotal, RunCounts, RunResult, SettledEntitlement } from './run-result.js';
import { severityByPolicy } from './severity-by-policy.js';
import { DUE_AGAIN, DueAgainSettler } from './due-again.js';
import { settlementStages, type Settlement } from './settle.js';

export interface RunRequest {
  readonly pack: Pack;
  readonly packHash: string;
  readonly roster: Roster;
  readonly asOf: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly name: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  /** Findings of reading and checking, in their order. */
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckRun[];
  readonly history: History;
  readonly allOrNothing: boolean;
  /** Keep open clawbacks back from what is due now. */
  readonly offsetClawbacks?: boolean;
  /** What may be spent in the year of the period, and what other batches of that year used, for LED-10. */
  readonly budget?: { readonly rows: readonly BudgetRow[]; readonly uses: readonly BenefitUse[] };
  /** Rows that accept warnings. */
  readonly accepted?: readonly AcceptedRow[];
  /** sha256 of every input file, for FIL-04. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

/**
 * The whole run between reading and writing: rules, holding, history, caps, batch. Pure: the same request gives the
 * same result, byte for byte once written (CONTRACT §4).
 */
export function assessRun(asked: RunRequest): RunResult {
  const { roster: read, pack: policy, readings: chosen } = asked;
  const request = { ...asked, findings: severityByPolicy(asked.findings, read, policy, chosen) };
  // What a rule finds is an outcome, never an error: holds are known before anything is assessed.
  const { accepted = [] } = request;
  const rosterHolds = deriveHolds(request.roster, request.findings, acceptancesOf(accepted));
  const assessment = assess(assessmentRequest(request, request.readings));
  const holds = new LedgerHolds(rosterHolds, assessment.entitlements, request.history);
  const isHeld = holds.holdsSomebody || request.findings.some((finding) => holds.effectOf(finding) === 'held');
  let blocked = request.allOrNothing && isHeld;
  const collector = new FindingCollector();
  for (const finding of request.findings) collector.findings.push(finding);
  for (const draft of assessment.findings) collector.add(draft);

  const settle = (): Settled[] => [
    ...settleEach(assessment.entitlements, holds, request.history, blocked, offsetOf(request)),
  ];
  let settled = settle();
  const again = settled.filter(({ dueAgain }) => dueAgain > 0);
  if (again.length > 0 && request.allOrNothing) {
    blocked = true;
    settled = settle();
  }
  const lines = payoutLines(settled, request);
  const offsets = offsetEntries(settled, request);
  historyFindings(request, settled, collector);
  heldByLedgerFindings(request, settled, again, holds, collector);
  claimFindings(request.roster, settled, collector);
  accountFindings(request.roster, settled, collector);
  const totals = totalsByBenefit(lines);
  budgetFindings(request, totals, collector);
  for (const draft of unusedAcceptances(accepted, collector.findings)) collector.add(draft);

  const result: RunResult = {
    content: buildContent(request, lines, null, offsets),
    pack: request.pack,
    roster: request.roster,
    settled,
    findings: collector.findings.map((finding) => ({ finding, effect: holds.effectOf(finding) })),
    flags: assessment.flags,
    flagsNotRun: assessment.flagsNotRun,
    targets: assessment.targets,
    checks: statusesAfterRun(request.checks, collector.findings, request.roster, request.budget !== undefined),
    changes: changesSince({
      pack: request.pack,
      history: request.history,
      lines,
      offsets,
      considered: consideredOf(settled),
    }),
    impacts: blocked ? [] : readingImpacts(request, holds, settled, assessment.readingsAsked),
    totals,
    counts: countRun(request, collector.findings, lines, holds),
  };
  return result;
}

function* consideredOf(settled: readonly Settled[]): Generator<ConsideredPayee> {
  for (const { entitlement, heldBy } of settled)
    yield {
      payeeKind: entitlement.payee.kind,
      payeeId: entitlement.payee.id,
      benefitId: entitlement.benefitId,
      entitled: entitlement.amount,
      heldBy,
    };
}

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

/** What a line and an offset say alike of the entitlement behind them. */
function dueOf(
  entitlement: Entitlement,
  settlement: Settlement,
  { pack }: RunRequest,
): Omit<Due, 'amount' | 'charges'> {
  return {
    policyId: pack.id,
    benefitId: entitlement.benefitId,
    benefit: entitlement.benefit,
    payee: entitlement.payee,
    idNumber: entitlement.idNumber,
    householdId: entitlement.householdId,
    township: entitlement.township,
    community: entitlement.community,
    incomeYear: entitlement.incomeYear,
    entitlement: entitlement.amount,
    paidBefore: settlement.paidBefore,
    cutBy: settlement.cutBy,
    clause: entitlement.clause,
    basis: basisText(entitlement, settlement),
  };
}

function payoutLines(settled: readonly Settled[], request: RunRequest): PayoutLine[] {
  const lines: PayoutLine[] = [];
  for (const { entitlement, settlement, lineNo } of settled) {
    if (lineNo === null || settlement === null) continue;
    lines.push({
      get charges() {
        return settlement.charges;
      },
      lineNo,
      ...dueOf(entitlement, settlement, request),
      amount: settlement.amount,
      account: entitlement.account,
    });
  }
  return lines;
}

/** Dues that a clawback takes whole: no line of the bank's, but used up all the same. */
function offsetEntries(settled: readonly Settled[], request: RunRequest): OffsetEntry[] {
  const entries: OffsetEntry[] = [];
  for (const { entitlement, settlement } of settled) {
    if (settlement === null || settlement.offset === 0 || settlement.amount > 0) continue;
    entries.push({
      offsetNo: entries.length + 1,
      ...dueOf(entitlement, settlement, request),
      amount: settlement.offset,
      charges: settlement.charges,
    });
  }
  return entries;
}

/** Content of the batch with its hash: lines, offsets, pack hash, readings and parameters; no file names, no times. */
export function buildContent(
  request: Pick<RunRequest, 'pack' | 'packHash' | 'period' | 'name' | 'asOf' | 'readings' | 'parameters'>,
  lines: readonly PayoutLine[],
  reissueOf: string | null = null,
  offsets: readonly OffsetEntry[] = [],
): BatchContent {
  const content = {
    batchId: batchKey(request.pack.id, request.period, request.name),
    policyId: request.pack.id,
    policyVersion: request.pack.version,
    packHash: request.packHash,
    period: request.period,
    name: request.name,
    asOf: request.asOf,
    readings: request.readings,
    parameters: request.parameters,
    lines,
    ...(offsets.length === 0 ? {} : { offsets }),
    total: sumFen(lines.map((line) => line.amount)),
    reissueOf,
  };
  return { ...content, contentHash: contentHash(content) };
}

function totalsByBenefit(lines: readonly PayoutLine[]): BenefitTotal[] {
  const totals = new Map<string, { benefit: string; lines: number; amount: Fen }>();
  for (const line of lines) {
    const total = totals.get(line.benefitId) ?? { benefit: line.benefit, lines: 0, amount: 0 };
    total.lines += 1;
    total.amount += line.amount;
    totals.set(line.benefitId, total);
  }
  return [...totals].map(([benefitId, total]) => ({ benefitId, ...total }));
}

function countRun(
  request: RunRequest,
  findings: readonly Finding[],
  lines: readonly PayoutLine[],
  holds: Holds,
): RunCounts {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    households: new Set(request.roster.rows.住户.map((row) => row.householdId)).size,
    members: request.roster.rows.成员.length,
    paidPayees: new Set(lines.map((line) => `${line.payee.kind}:${line.payee.id}`)).size,
    lines: lines.length,
    heldHouseholds: holds.households.size,
    errors: count('error'),
    warnings: findings.filter((one) => one.severity === 'warning' && holds.effectOf(one) !== 'accepted').length,
    accepted: findings.filter((one) => holds.effectOf(one) === 'accepted').length,
    infos: count('info'),
  };
}

/** What the rules are asked, under a given choice of readings. */
export function assessmentRequest(request: RunRequest, readings: Readonly<Record<string, string>>): AssessmentRequest {
  const { pack, roster, asOf, period, parameters } = request;
  return { pack, roster, asOf, period, readings, parameters };
}
