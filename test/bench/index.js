// All benchmarks, one after the other, each in a process of its own: `npm run bench`. `npm run bench -- small` takes a tenth.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const small = process.argv[2] === 'small';
const scale = (rows) => String(small ? rows / 10 : rows);
const BENCHES = [
  ['help.js'],
  ['read-xlsx.js', scale(1_000_000), 'shared', scale(50_000)],
  ['write-xlsx.js', scale(1_000_000)],
  ['run.js', scale(300_000)],
  ['ledger.js', scale(1_000_000), scale(300_000)],
];

for (const [name, ...words] of BENCHES) {
  console.log(`\n— ${name} ${words.join(' ')}`);
  const script = fileURLToPath(new URL(name, import.meta.url));
  const { status } = spawnSync(process.execPath, ['--max-old-space-size=6000', script, ...words], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
