import { join } from 'node:path';
import { deriveHolds } from '../../batch/run/holding.js';
import type { RunResult } from '../../batch/run/run-result.js';
import { dossierFileName, dossierPage, type DossierPayment } from '../../documents/dossier.js';
import { maskHouseholdId } from '../../documents/model/masked-value.js';
import type { Roster } from '../../domain/roster.js';
import { writeOutputs } from '../../io/output-folder.js';
import { fileExists } from '../../io/text-file.js';
import { writeText } from '../../io/writers/text-writer.js';
import { LINE_STATUS_NAMES, type BatchDetail } from '../../ledger/read/batch-detail.js';
import { openLedger } from '../../ledger/ledger.js';
import { reasonText } from '../../policy/words/reason-words.js';
import { assessInputs } from '../input/assess-inputs.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault, FaultList } from '../faults/fault.js';
import { findingWords } from '../tell/finding-words.js';
import { householdSlices } from '../input/household-slices.js';
import type { Inputs } from '../input/inputs.js';
import { readCommonOptions, required, type CommonOptions } from '../line/options.js';
import { readInputs } from '../input/read-inputs.js';

/** 一户一档: facts as read, what the rules made of them (with a policy), what was paid (with a ledger), what is wrong. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const given = readCommonOptions(invocation);
  const out = required(given.out, '--out', 'dossier');
  const batch = values.text('batch');
  const source = batch === null ? null : showBatch(given.ledger, batch);
  const options = source === null ? given : optionsOf(source, given);
  const files = source === null ? positional : source.inputs.map(({ file }) => file);
  const inputs = await readInputs(files, { ...options, flagsTold: options.policies.length > 0 }, terminal);
  try {
    if (inputs.faults.length > 0) throw new FaultList(inputs.faults);
    if (source !== null) sameFiles(source, inputs);
    const policy = options.policies[0];
    const result = policy === undefined ? null : await assessInputs(inputs, policy, options, 'dossier');
    const asked = source === null ? values.list('household') : positional;
    const wanted = asked.length > 0 ? asked : householdsOf(inputs.roster);
    const pages = pagesOf(wanted, inputs, result, paymentsOf(options.ledger, new Set(wanted)), invocation);
    const names = await writeOutputs(out, async (temporary) => {
      for (const [name, page] of pages) await writeText(join(temporary, name), [page]);
    });
    if (options.format === 'json')
      terminal.print(JSON.stringify({ households: wanted.length, files: names.map((name) => join(out, name)) }));
    else
      terminal.print(
        terminal.pick({
          zh: `已写出 ${names.length} 户到 ${out}（${names[0] ?? ''} 等），用浏览器打开或打印`,
          en: `${names.length} households written to ${out} (${names[0] ?? ''} …)`,
        }),
      );
    return 0;
  } finally {
    terminal.progress.clear();
    await inputs.close();
  }
}

function showBatch(file: string, batch: string): BatchDetail {
  const ledger = openLedger(file, { create: false });
  try {
    return ledger.show(batch);
  } finally {
    ledger.dispose();
  }
}

/** The terms of the batch; what was given on the command line comes first. */
function optionsOf({ head }: BatchDetail, given: CommonOptions): CommonOptions {
  return {
    ...given,
    policies: given.policies.length > 0 ? given.policies : [head.policyId],
    allowDraftPolicy: true,
    period: head.period,
    asOf: head.asOf,
    name: head.name,
    readings: { ...head.readings, ...given.readings },
    parameters: { ...head.parameters, ...given.parameters },
  };
}

/** The facts of a batch are those of its files: another content under the same name would tell another story. */
function sameFiles({ summary, inputs: stored }: BatchDetail, inputs: Inputs): void {
  const changed = inputs.files.filter(({ sha256 }) => !stored.some((one) => one.sha256 === sha256));
  if (changed.length === 0 && stored.length > 0) return;
  const names = changed.map(({ file }) => file).join('、');
  throw new Fault(
    'roster-changed',
    {
      what: `${names} 与批次 ${summary.batchId} 当时用的花名册不同`,
      why: '照改过的花名册写档案，会与已审核的金额对不上',
      how: '找回当时的文件；或直接写花名册：butie dossier 花名册 --household 户编号 --out 文件夹',
    },
    {
      what: `${names} is not the roster that ${summary.batchId} was made from`,
      why: 'pages made from it would not fit the approved amounts',
      how: 'bring back that file, or name the rosters: butie dossier FILES --household ID --out DIR',
    },
  );
}

function householdsOf({ rows }: Roster): string[] {
  const ids = [...rows.住户, ...rows.成员, ...rows.经营].map(({ householdId }) => householdId);
  return [...new Set(ids.filter((id) => id !== null))];
}

/** What the ledger knows of these households, oldest month first. */
function paymentsOf(file: string, households: ReadonlySet<string>): ReadonlyMap<string, readonly DossierPayment[]> {
  const payments = new Map<string, DossierPayment[]>();
  if (!fileExists(file)) return payments;
  const ledger = openLedger(file, { create: false });
  try {
    const batches = ledger.batches().filter(({ state }) => state !== 'void');
    for (const { batchId, period, state } of batches.sort((a, b) => (a.period < b.period ? -1 : 1)))
      for (const { line, status } of ledger.show(batchId).lines) {
        if (line.householdId === null || !households.has(line.householdId)) continue;
        const payment: DossierPayment = {
          period,
          batch: batchId,
          benefit: line.benefit,
          payeeName: line.payee.name,
          amount: line.amount,
          state: state === 'draft' ? '草稿' : LINE_STATUS_NAMES[status],
        };
        payments.set(line.householdId, [...(payments.get(line.householdId) ?? []), payment]);
      }
  } finally {
    ledger.dispose();
  }
  return payments;
}

function pagesOf(
  wanted: readonly string[],
  inputs: Inputs,
  result: RunResult | null,
  payments: ReadonlyMap<string, readonly DossierPayment[]>,
  { terminal }: Invocation,
): Map<string, string> {
  const holds = result === null ? deriveHolds(inputs.roster, inputs.findings) : null;
  const findings =
    result?.findings ??
    inputs.findings.map((finding) => ({ finding, effect: holds?.effectOf(finding) ?? ('paid' as const) }));
  const sliceOf = householdSlices({
    roster: inputs.roster,
    flags: result?.flags ?? [],
    settled: result?.settled ?? [],
    findings,
  });
  const words = findingWords('zh', false);
  const pages = new Map<string, string>();
  const missing: string[] = [];
  for (const [i, householdId] of wanted.entries()) {
    if (i % 200 === 0)
      terminal.progress.show(`${terminal.pick({ zh: '写档案', en: 'writing' })} ${i}/${wanted.length}`);
    const page = dossierPage({
      householdId,
      asOf: inputs.asOf,
      policy: result === null ? null : `${result.pack.name} ${result.pack.document.number}`,
      ...sliceOf(householdId),
      payments: payments.get(householdId) ?? [],
      words,
      stageText: (stage) => reasonText(stage.because, stage.values, 'zh'),
      flagName: (flag) => result?.pack.flags.find(({ id }) => id === flag)?.name ?? flag,
    });
    if (page === null) missing.push(maskHouseholdId(householdId) ?? '');
    else pages.set(freeName(dossierFileName(householdId), pages), page);
  }
  if (missing.length > 0) throw unknownHouseholds(missing);
  return pages;
}

/** Two households whose numbers look the same once masked must not write over each other. */
function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/\.html$/, '');
  let number = 2;
  while (taken.has(`${stem}-${number}.html`)) number++;
  return `${stem}-${number}.html`;
}

function unknownHouseholds(missing: readonly string[]): Fault {
  const list = missing.slice(0, 10).join('、');
  return new Fault(
    'unknown-household',
    { what: `花名册里没有这些户：${list}`, how: '核对户编号；一页也没有写出' },
    { what: `not in the roster: ${list}`, how: 'check the numbers; no page was written' },
  );
}
