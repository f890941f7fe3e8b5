import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makePaint } from '../../src/cli/terminal/paint.js';
import { plainText } from '../../src/cli/terminal/plain-text.js';
import { temporaryName } from '../../src/io/leftovers.js';
import { writeOutputs } from '../../src/io/output-folder.js';
import { butie, emptyFolder, SAMPLES } from './butie.js';

const BUTIE = fileURLToPath(new URL('../../bin/butie.js', import.meta.url));
const LINGXIN = join(SAMPLES, '灵新社区花名册.xlsx');
const RUN = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--fail-on', 'never'];

function shell(line: string, folder: string): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe.skipIf(process.platform !== 'linux')('a stream that takes no more', () => {
  const command = `"${process.execPath}" "${BUTIE}"`;

  it.each([
    ['help', '--help'],
    ['version', '--version'],
    ['a check', `check "${LINGXIN}" --fail-on never`],
    ['JSON', `check "${LINGXIN}" --format json --fail-on never`],
    ['JSON lines', `check "${LINGXIN}" --format jsonl --fail-on never`],
    ['every cell', `map "${LINGXIN}" --cells`],
    ['a list', 'policy list'],
  ])('ends %s with exit code 2 and says so in words', (_, words) => {
    const { code, stderr } = shell(`${command} ${words} > /dev/full`, emptyFolder());
    expect(code).toBe(2);
    expect(stderr).toMatch(/结果没有写全.*ENOSPC/);
    expect(stderr).not.toMatch(/\n\s+at |node:/);
  });

  it('ends with 2 when it is stderr', () => {
    expect(shell(`${command} check "${LINGXIN}" --fail-on never 2> /dev/full`, emptyFolder()).code).toBe(2);
  });

  it('is no fault when the reader has seen enough', () => {
    const line = `set -o pipefail; ${command} policy show ningdong-2023-62 | head -n 1; exit \${PIPESTATUS[0]}`;
    expect(shell(line, emptyFolder())).toMatchObject({ code: 0, stderr: '' });
  });
});

describe.skipIf(process.platform === 'win32')('files with personal data', () => {
  it('are for their owner alone, and so are the folders made for them', () => {
    const folder = emptyFolder();
    const month = 'ningdong-2023-62.2024-10.main';
    for (const words of [
      ['run', LINGXIN, ...RUN, '--out', 'run/deep', '--ledger', 'books/butie.db', '--by', '甲'],
      ['approve', month, '--by', '乙', '--ledger', 'books/butie.db'],
      ['export', month, '--out', 'bank', '--ledger', 'books/butie.db', '--by', '乙'],
      ['check', LINGXIN, '--annotate', '--fix', '--out', 'check', '--fail-on', 'never'],
      ['map', LINGXIN, '--save', 'map.json'],
      ['ledger', 'export', '--out', 'dump', '--ledger', 'books/butie.db'],
      ['template', '--policy', 'ningdong-2023-62', '--out', 'blank.xlsx'],
      ['report', LINGXIN, '--out', 'page.html'],
    ])
      expect(butie(words, { folder }).code, words.join(' ')).toBeLessThan(2);
    const wrong = readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((one) => ({ path: join(one.parentPath, one.name), folder: one.isDirectory() }))
      .filter((one) => (statSync(one.path).mode & 0o777) !== (one.folder ? 0o700 : 0o600));
    expect(wrong).toEqual([]);
  });
});

describe('what a killed process left behind', () => {
  it('goes with the next command that writes there', async () => {
    const folder = emptyFolder();
    const words = ['check', ...Array.from({ length: 8 }, () => LINGXIN), '--out', 'out', '--fail-on', 'never'];
    const child = spawn(process.execPath, [BUTIE, ...words], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const out = join(folder, 'out');
    while (!existsSync(out) || !readdirSync(out).some((name) => name.startsWith('.butie-')))
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(out).filter((name) => name.startsWith('.butie-'))).toHaveLength(1);
    butie(['check', LINGXIN, '--out', 'out'], { folder });
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is moved in where it was complete, and left alone where its process is at work', async () => {
    const out = emptyFolder();
    const dead = temporaryName().replace(`-${process.pid}-`, '-4194304999-');
    const alive = temporaryName();
    mkdirSync(join(out, dead, '.replaced'), { recursive: true });
    writeFileSync(join(out, dead, 'b.csv'), 'new');
    writeFileSync(join(out, dead, '.replaced', 'a.csv'), 'old');
    writeFileSync(join(out, 'a.csv'), 'new');
    mkdirSync(join(out, alive));
    await writeOutputs(out, (temporary) => {
      writeFileSync(join(temporary, 'c.csv'), 'c');
      return Promise.resolve();
    });
    expect(readdirSync(out).sort()).toEqual([alive, 'a.csv', 'b.csv', 'c.csv'].sort());
    expect(readFileSync(join(out, 'a.csv'), 'utf8')).toBe('new');
  });
});

describe('an interruption at once', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s while the program is being loaded ends with 130', async (signal) => {
    const codes: (number | null)[] = [];
    for (let delay = 0; delay < 4; delay++) {
      const child = spawn(process.execPath, ['--import', SIGNAL_READY, BUTIE, 'policy', 'test'], {
        cwd: emptyFolder(),
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
      await new Promise((resolve) => child.stdio[3]?.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, delay * 15));
      child.kill(signal);
      codes.push(await ended);
    }
    expect(codes).toEqual([130, 130, 130, 130]);
  });
});

/** Tells on the fourth stream as soon as somebody listens for signals. */
const SIGNAL_READY = `data:text/javascript,${encodeURIComponent(
  `import fs from 'node:fs'; const once = process.once; process.once = function (name, ...rest) { const done = once.call(this, name, ...rest); if (name === 'SIGTERM') fs.writeSync(3, 'x'); return done; };`,
)}`;

describe('what a terminal would obey', () => {
  const hostile = '\u001B]0;pwn\u0007\u001B[31mRED\u202E倒\u2066\u009B2J\r覆盖\u0000';

  it('is written out instead', () => {
    expect(plainText(hostile)).toBe('\\u001b]0;pwn\\u0007\\u001b[31mRED\\u202e倒\\u2066\\u009b2J\\u000d覆盖\\u0000');
    expect(plainText('两行\r\n和\t列\n·䶮𠮷')).toBe('两行\r\n和\t列\n·䶮𠮷');
  });

  it('never takes the place of our own colours', async () => {
    const paint = await makePaint(true);
    expect(plainText(paint.error(hostile))).toMatch(/^\u001B\[31m[^\u001B]*\u001B\[39m$/);
    expect(plainText(`${hostile}${paint.good('好')}`)).toMatch(/^[^\u001B]*\u001B\[32m好\u001B\[39m$/);
  });

  it('stays the same text inside JSON', () => {
    expect(JSON.parse(plainText(JSON.stringify({ a: hostile })))).toEqual({ a: hostile });
  });

  it('does not come from a header, a file name, a name, a reason or a key of the config', () => {
    const folder = emptyFolder();
    const name = '名\u202E册\u001B[2J.csv';
    writeFileSync(
      join(folder, name),
      `户编号,姓名,身份证号,\u001B]0;pwn\u0007列\u202E倒\n1,张\u001B[5m三,640181198001010119,x\n`,
    );
    writeFileSync(join(folder, 'c.json'), JSON.stringify({ 'la\u001B[31mng\u202E': 'zh' }));
    for (const words of [
      ['check', name],
      ['check', name, '--format', 'json'],
      ['map', name],
      ['map', name, '--cells'],
      ['void', 'x\u001B[1m', '--reason', '错\u202E了', '--by', '\u001B[7m甲', '--ledger', name],
      ['check', name, '--config', 'c.json'],
      ['run', name, '--policy', '\u001B[4mx', '--period', '2024-10', '--out', 'o'],
      ['run', name, '--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'o', '--set', '\u001B[4mx=1'],
    ]) {
      const { stdout, stderr } = butie(words, { folder });
      // biome-ignore format: one range a line
      expect(stdout + stderr, words.join(' ')).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    }
  });
});
