import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeProgress } from '../../src/cli/terminal/progress.js';
import { PLAIN, makePaint } from '../../src/cli/terminal/paint.js';
import { plainText } from '../../src/cli/terminal/plain-text.js';
import { cleanUp, holdInterrupt, interrupt, onInterrupt } from '../../src/io/interruption.js';
import { writeOutputs } from '../../src/io/output-folder.js';
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
  it('ends with 130 while files are being written, and leaves nothing half written', async () => {
    const folder = emptyFolder();
    const words = ['check', ...Array.from({ length: 6 }, () => LINGXIN), '--out', 'out'];
    const child = spawn(process.execPath, [BUTIE, ...words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    child.stderr.setEncoding('utf8');
    // The remark about --as-of comes after reading and before checking and writing: the work is under way.
    const talked = new Promise<void>((resolve) => child.stderr.once('data', () => resolve()));
    await talked;
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('waits for files that are being moved in', () => {
    const done: string[] = [];
    const release = holdInterrupt();
    interrupt(() => done.push('stopped'));
    expect(done).toEqual([]);
    release();
    expect(done).toEqual(['stopped']);
    interrupt(() => done.push('at once'));
    expect(done).toEqual(['stopped', 'at once']);
  });

  it('takes the temporary folder along, and puts what was there back into its place', async () => {
    const folder = emptyFolder();
    const out = join(folder, 'out');
    await writeOutputs(out, async (temporary) => {
      writeFileSync(join(temporary, 'a.csv'), 'whole');
      await Promise.resolve();
    });
    await expect(
      writeOutputs(out, async (temporary) => {
        writeFileSync(join(temporary, 'a.csv'), 'half');
        cleanUp();
        expect(existsSync(temporary)).toBe(false);
        await Promise.resolve();
        throw new Error('stopped');
      }),
    ).rejects.toThrow('stopped');
    expect(readFileSync(join(out, 'a.csv'), 'utf8')).toBe('whole');
    expect(readdirSync(out)).toEqual(['a.csv']);
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
    expect(plainText((await makePaint(true)).error('x'))).toBe('\u001b[31mx\u001b[39m');
  });
});
