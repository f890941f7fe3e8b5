import { sumFen, type Fen } from '../../domain/money.js';
import type { Payee } from '../../domain/charge.js';
import { FindingCollector } from '../../findings/collector.js';
import { assess } from '../../policy/assess/evaluate.js';
import { settleEach } from './settled.js';
import { assessmentRequest, type RunRequest } from './run-request.js';
import { deriveHolds } from './holding.js';

/** What a payee would get for one benefit before and after the change. */
export interface ImpactLine {
  readonly benefitId: string;
  readonly benefit: string;
  readonly payee: Payee;
  readonly householdId: string | null;
  readonly township: string | null;
  readonly community: string | null;
  readonly before: Fen;
  readonly after: Fen;
}

export interface ImpactTotal {
  readonly name: string;
  readonly payees: number;
  readonly difference: Fen;
}

export interface PolicyImpact {
  /** Only payees whose amount changes, in paying order. */
  readonly lines: readonly ImpactLine[];
  readonly totalBefore: Fen;
  readonly totalAfter: Fen;
  readonly byBenefit: readonly ImpactTotal[];
  readonly byCommunity: readonly ImpactTotal[];
}

type Change = Pick<RunRequest, 'readings' | 'parameters'>;

/**
 * What a change of parameters or readings costs on a roster: both are assessed and settled in full, each under the holds
 * of its own findings and the same history. Nothing is stored.
 */
export function policyImpact(base: RunRequest, change: Change): PolicyImpact {
  const before = amounts(base);
  const after = amounts({ ...base, ...change });
  const lines: ImpactLine[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const line = is ?? was;
    if (line === undefined || (was?.after ?? 0) === (is?.after ?? 0)) continue;
    lines.push({ ...line, before: was?.after ?? 0, after: is?.after ?? 0 });
  }
  const total = (list: ReadonlyMap<string, ImpactLine>): Fen => sumFen([...list.values()].map((line) => line.after));
  return {
    lines,
    totalBefore: total(before),
    totalAfter: total(after),
    byBenefit: totals(lines, (line) => line.benefit),
    byCommunity: totals(lines, ({ township, community }) => [township, community].filter(Boolean).join(' ') || '未填'),
  };
}

/** What every payee gets, by benefit, payee and income year; `before` is not yet known. */
function amounts(request: RunRequest): Map<string, ImpactLine> {
  const assessment = assess(assessmentRequest(request, request.readings));
  const collector = new FindingCollector();
  for (const finding of request.findings) collector.findings.push(finding);
  for (const draft of assessment.findings) collector.add(draft);
  const holds = deriveHolds(request.roster, collector.findings);
  const list = new Map<string, ImpactLine>();
  for (const { entitlement, amount } of settleEach(assessment.entitlements, holds, request.history, false)) {
    if (amount === 0) continue;
    const { benefitId, benefit, payee, householdId, township, community, incomeYear } = entitlement;
    const key = `${benefitId}|${payee.kind}:${payee.id}|${incomeYear ?? ''}`;
    const known = list.get(key)?.after ?? 0;
    list.set(key, { benefitId, benefit, payee, householdId, township, community, before: 0, after: known + amount });
  }
  return list;
}

function totals(lines: readonly ImpactLine[], nameOf: (line: ImpactLine) => string): ImpactTotal[] {
  const groups = new Map<string, { payees: Set<string>; difference: Fen }>();
  for (const line of lines) {
    const name = nameOf(line);
    const group = groups.get(name) ?? { payees: new Set<string>(), difference: 0 };
    group.payees.add(`${line.payee.kind}:${line.payee.id}`);
    group.difference += line.after - line.before;
    groups.set(name, group);
  }
  return [...groups].map(([name, { payees, difference }]) => ({ name, payees: payees.size, difference }));
}
