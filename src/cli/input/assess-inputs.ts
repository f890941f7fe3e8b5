import { assessRun } from '../../batch/run/assess-run.js';
import type { RunResult } from '../../batch/run/run-result.js';
import { batchKey } from '../../domain/batch-state.js';
import { EMPTY_HISTORY } from '../../domain/history.js';
import { fileExists } from '../../io/text-file.js';
import { openLedger } from '../../ledger/ledger.js';
import type { Inputs } from './inputs.js';
import { openPack } from './open-pack.js';
import { type CommonOptions, required } from '../line/options.js';

/**
 * What a run of these inputs would come to, with the ledger's history when there is a ledger. Nothing is written and
 * nothing stored. The payment month is `--period`, else that of the assessment date. Throws Fault for an unusable
 * pack, and where neither the command line nor the data give an assessment date.
 */
export async function assessInputs(
  inputs: Inputs,
  policy: string,
  options: CommonOptions,
  command: string,
): Promise<RunResult> {
  const asOf = required(inputs.asOf, '--as-of', command);
  const { pack, sha256 } = await openPack(policy, options);
  const period = options.period ?? asOf.slice(0, 7);
  const ledger = fileExists(options.ledger) ? openLedger(options.ledger, { create: false }) : null;
  try {
    return assessRun({
      pack,
      packHash: sha256,
      roster: inputs.roster,
      asOf,
      period,
      name: options.name,
      readings: Object.fromEntries(pack.readings.map(({ id, default: own }) => [id, options.readings[id] ?? own])),
      parameters: options.parameters,
      findings: inputs.findings,
      checks: inputs.checkRuns,
      history: ledger?.history(batchKey(pack.id, period, options.name)) ?? EMPTY_HISTORY,
      allOrNothing: false,
      inputs: inputs.files,
    });
  } finally {
    ledger?.dispose();
  }
}
