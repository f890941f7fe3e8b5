import { protectFile } from '../../io/protected-files.js';
import { assessRun } from '../../batch/run/assess-run.js';
import { peopleOfPaid } from '../../batch/run/household-people.js';
import type { RunResult, SettledEntitlement } from '../../batch/run/run-result.js';
import type { BatchContent } from '../../domain/batch.js';
import { batchKey, type BatchState } from '../../domain/batch-state.js';
import { EMPTY_HISTORY } from '../../domain/history.js';
import { receipt, type OutputFile } from '../../documents/run/receipt.js';
import type { RunDocumentInput } from '../../documents/run/run-document.js';
import { fileExists } from '../../io/text-file.js';
import { refuseOverwriting, writeOutputs } from '../../io/output-folder.js';
import { payeeKeyer } from '../../io/payee-key.js';
import { writeRunFiles } from '../../io/write-run.js';
import { openLedger, type Ledger } from '../../ledger/ledger.js';
import { OutcomePacker } from '../../ledger/store/outcomes.js';
import type { LedgerHead } from '../../ledger/read/ledger-head.js';
import { TracePacker } from '../../ledger/store/traces.js';
import { overrideParameters } from '../../policy/pack/override.js';
import { reasonText } from '../../policy/words/reason-words.js';
import { cellOf } from '../../tables/cell-of.js';
import { cellValues } from '../../tables/cell-value.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { FaultList } from '../faults/fault.js';
import { findingWords } from '../tell/finding-words.js';
import { heldBecause, readingsOf } from '../tell/trace-facts.js';
import { type Inputs, unusedFiles } from '../input/inputs.js';
import { draftRefused } from '../faults/ledger-faults.js';
import { moment } from '../write/moment.js';
import { openPack } from '../input/open-pack.js';
import { readCommonOptions, required, type CommonOptions } from '../line/options.js';
import { previousFindings } from '../input/previous-findings.js';
import { readBudgetFile } from '../input/read-bank-files.js';
import { readInputs } from '../input/read-inputs.js';
import { readOverride } from '../input/read-override.js';
import { officeOf } from '../line/settings.js';
import { tellRun } from '../tell/run-summary.js';
import { countSeverities, failsOn } from '../tell/severity-words.js';
import { VERSION } from '../line/version.js';

/**
 * `butie run`: reads, checks, assesses, settles, writes every file of src/CONTRACT.md §4 and stores the draft. The files move in
 * only after the ledger took the draft; a refusal leaves both as they were.
 */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, values, positional } = invocation;
  const options = readCommonOptions(invocation);
  const policy = required(options.policies[0], '--policy', 'run');
  const period = required(options.period, '--period', 'run');
  const asOf = required(options.asOf, '--as-of', 'run');
  const dryRun = values.on('dry-run');
  const out = dryRun ? null : required(options.out, '--out', 'run');
  const { pack, sha256: packHash } = await openPack(policy, options);
  const figures = await readOverride(values.text('override'), [pack]);
  // What was typed goes before what the file says; both are in the receipt and the content hash.
  const parameters = { ...(figures === null ? {} : overrideParameters(figures, pack.id)), ...options.parameters };

  const inputs = await readInputs(positional, { ...options, asOf, flagsTold: true }, terminal);
  let ledger: Ledger | null = null;
  try {
    if (inputs.faults.length > 0) throw new FaultList(inputs.faults);
    const previous = await previousFindings(inputs.roster, options, terminal);
    if (!dryRun || fileExists(options.ledger)) ledger = openLedger(options.ledger, { create: !dryRun });
    protectFile(options.ledger);
    terminal.progress.show(terminal.pick({ zh: '按条款核算', en: 'applying the clauses' }));
    const budget = options.budget === null ? null : await readBudgetFile(options.budget);
    const batchId = batchKey(pack.id, period, options.name);
    const readings = Object.fromEntries(pack.readings.map(({ id, default: own }) => [id, options.readings[id] ?? own]));
    const result = assessRun({
      pack,
      packHash,
      roster: inputs.roster,
      asOf,
      period,
      name: options.name,
      readings,
      parameters,
      accepted: inputs.accepted,
      findings: [...inputs.findings, ...previous, ...(budget?.findings ?? [])],
      checks: inputs.checkRuns,
      history: ledger?.history(batchId) ?? EMPTY_HISTORY,
      allOrNothing: values.on('all-or-nothing'),
      offsetClawbacks: values.on('offset'),
      ...(budget === null
        ? {}
        : { budget: { rows: budget.rows, uses: ledger?.useOfYear(period.slice(0, 4), batchId) ?? [] } }),
      inputs: inputs.files,
    });
    const state = ledger === null ? 'draft' : stateOf(ledger, result.content);
    const head = ledger?.headWhenMade(result.content.batchId, result.content.contentHash);
    const document = documentInput(invocation, options, inputs, result, state, head);
    let outputs: readonly OutputFile[] = [];
    if (out !== null && ledger !== null) outputs = await writeAndStore(out, document, ledger, options, invocation);
    await tellRun({ invocation, options, inputs, document, outputs, out });
    const counts = countSeverities(
      result.findings.flatMap(({ finding, effect }) => (effect === 'accepted' ? [] : [finding])),
    );
    return failsOn(counts, options.failOn) ? 1 : 0;
  } finally {
    terminal.progress.clear();
    ledger?.dispose();
    await inputs.close();
  }
}

/** State of this very content in the ledger; a new or changed batch is a draft. */
function stateOf(ledger: Ledger, content: BatchContent): BatchState {
  const batch = ledger.batches({ period: content.period }).find(({ batchId }) => batchId === content.batchId);
  return batch === undefined || batch.state === 'void' || batch.contentHash !== content.contentHash
    ? 'draft'
    : batch.state;
}

export function documentInput(
  { terminal, values, settings }: Invocation,
  options: CommonOptions,
  inputs: Inputs,
  result: RunResult,
  state: BatchState,
  head?: LedgerHead,
): RunDocumentInput {
  const { lang, reveal } = terminal;
  return {
    result,
    origin: {
      toolVersion: VERSION,
      state,
      ...(head === undefined ? {} : { ledger: head }),
      inputs: inputs.files,
      unused: unusedFiles(inputs),
      options: {
        all_or_nothing: values.on('all-or-nothing'),
        offset_clawbacks: values.on('offset'),
        compare: inputs.lists.map((list) => list.kind),
        mapping: options.map !== null,
        ...(options.answers.year === null ? {} : { year: String(options.answers.year) }),
        ...(values.list('column').length === 0 ? {} : { columns: values.list('column') }),
        sheets: options.sheets,
      },
      office: officeOf(settings),
    },
    lang,
    reveal,
    words: findingWords(lang, reveal),
    cellText: (use) => {
      const place = cellOf(result.roster, use);
      return place === null ? '' : `${fileName(place.file)} / ${place.sheet}!${place.cell}`;
    },
    cellValue: cellValues(result.roster),
    readingsOf: readingsOf(result),
    heldBecause: heldBecause(result, findingWords(lang, false)),
    stageText: (stage) => reasonText(stage.because, stage.values, lang),
    payeeKey: payeeKeyer(result.content.batchId, result.content.lines),
  };
}

/** Writes the files beside the output folder, stores the draft, then lets the files move in. */
async function writeAndStore(
  out: string,
  document: RunDocumentInput,
  ledger: Ledger,
  options: CommonOptions,
  { terminal }: Invocation,
): Promise<readonly OutputFile[]> {
  let outputs: readonly OutputFile[] = [];
  await writeOutputs(out, async (temporary) => {
    const traces = new TracePacker();
    const outcomes = new OutcomePacker();
    const { settled } = document.result;
    outputs = await writeRunFiles(temporary, document, {
      csvEncoding: options.csvEncoding,
      onPaidTrace: (lineNo, json) => traces.add(lineNo, json),
      onOtherTrace: (at, json) => outcomes.add(idsOf(settled[at]), json),
      onFile: (file) => terminal.progress.show(`${terminal.pick({ zh: '写出', en: 'writing' })} ${file}`),
    });
    const { content } = document.result;
    await refuseOverwriting(temporary, out);
    const outcome = ledger.saveDraft(
      content,
      {
        maker: options.by.name,
        inputs: document.origin.inputs,
        unused: document.origin.unused ?? [],
        receipt: receipt(document, outputs),
        traces: traces.finish(),
        outcomes: outcomes.finish(),
        people: peopleOfPaid(settled),
      },
      moment(),
    );
    if (outcome.result === 'refused') throw draftRefused(content.batchId, outcome);
  });
  return outputs;
}

/** Every number by which somebody may ask for an outcome. */
function idsOf(settled: SettledEntitlement | undefined): string[] {
  if (settled === undefined) return [];
  const { payee, householdId, idNumber } = settled.entitlement;
  return [...new Set([payee.id, householdId, idNumber].filter((id) => id !== null))];
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
