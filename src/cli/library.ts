/**
 * What a program may import: `import { check, run, openLedger } from 'butie'`. The same commands as on the line, with typed
 * results. Nothing is printed; neither environment nor configuration files are read. Every result may get further members
 * in later versions; those described here keep their names and meanings.
 */
import type { z } from 'zod';
import type { Lang } from '../findings/finding.js';
import { COMMANDS } from './commands/index.js';
import { check as checkCommand } from './commands/check.js';
import { batches as batchesCommand } from './commands/batches.js';
import { run as runCommand } from './commands/run.js';
import { show as showCommand } from './commands/show.js';
import { ledger as ledgerCommand } from './commands/ledger.js';
import { asFaults, faultMessage } from './faults/fault-report.js';
import { Fault } from './faults/fault.js';
import type { CommandSpec } from './line/command.js';
import { checkArguments, parseLine } from './line/parse.js';
import { settle } from './line/settings.js';
import { BATCHES, RECEIPT, SHOW } from './schemas/batch.js';
import { CHECK } from './schemas/check.js';
import { recorder } from './terminal/recorder.js';

/** A check: the files as read, every check with its status, every finding with its cell. Schema: `butie schema check`. */
export type CheckResult = z.infer<typeof CHECK>;
/** The receipt of a batch, as in `batch.json`. Schema: `butie schema receipt`. Amounts are yuan with two decimals. */
export type Receipt = z.infer<typeof RECEIPT>;
/** One batch of a ledger. Schema: `butie schema batches`. */
export type BatchSummary = z.infer<typeof BATCHES>[number];
/** A batch with its lines. Schema: `butie schema show`. */
export type BatchDetail = z.infer<typeof SHOW>;

/** What could not be done, with the code that `--format json` gives and a message in the language asked for. */
export class ButieError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ButieError';
    this.code = code;
  }
}

/** How rosters are read. */
export interface RosterOptions {
  /** Files, folders, patterns. */
  readonly files: readonly string[];
  /** Income year of tables without that column. */
  readonly year?: number;
  /** Answers what a column is: header (`表!列名`, `#C`) → field. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Mapping file of `butie map --save`. */
  readonly map?: string;
  /** List of accepted warnings. */
  readonly accepted?: string;
  /** `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** Language of messages; `zh` by default. */
  readonly lang?: Lang;
}

export interface CheckOptions extends RosterOptions {
  /** Id or file of a pack, to try it as well. */
  readonly policy?: string;
}

export interface RunOptions extends RosterOptions {
  readonly policy: string;
  /** Payment month `YYYY-MM`. */
  readonly period: string;
  /** Ledger file; made on first use. */
  readonly ledger: string;
  /** Folder for the output files; without it nothing is written and no draft is kept. */
  readonly out?: string;
  /** Name of the batch; `main` by default. */
  readonly name?: string;
  /** Who makes the batch. */
  readonly by: string;
  readonly readings?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Finds the mistakes in rosters; pays nothing. Throws ButieError when it cannot, a file that cannot be read among them. */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const words = [...rosterWords(options), ...option('policy', options.policy), '--format=json'];
  return CHECK.parse(JSON.parse(await perform(checkCommand, words, options.files, options.lang)));
}

/** Reckons a month: reads, checks, applies the policy, writes the files and keeps the draft. Throws ButieError when it cannot. */
export async function run(options: RunOptions): Promise<Receipt> {
  const { policy, period, ledger, out, name, by, readings = {}, parameters = {} } = options;
  const words = [
    ...rosterWords(options),
    ...option('policy', policy),
    ...option('period', period),
    ...option('ledger', ledger),
    ...(out === undefined ? ['--dry-run'] : option('out', out)),
    ...option('name', name),
    ...option('by', by),
    ...Object.entries(readings).map(([id, choice]) => `--reading=${id}=${choice}`),
    ...Object.entries(parameters).map(([key, value]) => `--set=${key}=${value}`),
    '--format=json',
  ];
  return RECEIPT.parse(JSON.parse(await perform(runCommand, words, options.files, options.lang)));
}

/** A ledger for looking into; nothing is kept open and nothing is changed. */
export interface LedgerReader {
  /** All batches, or those of a month or year. */
  batches(period?: string): Promise<readonly BatchSummary[]>;
  /** One batch with its lines. */
  show(batch: string): Promise<BatchDetail>;
  /** Whether the chain of hashes is whole. */
  verify(): Promise<boolean>;
}

/** Looks into the ledger at `path`. Each method throws ButieError where there is none or it cannot be read. */
export function openLedger(path: string, { lang = 'zh' }: { readonly lang?: Lang } = {}): LedgerReader {
  const own = [`--ledger=${path}`, '--format=json'];
  const verify = ledgerCommand.subcommands?.find(({ name }) => name === 'ledger verify') ?? ledgerCommand;
  return {
    batches: async (period) =>
      BATCHES.parse(JSON.parse(await perform(batchesCommand, [...own, ...option('period', period)], [], lang))),
    show: async (batch) => SHOW.parse(JSON.parse(await perform(showCommand, [...own, '--all'], [batch], lang))),
    verify: async () => (await outcome(verify, own, [], lang)).code === 0,
  };
}

function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`--${name}=${value}`];
}

function rosterWords({ year, columns = {}, map, accepted, asOf }: RosterOptions): string[] {
  return [
    ...option('year', year === undefined ? undefined : String(year)),
    ...Object.entries(columns).map(([header, field]) => `--column=${header}=${field}`),
    ...option('map', map),
    ...option('accepted', accepted),
    ...option('as-of', asOf),
  ];
}

async function perform(
  spec: CommandSpec,
  words: readonly string[],
  positional: readonly string[],
  lang: Lang = 'zh',
): Promise<string> {
  const { code, text, told } = await outcome(spec, words, positional, lang);
  if (code !== 2) return text;
  throw new ButieError('not-done', told);
}

/** Runs a command in this process with everything it says kept. */
async function outcome(
  spec: CommandSpec,
  words: readonly string[],
  positional: readonly string[],
  lang: Lang,
): Promise<{ readonly code: number; readonly text: string; readonly told: string }> {
  const { terminal, text, told } = await recorder(lang);
  try {
    const line = parseLine(spec, [...words, '--', ...positional]);
    checkArguments(spec, line.positional);
    const settings = settle((name) => line.values.text(name), {}, null);
    const { execute } = await spec.load();
    const code = await execute({ spec, commands: COMMANDS, ...line, terminal, settings });
    return { code, text: text(), told: told() };
  } catch (error) {
    const [fault = new Fault('internal', { what: '', how: '' }, { what: '', how: '' })] = asFaults(error);
    throw new ButieError(fault.code, faultMessage(fault, lang), { cause: error });
  }
}
