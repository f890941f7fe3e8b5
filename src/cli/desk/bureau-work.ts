import { join } from 'node:path';
import { fileExists, readTextLines } from '../../io/text-file.js';
import { openLedger } from '../../ledger/ledger.js';
import { RECEIPT, TRACE } from '../schemas/batch.js';
import type { z } from 'zod';
import { acceptedWords } from './clerk-work.js';
import type { Desk } from './desk.js';
import { type Done, asJson, type Run } from './work.js';

/** A run on a copy of the ledger: everything is reckoned and written, nothing is kept. */
export async function tryMonth(desk: Desk, run: Run): Promise<void> {
  const room = desk.folder.room();
  const copy = join(room, 'trial.db');
  if (fileExists(desk.ledger)) {
    const ledger = openLedger(desk.ledger, { create: false });
    try {
      ledger.copyTo(copy);
    } finally {
      ledger.dispose();
    }
  }
  const folder = join(room, 'trial');
  const words = await runLine(desk, folder);
  const done = await run([...words, `--ledger=${copy}`, '--format=json', `--lang=${desk.lang}`, '--fail-on=never']);
  const receipt = RECEIPT.safeParse(asJson(done.stdout));
  desk.trial = { done: { ...done, words }, receipt: receipt.success ? receipt.data : null, folder };
}

/** The run itself: files into `out`, the draft into the ledger. */
export async function writeMonth(desk: Desk, run: Run, out: string): Promise<Done> {
  const words = [...(await runLine(desk, out)), `--ledger=${desk.ledger}`];
  return { ...(await run([...words, `--lang=${desk.lang}`, '--fail-on=never'])), words };
}

async function runLine(desk: Desk, out: string): Promise<string[]> {
  const { policy, period, name, by } = desk.month;
  const month = [`--policy=${policy}`, `--period=${period}`, `--name=${name === '' ? 'main' : name}`];
  const maker = by === '' ? [] : [`--by=${by}`];
  return [
    'run',
    ...desk.paths(),
    ...month,
    ...maker,
    ...desk.answers(),
    ...(await acceptedWords(desk)),
    `--out=${out}`,
  ];
}

export type Considered = z.infer<typeof TRACE>;

/** Whoever was considered in a trial and fits: `unpaid` only those who get nothing. At most `most`, and how many there are. */
export async function considered(
  folder: string,
  { query, unpaid, most }: { readonly query: string; readonly unpaid: boolean; readonly most: number },
): Promise<{ readonly found: readonly Considered[]; readonly total: number }> {
  const found: Considered[] = [];
  let total = 0;
  for await (const line of readTextLines(join(folder, 'trace.jsonl'))) {
    if (query !== '' && !line.includes(query)) continue;
    const one = TRACE.safeParse(asJson(line));
    if (!one.success || (unpaid && one.data.amount !== '0.00')) continue;
    const { payee_name: name, payee_id: id, household_id: household } = one.data;
    if (query !== '' && ![name, id, household].some((value) => value?.includes(query) === true)) continue;
    total += 1;
    if (found.length < most) found.push(one.data);
  }
  return { found, total };
}
