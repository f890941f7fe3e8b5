/** Runs the one-file program for Linux as a user would: the demo, the life of a batch in a ledger, a month of monitoring. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve('out/package/butie');
const folder = mkdtempSync(join(tmpdir(), 'butie-one-file-'));
const batch = 'ningdong-2023-62.2024-10.main';
const month = ['--policy', 'ningdong-2023-62', '--period', '2024-10'];
/** Command line, exit code, a file that must be there then. */
const lines = [
  [['--version'], 0],
  [['--help'], 0],
  [['samples', '--out', '样例'], 0, '样例/LICENCES.txt'],
  [
    ['run', '样例/ningdong-2024-10', ...month, '--out', '结果', '--by', '甲', '--fail-on', 'never'],
    0,
    '结果/payout.xlsx',
  ],
  [['explain', '--batch', batch, 'LX0015'], 0],
  [['approve', batch, '--by', '乙'], 0],
  [['export', batch, '--out', '银行', '--bank', 'csv', '--day', '2024-10-20'], 1, '银行'],
  [['show', batch, '--all'], 0],
  [['ledger', 'verify'], 0],
  [['template', '--policy', 'ningdong-2023-62', '--out', '模板.xlsx'], 0, '模板.xlsx'],
  [['monitor', '样例/monitor-2024-10', ...month, '--out', '监测', '--fail-on', 'never'], 0, '监测/monitor.xlsx'],
  [['样例/ningdong-2024-10'], 1, '样例/ningdong-2024-10/灵新社区花名册.校验.xlsx'],
];
let failed = 0;
try {
  writeFileSync(join(folder, 'butie.config.json'), '{"unitName":"试"}');
  for (const [words, code, file] of lines) {
    const { status, stderr } = spawnSync(program, words, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, BUTIE_NO_OPEN: '1' },
      maxBuffer: 64 << 20,
    });
    const isThere = file === undefined || existsSync(join(folder, file));
    if (status === code && isThere) continue;
    failed += 1;
    console.error(`${words.join(' ')}: exit ${status}, expected ${code}${isThere ? '' : `; no ${file}`}\n${stderr}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`one file: ${lines.length - failed} of ${lines.length} command lines ran`);
process.exitCode = failed === 0 ? 0 : 1;
