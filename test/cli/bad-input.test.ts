import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash, type Outcome, SAMPLES } from './butie.js';
import { present } from '../io/shared-inputs.js';

const ENCRYPTED = fileURLToPath(new URL('../../../shared/corners/54-encrypted-agile.xlsx', import.meta.url));
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const HOUSEHOLDS = '户编号,户主姓名,户主身份证号,家庭人口数,收入年度,年务工收入,证明材料\n';
const MEMBERS = '户编号,姓名,身份证号,与户主关系,年务工收入,证明材料\n';

/**
 * Runs `butie run` on one file with this content; the ledger and the output stay in the test's own folder. `words` take
 * the place of the usual options of the same name.
 */
function runOn(
  name: string,
  content: string | Buffer,
  words: readonly [] | readonly [string, string] = [],
): { outcome: Outcome; folder: string } {
  const folder = emptyFolder();
  writeFileSync(join(folder, name), content);
  const usual = new Map([
    ['--policy', 'ningdong-2023-62'],
    ['--period', '2024-10'],
    ['--out', 'out'],
    ['--by', '张三'],
  ]);
  if (words.length === 2) usual.set(...words);
  return { outcome: butie(['run', name, ...[...usual].flat()], { folder }), folder };
}

function expectRefused({ outcome, folder }: { outcome: Outcome; folder: string }, says: RegExp): void {
  expect(outcome.stderr).toMatch(says);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('→');
  expect(looksLikeCrash(outcome)).toBe(false);
  expect(existsSync(join(folder, 'out'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith('.butie'))).toEqual([]);
}

describe('files that cannot be used', () => {
  it('no such file', () => {
    const folder = emptyFolder();
    const words = ['run', '没有.xlsx', '--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'out'];
    expectRefused({ outcome: butie(words, { folder }), folder }, /找不到/);
  });

  it('a folder', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '名册'));
    const words = ['run', '名册', '--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'out'];
    expectRefused({ outcome: butie(words, { folder }), folder }, /文件夹/);
  });

  it('an empty file', () => expectRefused(runOn('住户.xlsx', ''), /空的/));

  it('a picture with the name of a workbook', () => expectRefused(runOn('住户.xlsx', PNG), /图片/));

  it('a workbook cut in half', () => {
    const whole = readFileSync(join(SAMPLES, '灵新社区花名册.xlsx'));
    expectRefused(runOn('住户.xlsx', whole.subarray(0, whole.length / 2)), /不完整|损坏/);
  });

  it('a page larger than is read, with its size and the limit', () => {
    const page = `<html><table><tr><td>户编号</td></tr></table>${' '.repeat(17 << 20)}</html>`;
    expectRefused(runOn('住户.xls', page), /网页有 17\.1 MB，超过了 16 MB/);
  });

  it('a quotation mark that is not paired, with its row', () =>
    expectRefused(runOn('成员.csv', `${MEMBERS}HH1,"张某,3,户主,5,有\nHH2,李某,4,户主,5,有\n`), /第 2 行.*引号/));

  it('bytes that are nothing', () =>
    expectRefused(runOn('住户.xlsx', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256))), /→/));

  it('a workbook with a password', (context) => {
    if (!present(ENCRYPTED)) context.skip('shared/corners is not here');
    const folder = emptyFolder();
    copyFileSync(ENCRYPTED, join(folder, '加密.xlsx'));
    const words = ['run', '加密.xlsx', '--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'out'];
    expectRefused({ outcome: butie(words, { folder }), folder }, /密码/);
  });

  it('the only table lacks a required column: the refusal itself names it', () => {
    const header = HOUSEHOLDS.replace('收入年度,', '');
    expectRefused(runOn('a.csv', `${header}H1,张三,640181199001010010,1,9000,有\n`), /HDR-01.*收入年度/);
  });

  it('a table with two columns of wages', () => {
    const text = `户编号,户主姓名,户主身份证号,家庭人口数,收入年度,年务工收入,年务工收入\nH1,王建国,640181199001010010,1,2023,9000,8000\n`;
    const made = runOn('住户.csv', text);
    expectRefused(made, /没有一张能用的表/);
    const { stdout } = butie(['check', '住户.csv'], { folder: made.folder });
    expect(stdout).toMatch(/HDR-02/);
    expect(stdout).toContain('年务工收入');
  });

  it('a text that is no table', () =>
    expectRefused(runOn('通知.csv', '关于做好工作的通知\n各社区：\n'), /没有一张能用的表/));

  it('goes on telling about the other files, and pays nothing', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '空.csv'), '');
    writeFileSync(join(folder, '住户.csv'), `${HOUSEHOLDS}H1,王建国,640181199001010011,1,2023,9000,有\n`);
    const { code, stdout, stderr } = butie(['check', '空.csv', '住户.csv'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('空.csv');
    expect(stdout).toContain('CEL-02');
  });
});

describe('rows at fault', () => {
  it('an amount 约八千 holds that household, is told by its cell, exit 1, the other is paid', () => {
    const text = `${HOUSEHOLDS}H1,王建国,640181199001010010,1,2023,约八千,有\nH2,李志强,64018119880808004X,1,2023,9000,有\n`;
    const { outcome, folder } = runOn('住户.csv', text);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toMatch(/F2.*约八千/);
    expect(looksLikeCrash(outcome)).toBe(false);
    const payouts = readFileSync(join(folder, 'out', 'payouts.csv'), 'utf8')
      .trim()
      .split('\r\n');
    expect(payouts).toHaveLength(2);
    expect(payouts[1]).toContain(',H2,');
    expect(payouts[1]).toContain(',2000.00,');
  });

  it('a refused sheet is exit 1 when another table was usable', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '住户.csv'), `${HOUSEHOLDS}H1,王建国,640181199001010010,1,2023,9000,有\n`);
    writeFileSync(
      join(folder, '成员.csv'),
      `${MEMBERS.replace('与户主关系', '关系说明')}H1,王建国,640181199001010010,户主,9000,有\n`,
    );
    const { code, stdout } = butie(['check', '住户.csv', '成员.csv'], { folder });
    expect(stdout).toContain('HDR-01');
    expect(code).toBe(1);
  });
});

describe('options that cannot be followed', () => {
  const roster = `${HOUSEHOLDS}H1,王建国,640181199001010010,1,2023,9000,有\n`;

  it('an unknown policy', () =>
    expectRefused(runOn('住户.csv', roster, ['--policy', 'ningdong-2023-63']), /ningdong-2023-62/));
  it('a policy file that is not there', () =>
    expectRefused(runOn('住户.csv', roster, ['--policy', './我的.yaml']), /我的\.yaml/));
  it('a month 2024-13', () => expectRefused(runOn('住户.csv', roster, ['--period', '2024-13']), /2024-13/));
  it('an unknown reading', () =>
    expectRefused(runOn('住户.csv', roster, ['--reading', 'cap-perod=year']), /cap-perod/));
  it('an unknown parameter', () => expectRefused(runOn('住户.csv', roster, ['--set', 'wage-lin=1']), /wage-lin/));
  it('an unknown sheet', () => expectRefused(runOn('住户.csv', roster, ['--sheet', '六月']), /六月/));
  it('a mapping file that is not there', () =>
    expectRefused(runOn('住户.csv', roster, ['--map', 'm.json']), /m\.json/));
  it('a list that is not there', () =>
    expectRefused(runOn('住户.csv', roster, ['--compare', '死亡.csv']), /死亡\.csv/));

  it('one option with two values', () => {
    const { code, stderr } = butie(['check', 'a.csv', '--out', 'a', '--out', 'b']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--out.*a、b/);
  });

  it('an output folder that cannot be written', () => {
    const { outcome, folder } = runOn('住户.csv', roster, ['--out', '住户.csv/结果']);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(/写不到/);
    expect(looksLikeCrash(outcome)).toBe(false);
    expect(readFileSync(join(folder, '住户.csv'), 'utf8')).toBe(roster);
  });

  it('an output folder whose name a file has', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '住户.csv'), roster);
    writeFileSync(join(folder, 'out'), 'mine');
    const { code, stderr } = butie(['check', '住户.csv', '--out', 'out'], { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/写不到 out/);
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('mine');
  });

  it('prints the fault as JSON too, and nothing else on stdout', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '住户.csv'), roster);
    const words = ['run', '住户.csv', '--policy', 'no-such', '--period', '2024-10', '--out', 'o', '--format', 'json'];
    const { code, stdout } = butie(words, { folder });
    expect(code).toBe(2);
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect(error.code).toBe('unknown-policy');
    expect(error.message).toContain('no-such');
  });
});
