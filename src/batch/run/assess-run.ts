import type { BatchContent } from '../../domain/batch.js';
import { batchKey } from '../../domain/batch-state.js';
import { contentHash } from '../../domain/content-hash.js';
import type { OffsetEntry } from '../../domain/clawback.js';
import { sumFen, type Fen } from '../../domain/money.js';
import type { Due, PayoutLine } from '../../domain/payout.js';
import { FindingCollector } from '../../findings/collector.js';
import type { Finding } from '../../findings/finding.js';
import type { Entitlement } from '../../policy/assess/assessment.js';
import { basisText } from '../../policy/assess/basis.js';
import { assess } from '../../policy/assess/evaluate.js';
import { acceptancesOf, unusedAcceptances } from './acceptances.js';
import { accountFindings } from './account-findings.js';
import { budgetFindings } from './budget-findings.js';
import { changesSince, type ConsideredPayee } from './changes.js';
import { statusesAfterRun } from './check-statuses.js';
import { claimFindings } from './claim-findings.js';
import { deriveHolds, type Holds } from './holding.js';
import { heldByLedgerFindings } from './held-by-ledger.js';
import { historyFindings } from './history-findings.js';
import { LedgerHolds } from './ledger-holds.js';
import { readingImpacts } from './reading-impact.js';
import type { BenefitTotal, RunCounts, RunResult } from './run-result.js';
import { severityByPolicy } from './severity-by-policy.js';
import type { Settlement } from './settle.js';
import { type RunRequest, assessmentRequest } from './run-request.js';
import { offsetOf, type Settled, settleEach } from './settled.js';

/**
 * The whole run between reading and writing: rules, holding, history, caps, batch. Pure: the same request gives the
 * same result, byte for byte once written (src/CONTRACT.md §4).
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
