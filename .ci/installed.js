/**
 * Packs the project, installs the tarball into an empty folder without development dependencies and runs every command
 * there once: what works in the source tree only would be found out by a user otherwise.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const folder = mkdtempSync(join(tmpdir(), 'butie-installed-'));
try {
  const [packed] = JSON.parse(
    execFileSync(npm, ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { encoding: 'utf8' }),
  );
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const quiet = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline'];
  execFileSync(npm, ['install', ...quiet, `./${packed.filename}`], { cwd: folder, stdio: 'ignore' });
  const installed = join(folder, 'node_modules', 'butie');
  const samples = join(installed, 'samples', 'ningdong-2024-10');
  const roster = readdirSync(samples).map((name) => join(samples, name));
  const pack = ['--policy', 'ningdong-2023-62'];
  const month = [...pack, '--period', '2024-10'];
  const batch = 'ningdong-2023-62.2024-10.main';
  const run = ['run', ...roster, ...month, '--by', '甲', '--fail-on', 'never'];
  /** Command line, and the exit codes that are right for it. */
  const lines = [
    [['--version'], [0]],
    [['--help'], [0]],
    [
      ['check', ...roster, ...pack, '--out', '校验', '--annotate'],
      [0, 1],
    ],
    [['map', roster[0]], [0]],
    [['template', ...pack, '--out', '模板.xlsx'], [0]],
    [
      ['monitor', ...roster, ...month, '--out', '监测'],
      [0, 1],
    ],
    [
      ['monitor', ...roster, ...pack, '--period', '2024-11', '--out', '监测二', '--previous', '监测'],
      [0, 1],
    ],
    [[...run, '--out', '结果'], [0]],
    [['batches'], [0]],
    [['show', batch], [0]],
    [['explain', 'CEL-02'], [0]],
    [['explain', '--batch', batch, 'LX0015'], [0]],
    [['approve', batch, '--by', '乙'], [0]],
    [['stop', batch, '1', '--reason', '试', '--by', '甲'], [0]],
    [
      ['export', batch, '--out', '银行', '--bank', 'csv'],
      [0, 1],
    ],
    [['return', batch, '没有.csv', '--coverage', 'full'], [2]],
    [
      ['reverse', batch, '2', '--reason', '试', '--by', '甲'],
      [0, 2],
    ],
    [
      ['close', batch],
      [0, 1, 2],
    ],
    [
      ['void', batch, '--reason', '试', '--by', '甲'],
      [0, 2],
    ],
    [
      ['reconcile', '--year', '2024', '--out', '对账'],
      [0, 1],
    ],
    [['diff', roster[0], roster[0]], [0]],
    [['report', batch, '--out', '页.html'], [0]],
    [['dossier', '--batch', batch, 'LX0015', '--out', '档案'], [0]],
    [['policy', 'list'], [0]],
    [['policy', 'show', 'litong-2021-7'], [0]],
    [['policy', 'check'], [0]],
    [['policy', 'test', 'litong-2021-7'], [0]],
    [['policy', 'diff', 'litong-2021-7', 'litong-2021-7'], [0]],
    [
      ['policy', 'impact', ...roster, ...month, '--reading', 'cap-period=year'],
      [0, 1],
    ],
    [['policy', 'coverage'], [0]],
    [['policy', 'calendar', '--from', '2024-01-01', '--to', '2024-12-31'], [0]],
    [['policy', 'expiring', '--as-of', '2024-10-31'], [0]],
    [['ledger', 'verify'], [0]],
    [['ledger', 'export', '--out', '台账'], [0]],
    [['config'], [0]],
    [['completions', 'bash'], [0]],
  ];
  let failed = 0;
  for (const [words, codes] of lines) {
    const { status, stderr } = spawnSync(process.execPath, [join(installed, 'bin', 'butie.js'), ...words], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    const crashed = /\n\s+at \S+|ERR_MODULE_NOT_FOUND|Cannot find (module|package)/.test(stderr);
    if (codes.includes(status) && !crashed) continue;
    failed += 1;
    console.error(`butie ${words.join(' ')}\n  exit ${status}, expected ${codes.join(' or ')}\n${stderr}`);
  }
  const imported = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "const { check, run, openLedger } = await import('butie'); if (!check || !run || !openLedger) process.exit(1); await import('butie/dist/cli/main.js').then(() => process.exit(1), () => undefined)",
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (imported.status !== 0) {
    failed += 1;
    console.error(`import … from 'butie'\n${imported.stderr}`);
  }
  const seen = new Set(lines.map(([words]) => words.slice(0, 2).join(' ')));
  const names = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version;
  console.log(
    `installed butie ${names}: ${lines.length + 1 - failed} of ${lines.length + 1} lines (${seen.size} kinds) ran`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
