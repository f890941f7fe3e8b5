import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash, type Outcome } from './butie.js';
import { account, personId, rowsOf, writeTable } from './made-up.js';

/** What an office sets once (budget, name, phone, remark), and a bank file that somebody changed. */

const folder = emptyFolder();
const BATCH = 'ningdong-2023-62.2024-10.main';

function done(code: number, ...words: readonly string[]): Outcome {
  const outcome = butie(words, { folder });
  expect(looksLikeCrash(outcome), outcome.stdout + outcome.stderr).toBe(false);
  expect([words.join(' '), outcome.code, outcome.code === code ? '' : outcome.stderr]).toEqual([
    words.join(' '),
    code,
    '',
  ]);
  return outcome;
}

function budget(name: string, yuan: string): string {
  writeTable(folder, name, [
    ['项目', '预算金额'],
    ['就业奖补', yuan],
  ]);
  return name;
}

const HEADER = '户编号,户主姓名,户主身份证号,家庭人口数,收入年度,年务工收入,证明材料,开户银行,银行账号'.split(',');
const ROW = ['HH1', '张甲', personId(1), 1, 2023, 11000, '合同', '农业银行', account(1)];

describe('the budget', () => {
  const run = [
    'run',
    '十月.csv',
    '--policy',
    'ningdong-2023-62',
    '--period',
    '2024-10',
    '--out',
    'out',
    '--by',
    '张制表',
  ];

  it('warns at the run: a draft spends nothing yet', () => {
    writeTable(folder, '十月.csv', [HEADER, ROW]);
    const told = done(0, ...run, '--budget', budget('少.csv', '2999.99')).stdout;
    expect(told).toContain('LED-10');
    expect(told).toContain('就业奖补应不超过指标 2999.99 元，现连同本批 3000.00 元共 3000.00 元');
    expect(readFileSync(join(folder, 'out', 'exceptions.csv'), 'utf8')).toContain('warning,LED-10');
    expect(done(0, ...run, '--budget', budget('够.csv', '3000')).stdout).not.toContain('LED-10');
  });

  it('refuses at the approval, and a budget that cannot be read is none to go by', () => {
    const refused = done(2, 'approve', BATCH, '--by', '李审核', '--budget', '少.csv').stderr;
    expect(refused).toContain('就业奖补：指标2999.99元，连同本批共3000.00元');
    writeTable(folder, '坏.csv', [
      ['项目', '预算金额'],
      ['就业奖补', '三千'],
      ['经营奖补', '1'],
    ]);
    expect(done(2, 'approve', BATCH, '--by', '李审核', '--budget', '坏.csv').stderr).toContain('读不出来');
    expect(done(0, 'show', BATCH).stdout).toContain('草稿');
    done(0, 'approve', BATCH, '--by', '李审核', '--budget', '够.csv');
  });
});

/** Bank files of a batch are made once; after that somebody says why they are made again. */
const AGAIN = ['--again', '--reason', '换一种格式'];

/** The bank file of a folder that is not replaced by a later one; the ledger's last entry stands beside it. */
function currentFile(name: string): string {
  const [only = '', ...others] = readdirSync(join(folder, name)).filter(
    (file) => !file.startsWith('作废-') && !file.endsWith('台账末条.json'),
  );
  expect(others).toEqual([]);
  return join(folder, name, only);
}

describe('an office', () => {
  it('sets its name, phone, remark and the bank’s codes once', () => {
    const set = { unitName: '宁东镇财政所', noticePhone: '0951-0000000', bankUnit: 'D001', bankRemark: '奖补' };
    writeFileSync(join(folder, 'butie.config.json'), JSON.stringify({ ...set, bankFormat: 'pipe' }));
    expect(done(0, 'config').stdout).toContain('宁东镇财政所');
    done(0, 'export', BATCH, '--out', 'bank-pipe');
    const [pipe = ''] = readdirSync(join(folder, 'bank-pipe'));
    const text = new TextDecoder('gb18030').decode(readFileSync(join(folder, 'bank-pipe', pipe)));
    expect(text).toMatch(/^\d{8}\|D001\|1\|3000\.00\r\n1\|张甲\|3000\.00\|/);
    done(0, 'export', BATCH, '--out', 'bank', '--bank', 'csv', ...AGAIN);
    const [row] = rowsOf(readFileSync(currentFile('bank'), 'utf8'));
    expect(row?.['摘要']).toBe('奖补');
  });

  it('is told of a bank file that was changed, which is not written over', () => {
    done(0, 'export', BATCH, '--out', 'bank', '--bank', 'csv', ...AGAIN);
    const path = currentFile('bank');
    appendFileSync(path, '2,李乙,6228480000000000000,农业银行,1.00,奖补,\r\n');
    const before = readFileSync(path, 'utf8');
    expect(done(2, 'export', BATCH, '--out', 'bank', '--bank', 'csv', ...AGAIN).stderr).toContain('BNK-09');
    expect(readFileSync(path, 'utf8')).toBe(before);
    done(0, 'export', BATCH, '--out', 'bank2', '--bank', 'csv', ...AGAIN);
  });

  it('reads the name of the policy on the page of a batch', () => {
    done(0, 'report', BATCH, '--out', 'batch.html');
    expect(readFileSync(join(folder, 'batch.html'), 'utf8')).toContain('<title>宁东镇就业创业奖补 2024年10月 批次报告');
  });
});
