import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNetworkFileSystem, isUncPath } from '../../src/ledger/store/network-share.js';
import { butie, emptyFolder } from './butie.js';
import { account, personId, writeTable } from './made-up.js';

const PAY = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--fail-on', 'never', '--by', '甲'];
const HEADER =
  '户编号,户主姓名,户主身份证号,乡镇,社区,户类型,搬迁批次,家庭人口数,收入年度,年务工收入,证明材料,开户银行,账户名称,银行账号';

function roster(folder: string, name: string): string {
  mkdirSync(join(folder, 'ins'), { recursive: true });
  const row = [
    'H1',
    '马一',
    personId(1),
    '宁东镇',
    '灵新',
    '易地搬迁户',
    '2016',
    1,
    '2024',
    20000,
    '工资流水',
    '农行',
    '马一',
    account(1),
  ];
  return writeTable(join(folder, 'ins'), name, [HEADER.split(','), row]);
}

describe('an output that would take the place of something else', () => {
  it.each([
    ['run', 'payouts.csv', (file: string) => ['run', file, ...PAY, '--out', 'ins']],
    ['check', 'exceptions.csv', (file: string) => ['check', file, '--out', 'ins', '--fail-on', 'never']],
    ['monitor', 'flags.csv', (file: string) => ['monitor', file, ...PAY.slice(0, 4), '--out', 'ins']],
    ['diff', 'diff.csv', (file: string) => ['diff', file, file, '--out', 'ins']],
    ['dossier', 'H1.html', (file: string) => ['dossier', file, 'H1', '--out', 'ins']],
  ] as const)('%s over its input is refused', (_, name, words) => {
    const folder = emptyFolder();
    const file = roster(folder, name);
    const before = readFileSync(file);
    const { code, stderr } = butie(words(file), { folder });
    if (name === 'H1.html') expect(readFileSync(file).equals(before)).toBe(true);
    else {
      expect(code).toBe(2);
      expect(stderr).toMatch(/输入文件或台账，不能写在它上面/);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(folder, 'ins')).filter((one) => one.startsWith('.'))).toEqual([]);
  });

  it('under another name of the same file too, and the ledger has no draft then', () => {
    const folder = emptyFolder();
    const file = roster(folder, 'roster.csv');
    mkdirSync(join(folder, 'out'));
    renameSync(file, join(folder, 'out', 'payouts.csv'));
    symlinkSync(join(folder, 'out', 'payouts.csv'), file);
    expect(butie(['run', file, ...PAY, '--out', 'out'], { folder }).code).toBe(2);
    expect(butie(['batches', '--format', 'json'], { folder }).stdout).not.toContain('ningdong');
  });

  it('is the ledger: nothing is written over it', () => {
    const folder = emptyFolder();
    const file = roster(folder, 'a.csv');
    const first = butie(['run', file, ...PAY, '--out', '.', '--ledger', 'payouts.csv'], { folder });
    expect(first.code).toBe(2);
    expect(readFileSync(join(folder, 'payouts.csv')).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(butie(['run', file, ...PAY, '--out', 'out', '--ledger', 'books.db'], { folder }).code).toBe(0);
    renameSync(join(folder, 'books.db'), join(folder, 'lines.csv'));
    expect(butie(['ledger', 'export', '--out', '.', '--ledger', 'lines.csv'], { folder }).code).toBe(2);
    expect(butie(['ledger', 'verify', '--ledger', 'lines.csv'], { folder }).code).toBe(0);
  });

  it('leaves every other file of the folder alone', () => {
    const folder = emptyFolder();
    const file = roster(folder, 'mine.csv');
    writeFileSync(join(folder, 'ins', 'payouts.csv'), 'of last month');
    expect(butie(['run', file, ...PAY, '--out', 'ins'], { folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'ins', basename(file)), 'utf8')).toContain('马一');
  });
});

describe('a ledger on a network share', () => {
  it('is told by its path', () => {
    for (const path of [
      '\\\\server\\share\\butie.db',
      '\\\\192.168.1.2\\公共\\台账.db',
      '\\\\?\\UNC\\server\\share\\a.db',
    ])
      expect(isUncPath(path, 'win32'), path).toBe(true);
    expect(isUncPath('//server/share/butie.db', 'win32')).toBe(true);
    for (const path of ['C:\\butie.db', '\\\\?\\C:\\long\\butie.db', 'butie.db', '.\\a\\b.db'])
      expect(isUncPath(path, 'win32'), path).toBe(false);
    expect(isUncPath('//tmp/butie.db', 'linux')).toBe(false);
  });

  it('is told by its kind of file system', () => {
    for (const type of [0x6969, 0x517b, 0xff534d42, 0xff534d42 | 0, 0xfe534d42 | 0])
      expect(isNetworkFileSystem(type), String(type)).toBe(true);
    for (const type of [0xef53, 0x9123683e, 0x58465342, 0x01021994, 0x794c7630])
      expect(isNetworkFileSystem(type)).toBe(false);
  });

  it('is refused with the reason and what to do instead', () => {
    const folder = emptyFolder();
    const file = roster(folder, 'a.csv');
    const { code, stderr } = butie(['run', file, ...PAY, '--out', 'out', '--ledger', '\\\\server\\share\\butie.db'], {
      folder,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/网络共享盘.*\n.*锁不可靠.*\n.*自己的磁盘/);
    expect(readdirSync(folder)).toEqual(['ins']);
  });
});
