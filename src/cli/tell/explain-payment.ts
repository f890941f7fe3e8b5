import { basename, dirname, join } from 'node:path';
import { maskId } from '../../domain/masking.js';
import type { TraceLine } from '../../documents/run/trace-lines.js';
import { openWorkbook } from '../../io/readers/index.js';
import { fileExists, readTextIfExists, readTextLines } from '../../io/text-file.js';
import { openLedger } from '../../ledger/ledger.js';
import { displayText } from '../../tables/values/plain-text.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { fateDocument, fateWords, notPaidInLedger, tracesFromLedger, type StoredTrace } from './explain-from-ledger.js';
import { Fault, FaultList } from '../faults/fault.js';
import { readCommonOptions } from '../line/options.js';
import { paymentLines } from './payment-lines.js';

/** Where traces are looked up, and what to say when there is none. */
interface TraceSource {
  readonly traces: (wanted: string) => Promise<StoredTrace[]>;
  readonly missing: (wanted: string) => Fault;
}

/** Explains amounts from the traces that `run` wrote beside its receipt, or from those stored with a batch of the ledger. */
export async function explainPayment(invocation: Invocation, batch: string): Promise<ExitCode> {
  const { positional, values, terminal } = invocation;
  const { traces: lookUp, missing: notFound } = await sourceOf(invocation, batch);
  const missing: Fault[] = [];
  const found: StoredTrace[] = [];
  for (const wanted of positional) {
    const traces = await lookUp(wanted.trim());
    if (traces.length === 0) missing.push(notFound(wanted));
    found.push(...traces);
  }
  const json = values.text('format') === 'json';
  if (json && missing.length === 0)
    terminal.print(JSON.stringify(found.map(({ trace, line }) => ({ ...trace, ...fateDocument(line) }))));
  if (!json && found.length > 0)
    terminal.print(
      found
        .map(({ trace, line }) => paymentLines(trace, terminal.lang, fateWords(line, terminal.lang)).join('\n'))
        .join('\n\n'),
    );
  if (missing.length > 0) throw new FaultList(missing);
  return 0;
}

/** A path is a run's folder; anything else is a batch of the ledger. */
async function sourceOf(invocation: Invocation, batch: string): Promise<TraceSource> {
  const { ledger } = readCommonOptions(invocation);
  const isPath = fileExists(batch) || /[\\/]|\.json$/.test(batch);
  if (!isPath && fileExists(ledger)) return ledgerSource(ledger, batch);
  const folder = await batchFolder(batch);
  if (!fileExists(join(folder, 'trace.jsonl'))) {
    const id = await batchIdOf(folder);
    if (id !== null && fileExists(ledger)) return ledgerSource(ledger, id);
  }
  const persons = await personsOf(folder);
  return {
    traces: async (wanted) =>
      (await tracesOf(join(folder, 'trace.jsonl'), wanted, persons)).map((trace) => ({ trace, line: null })),
    missing: notThere,
  };
}

function ledgerSource(file: string, batch: string): TraceSource {
  return {
    traces: (wanted) => {
      const ledger = openLedger(file, { create: false });
      try {
        return Promise.resolve(tracesFromLedger(ledger, batch, wanted));
      } finally {
        ledger.dispose();
      }
    },
    missing: (wanted) => notPaidInLedger(batch, wanted),
  };
}

/** A reissue writes no traces of its own: they are those of its batch in the ledger. */
async function batchIdOf(folder: string): Promise<string | null> {
  const text = await readTextIfExists(join(folder, 'batch.json'));
  const id = text === null ? null : /"batch_id":\s*"([^"]+)"/.exec(text)?.[1];
  return id ?? null;
}

/** The folder of a run: `out/batch.json`, or `out` itself. */
async function batchFolder(batch: string): Promise<string> {
  const folder = basename(batch) === 'batch.json' ? dirname(batch) : batch;
  const receipt = await readTextIfExists(join(folder, 'batch.json')).catch(() => null);
  if (receipt !== null) return folder;
  throw new Fault(
    'batch-not-found',
    {
      what: `找不到 ${join(folder, 'batch.json')}`,
      how: '--batch 后面写 run 写出的 batch.json，例如 out/batch.json；或台账里的批次号（butie batches 列出）',
    },
    { what: `there is no ${join(folder, 'batch.json')}`, how: 'after --batch give the batch.json that run wrote' },
  );
}

/**
 * Full ID number → payee ids, from payouts.csv: traces are masked, so that a person is found by the only file that holds
 * full numbers. Empty when it is not there.
 */
async function personsOf(folder: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const persons = new Map<string, Set<string>>();
  const path = join(folder, 'payouts.csv');
  if ((await readTextIfExists(path)) === null) return persons;
  const workbook = await openWorkbook(path);
  try {
    let header: string[] | null = null;
    await workbook.sheets[0]?.scan((_, cells) => {
      const texts = Array.from(cells, displayText);
      if (header === null) {
        header = texts;
        return;
      }
      const at = (name: string): string => texts[header?.indexOf(name) ?? -1] ?? '';
      const id = at('id_number').trim();
      if (id === '') return;
      const payees = persons.get(id) ?? new Set<string>();
      payees.add(at('payee_id').trim());
      persons.set(id, payees);
    });
  } finally {
    await workbook.close();
  }
  return persons;
}

/** All traces of a household, person or organisation, in the order of the file. */
async function tracesOf(
  path: string,
  wanted: string,
  persons: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<TraceLine[]> {
  const ids = new Set([wanted, wanted.toUpperCase(), ...(persons.get(wanted.toUpperCase()) ?? [])]);
  const isPerson = /^\d{17}[\dXx]$/.test(wanted);
  if (isPerson) ids.add(maskId(wanted.toUpperCase()));
  const traces: TraceLine[] = [];
  for await (const line of readTextLines(path)) {
    // Parsing is dear: most lines are about somebody else.
    if (![...ids].some((id) => line.includes(id))) continue;
    const trace = JSON.parse(line) as TraceLine;
    if (ids.has(trace.payee_id) || (trace.household_id !== null && ids.has(trace.household_id))) traces.push(trace);
  }
  return traces;
}

function notThere(wanted: string): Fault {
  const shown = /^\d{17}[\dXx]$/.test(wanted) ? maskId(wanted) : wanted;
  return new Fault(
    'not-in-batch',
    {
      what: `这一批里没有「${shown}」：花名册里没有这一户（人、单位），或者整行没有读进来`,
      how: '核对户编号；再看 exceptions.csv 里有没有这一行',
    },
    {
      what: `"${shown}" is not in this batch: it is not in the roster, or its row could not be read`,
      how: 'check the number, and look for its row in exceptions.csv',
    },
  );
}
