import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chargeKey } from '../../src/domain/charge.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { POLICY, tempFolder } from './batch-fixture.js';
import { compileLedger, type CompiledLedger } from './compiled-ledger.js';

let compiled: CompiledLedger;
beforeAll(() => {
  compiled = compileLedger('processes');
});
afterAll(() => compiled.remove());

interface Outcome {
  readonly lines: string[];
  readonly errors: string;
  readonly code: number | null;
}

interface Kill {
  readonly after: number;
  /** From the start of the process, or from its first word. */
  readonly from: 'start' | 'work';
}

/** Runs a worker; with `kill` it is killed without warning that many milliseconds after it began. */
function work(args: readonly string[], kill?: Kill): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiled.worker, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    const arm = (from: Kill['from']): void => {
      if (kill?.from === from) timer ??= setTimeout(() => child.kill('SIGKILL'), kill.after);
    };
    arm('start');
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      arm('work');
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ lines: text.split('\n').filter((line) => line !== ''), errors, code });
    });
  });
}

test('processes that approve at once never break a cap together, and lose nothing', async () => {
  const file = path.join(tempFolder(), 'butie.db');
  const outcomes = await Promise.all([1, 2, 3].map((desk) => work(['approve', file, String(desk), '6'])));
  for (const { code, errors } of outcomes) expect([code, errors]).toEqual([0, '']);
  const lines = outcomes.flatMap((outcome) => outcome.lines);
  expect(lines).toHaveLength(18);
  // The pool of each household holds five payments of 1000 yuan; whoever comes later is refused, nobody is lost.
  const approved = lines.filter((line) => line.startsWith('approved '));
  expect(approved).toHaveLength(5);
  expect(lines.filter((line) => line.startsWith('cap-exceeded '))).toHaveLength(13);
  const ledger = openLedger(file, { create: false });
  try {
    expect(ledger.verify()).toMatchObject({ ok: true, batches: 18, lines: 54 });
    expect(
      ledger
        .batches({ state: 'approved' })
        .map(({ batchId }) => `approved ${batchId}`)
        .sort(),
    ).toEqual(approved.sort());
    const history = ledger.history();
    for (const household of ['HH000001', 'HH000002', 'HH000003'])
      expect(history.charged(chargeKey(POLICY, 'bonus-total', 'household', household, 'policy')).amount).toBe(500_000);
  } finally {
    ledger.dispose();
  }
});

/** Kills in every run; hundreds with BUTIE_KILL=n. */
const KILLS = Number(process.env['BUTIE_KILL'] ?? 8);

test(
  'a process killed at any moment leaves the ledger as before or as after a command, never between',
  async () => {
    const folder = tempFolder();
    let file = path.join(folder, 'butie.db');
    const interrupted = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % 4 === 3) {
        // The making of a new ledger, too, is done or not done.
        file = path.join(folder, `${kill}.db`);
        const { errors } = await work(['life', file, '0', '12'], { after: 40 + Math.random() * 120, from: 'start' });
        expect(errors).toBe('');
        const ledger = openLedger(file, { create: true });
        expect(ledger.verify().problems).toEqual([]);
        ledger.dispose();
        continue;
      }
      // Spread over the commands; sizes differ so that short and long transactions are both hit.
      const size = kill % 2 === 0 ? 12 : 400;
      const delay = Math.floor(Math.random() * (size === 12 ? 120 : 600));
      const { lines, errors, code } = await work(['life', file, String(kill * 1000), String(size)], {
        after: delay,
        from: 'work',
      });
      expect([code, errors]).toEqual([null, '']);
      const last = lines.at(-1)?.split(' ') ?? [];
      const possible = last.slice(2).map(Number);
      if (last[0] === 'begin') interrupted.add(last[1] ?? '');
      const ledger = openLedger(file, { create: false });
      try {
        const { entries, problems } = ledger.verify();
        expect(problems).toEqual([]);
        expect(possible, lines.at(-1)).toContain(entries);
      } finally {
        ledger.dispose();
      }
    }
    if (KILLS >= 100) expect(interrupted.size).toBeGreaterThan(4);
  },
  60_000 + KILLS * 10_000,
);
