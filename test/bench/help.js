/**
 * Measures `butie --help` against an empty `node -e 0`, side by side, and prints the ratio of the medians.
 * Run after a build: `node test/bench/help.js`. The aim is 1.5 at most.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROUNDS = 31;
const butie = fileURLToPath(new URL('../../bin/butie.js', import.meta.url));
const cases = { 'node -e 0': ['-e', '0'], 'butie --help': [butie, '--help'], 'butie --version': [butie, '--version'] };

/** @type {Record<string, number[]>} */
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, words] of Object.entries(cases)) {
    const start = process.hrtime.bigint();
    spawnSync(process.execPath, words);
    times[name]?.push(Number(process.hrtime.bigint() - start) / 1e6);
  }

const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const base = median(times['node -e 0'] ?? []);
for (const [name, values] of Object.entries(times))
  console.log(`${name.padEnd(16)} ${median(values).toFixed(1)} ms  ×${(median(values) / base).toFixed(2)}`);
