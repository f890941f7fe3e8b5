import { join } from 'node:path';
import { deriveHolds } from '../../batch/run/holding.js';
import type { RunResult } from '../../batch/run/run-result.js';
import { dossierFileName, dossierPage, type DossierPayment } from '../../documents/dossier.js';
import { maskHouseholdId } from '../../documents/model/masked-value.js';
import type { Roster } from '../../domain/roster.js';
import { writeOutputs } from '../../io/output-folder.js';
import { fileExists } from '../../io/text-file.js';
import { writeText } from '../../io/writers/text-writer.js';
import { openLedger } from '../../ledger/ledger.js';
import { reasonText } from '../../policy/words/reason-words.js';
import { assessInputs } from '../input/assess-inputs.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault, FaultList } from '../faults/fault.js';
import { dossiersOfBatch, freeName, paymentsOf } from '../tell/dossier-from-ledger.js';
import { withLedger } from '../input/with-ledger.js';
import { findingWords } from '../tell/finding-words.js';
import { householdSlices } from '../input/household-slices.js';
import type { Inputs } from '../input/inputs.js';
import { readCommonOptions, required } from '../line/options.js';
import { readInputs } from '../input/read-inputs.js';

/** 一户一档: facts as read, what the rules made of them (with a policy), what was paid (with a ledger), what is wrong. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const options = readCommonOptions(invocation);
  const out = required(options.out, '--out', 'dossier');
  const batch = values.text('batch');
  if (batch !== null)
    return withLedger(invocation, (ledger) => write(dossiersOfBatch(ledger, batch, positional), out, invocation));
  const inputs = await readInputs(positional, { ...options, flagsTold: options.policies.length > 0 }, terminal);
  try {
    if (inputs.faults.length > 0) throw new FaultList(inputs.faults);
    const policy = options.policies[0];
    const result = policy === undefined ? null : await assessInputs(inputs, policy, options, 'dossier');
    const asked = values.list('household');
    const wanted = asked.length > 0 ? asked : householdsOf(inputs.roster);
    const payments = paymentsIn(options.ledger, new Set(wanted));
    return await write(pagesOf(wanted, inputs, result, payments, invocation), out, invocation);
  } finally {
    terminal.progress.clear();
    await inputs.close();
  }
}

/** Writes the pages and says where they are. */
async function write(pages: ReadonlyMap<string, string>, out: string, invocation: Invocation): Promise<ExitCode> {
  const { terminal, values } = invocation;
  const names = await writeOutputs(out, async (temporary) => {
    for (const [name, page] of pages) await writeText(join(temporary, name), [page]);
  });
  if (values.text('format') === 'json')
    terminal.print(JSON.stringify({ households: pages.size, files: names.map((name) => join(out, name)) }));
  else
    terminal.print(
      terminal.pick({
        zh: `已写出 ${names.length} 户到 ${out}（${names[0] ?? ''} 等），用浏览器打开或打印`,
        en: `${names.length} households written to ${out} (${names[0] ?? ''} …)`,
      }),
    );
  return 0;
}

function householdsOf({ rows }: Roster): string[] {
  const ids = [...rows.住户, ...rows.成员, ...rows.经营].map(({ householdId }) => householdId);
  return [...new Set(ids.filter((id) => id !== null))];
}

/** What the ledger, if there is one, knows of these households. */
function paymentsIn(file: string, households: ReadonlySet<string>): ReadonlyMap<string, readonly DossierPayment[]> {
  if (!fileExists(file)) return new Map();
  const ledger = openLedger(file, { create: false });
  try {
    return paymentsOf(ledger, households);
  } finally {
    ledger.dispose();
  }
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

function unknownHouseholds(missing: readonly string[]): Fault {
  const list = missing.slice(0, 10).join('、');
  return new Fault(
    'unknown-household',
    { what: `花名册里没有这些户：${list}`, how: '核对户编号；一页也没有写出' },
    { what: `not in the roster: ${list}`, how: 'check the numbers; no page was written' },
  );
}
