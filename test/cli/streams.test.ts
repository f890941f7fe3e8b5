import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeProgress } from '../../src/cli/progress.js';
import { PLAIN, makePaint } from '../../src/cli/paint.js';
import { cleanUp, onInterrupt } from '../../src/cli/interrupt.js';
import { emptyFolder, SAMPLES } from './butie.js';

const BUTIE = fileURLToPath(new URL('../../bin/butie.js', import.meta.url));
const LINGXIN = join(SAMPLES, '灵新社区花名册.xlsx');

describe('pipes', () => {
  it('a reader that stops early is no fault', () => {
    const line = `"${process.execPath}" "${BUTIE}" map "${LINGXIN}" --cells | head -n 1`;
    const { stdout, stderr, status } = spawnSync('bash', ['-o', 'pipefail', '-c', line], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toHaveProperty('sheet', '住户');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('long output arrives whole', () => {
    const { stdout } = spawnSync(process.execPath, [BUTIE, 'map', LINGXIN, '--cells'], {
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10_000);
    expect(() => lines.forEach((line) => void JSON.parse(line))).not.toThrow();
  });
});

describe('an interruption', () => {
  it('ends with 130 and leaves nothing half written', async () => {
    const folder = emptyFolder();
    const words = [
      'run',
      LINGXIN,
      '--policy',
      'ningdong-2023-62',
      '--period',
      '2024-10',
      '--out',
      'out',
      '--by',
      '张三',
    ];
    const child = spawn(process.execPath, [BUTIE, ...words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    // Late enough for the handler to be there, early enough for the work not to be done.
    await new Promise((resolve) => setTimeout(resolve, 350));
    child.kill('SIGINT');
    const code = await ended;
    // On a fast machine the work may be done before the signal comes; on a slow one the program may not have begun.
    expect([130, 0, 1, null]).toContain(code);
    if (code === 130 || code === null) expect(existsSync(join(folder, 'out', 'batch.json'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('runs every cleanup once, also after one that fails', () => {
    const done: string[] = [];
    onInterrupt(() => done.push('first'));
    onInterrupt(() => {
      throw new Error('busy');
    });
    const forget = onInterrupt(() => done.push('forgotten'));
    onInterrupt(() => done.push('last'));
    forget();
    cleanUp();
    cleanUp();
    expect(done).toEqual(['first', 'last']);
  });
});

describe('progress and colours', () => {
  it('writes over one line, at most ten times a second, and wipes it', () => {
    const written: string[] = [];
    let now = 0;
    const progress = makeProgress(
      (text) => void written.push(text),
      () => now,
    );
    progress.show('读取 1/3');
    now = 50;
    progress.show('读取 2/3');
    now = 150;
    progress.show('读取 3/3');
    progress.clear();
    progress.clear();
    expect(written).toEqual(['\r\u001b[2K读取 1/3', '\r\u001b[2K读取 3/3', '\r\u001b[2K']);
  });

  it('colours only where there is a terminal', async () => {
    expect(PLAIN.error('x')).toBe('x');
    expect((await makePaint(false)).error('x')).toBe('x');
    expect((await makePaint(true)).error('x')).toBe('\u001b[31mx\u001b[39m');
  });
});
