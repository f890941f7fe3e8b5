import { type CheckRun, FindingCollector } from '../../findings/collector.js';
import { settledAlone, type Settled } from '../../batch/run/settled.js';
import { severityByPolicy } from '../../batch/run/severity-by-policy.js';
import { claimFindings } from '../../batch/run/claim-findings.js';
import { assess } from '../../policy/assess/evaluate.js';
import { lineApplied, outcomeFindings } from '../../policy/assess/outcome-findings.js';
import type { Inputs } from './inputs.js';
import { openPack } from './open-pack.js';
import type { CommonOptions } from '../line/options.js';
import { withStages } from './read-inputs.js';

/**
 * The inputs with what the rules of a pack object to (`check --policy`): an income year outside the window, a missing
 * figure, an income below a minimum, a claim that is not the amount by the rules. Nothing is paid and no history is looked at. Without an assessment date nothing is applied, and the statuses say
 * so. Throws Fault for a pack that cannot be used.
 */
export async function applyPolicy(inputs: Inputs, policy: string, options: CommonOptions): Promise<Inputs> {
  const { pack } = await openPack(policy, options);
  const { asOf } = inputs;
  if (asOf === null) return { ...inputs, checkRuns: inputs.checkRuns.map(withoutDay) };
  const collector = new FindingCollector();
  const request = {
    pack,
    roster: inputs.roster,
    asOf,
    period: options.period ?? asOf.slice(0, 7),
    readings: Object.fromEntries(pack.readings.map(({ id, default: usual }) => [id, options.readings[id] ?? usual])),
    parameters: options.parameters,
  };
  const own = severityByPolicy(inputs.findings, inputs.roster, pack, request.readings);
  for (const finding of own) collector.findings.push(finding);
  const assessment = assess(request);
  for (const draft of assessment.findings) collector.add(draft);
  for (const draft of outcomeFindings(request, assessment)) collector.add(draft);
  const settled = settledAlone(assessment, inputs.roster, own);
  claimFindings(inputs.roster, settled, collector);
  const runs = withStages(inputs.checkRuns, ['reader', 'tables', 'rules'], collector.findings, inputs.roster);
  const checkRuns = lineApplied(request, assessment) === true ? runs : runs.map(withoutLine);
  const paid = settled.filter(({ amount }) => amount > 0);
  const payees = (of: readonly Settled[]): number =>
    new Set(of.map(({ entitlement: { payee } }) => `${payee.kind}:${payee.id}`)).size;
  const trial = pack.benefits.length === 0 ? null : { payees: payees(paid), considered: payees(settled), settled };
  return { ...inputs, findings: collector.findings, checkRuns, trial };
}

/** What rules would have looked at could not be, for want of a date. */
function withoutDay(run: CheckRun): CheckRun {
  return run.reason === 'stage:rules' ? { ...run, reason: 'as-of' } : run;
}

/** HHD-09 found nothing, but there was no line to hold the incomes against. */
function withoutLine(run: CheckRun): CheckRun {
  return run.code === 'HHD-09' && run.status === 'passed' ? { ...run, status: 'not-run', reason: 'no-line' } : run;
}
