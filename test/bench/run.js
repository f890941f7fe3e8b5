// A whole month of N made-up households: `node test/bench/run.js [households=300000]`. Needs a build.
// The run, then the same run again: the second must write the same payouts and leave the ledger alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRoster } from './make-roster.js';

/** Says the peak memory of the process on its way out. */
const PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+Math.round(process.resourceUsage().maxRSS/1024)))`;

const households = Number(process.argv[2] ?? 300_000);
const butie = fileURLToPath(new URL('../../bin/butie.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'butie-bench-'));
try {
  const files = await makeRoster(folder, households);
  const hashes = ['first', 'again'].map((round) => {
    const out = join(folder, round);
    const words = ['run', ...files, '--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', out];
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', PEAK, butie, ...words, '--ledger', join(folder, 'butie.db'), '--by', 'bench', '-q'],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const peak = /peak (\d+)/.exec(stderr)?.[1] ?? '?';
    console.log(`run, ${households} households, ${round}: ${seconds.toFixed(1)} s, peak ${peak} MB, exit ${status}`);
    return createHash('sha256').update(readFileSync(join(out, 'payouts.csv'))).digest('hex');
  });
  console.log(hashes[0] === hashes[1] ? 'the second run wrote the same payouts' : 'THE SECOND RUN DIFFERS');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
