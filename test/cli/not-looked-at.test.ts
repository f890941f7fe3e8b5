import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenChecks } from '../../src/cli/faults/broken-checks.js';
import { butie, emptyFolder } from './butie.js';
import { personId, rowsOf, writeTable } from './made-up.js';

const HOUSEHOLDS = [
  ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '证明材料', '搬迁批次'],
  ['H1', '马志强', personId(1), 1, 2024, 12000, '工资流水', '2012年'],
  ['H2', '李国强', personId(2), 1, 2024, 12000, '工资流水', '2012年'],
];
const LEDGER = ['--ledger', 'l.db'];
const RUN = ['--policy', 'ningdong-2023-62', '--period', '2024-12', '--out', 'out', ...LEDGER, '--by', '甲'];
const BATCH = 'ningdong-2023-62.2024-12.main';

describe('a file of which no table could be used', () => {
  const folder = emptyFolder();
  writeTable(folder, '住户.csv', HOUSEHOLDS);
  writeTable(folder, '别的.csv', [
    ['村名', '得分', '名次'],
    ['某村', 93, 1],
    ['某屯', 91, 2],
  ]);

  it('is an error beside others; the batch is written and not approved', () => {
    const run = butie(['run', '住户.csv', '别的.csv', ...RUN], { folder });
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('审核不了')]);
    const found = rowsOf(readFileSync(join(folder, 'out', 'exceptions.csv'), 'utf8'));
    expect(found.filter(({ severity }) => severity === 'error').map(({ code, file }) => [code, file])).toEqual([
      ['HDR-09', '别的.csv'],
    ]);
    const receipt = JSON.parse(readFileSync(join(folder, 'out', 'batch.json'), 'utf8')) as Record<string, unknown>;
    expect(receipt['unused_inputs']).toEqual(['别的.csv']);
    const refused = butie(['approve', BATCH, ...LEDGER, '--by', '乙'], { folder });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('别的.csv')]);
  });

  it('left out, the same payments can be approved', () => {
    expect(butie(['run', '住户.csv', ...RUN], { folder }).code).toBe(0);
    expect(butie(['approve', BATCH, ...LEDGER, '--by', '乙'], { folder }).code).toBe(0);
    expect(butie(['ledger', 'verify', ...LEDGER], { folder }).code).toBe(0);
  });

  it('given again before the approval, it stands in the way again', () => {
    const again = emptyFolder();
    for (const name of ['住户.csv', '别的.csv']) writeFileSync(join(again, name), readFileSync(join(folder, name)));
    butie(['run', '住户.csv', ...RUN], { folder: again });
    butie(['run', '住户.csv', '别的.csv', ...RUN], { folder: again });
    expect(butie(['approve', BATCH, ...LEDGER, '--by', '乙'], { folder: again }).code).toBe(2);
  });
});

describe('rows of a --compare list that could not be compared', () => {
  const listed = personId(1);
  const lists: readonly (readonly [string, string, string])[] = [
    ['masked', '死亡名单202412.csv', `${listed.slice(0, 6)}********${listed.slice(-4)}`],
    ['masked with other signs', '死亡名单202412.csv', `${listed.slice(0, 10)}××××${listed.slice(-4)}`],
    ['cut short', '死亡名单202412.csv', listed.slice(0, 16)],
    ['known by its columns', '民政提供.csv', `${listed.slice(0, 6)}********${listed.slice(-4)}`],
  ];
  it.each(lists)('are told with the payee they may be: %s', (_what, name, number) => {
    const folder = emptyFolder();
    writeTable(folder, '住户.csv', HOUSEHOLDS);
    writeTable(folder, name, [
      ['姓名', '身份证号', '死亡日期'],
      ['张某某', personId(9), '2024-02-02'],
      ['马志强', number, '2024-03-01'],
      ['合计', '', ''],
    ]);
    expect(butie(['run', '住户.csv', '--compare', name, ...RUN], { folder }).code).toBe(1);
    const found = rowsOf(readFileSync(join(folder, 'out', 'exceptions.csv'), 'utf8'));
    const ours = found.filter(({ code }) => code === 'XSH-14' || code === 'XSH-15');
    expect(ours.map((row) => [row['severity'], row['code'], row['cell'], row['household_id'], row['effect']])).toEqual([
      ['error', 'XSH-14', 'B3', '', 'ignored'],
      ['warning', 'XSH-15', 'C2', 'H1', 'paid'],
    ]);
    const { checks } = JSON.parse(readFileSync(join(folder, 'out', 'batch.json'), 'utf8')) as {
      checks: { code: string; status: string }[];
    };
    expect(checks.find(({ code }) => code === 'XSH-03')?.status).toBe('not-run');
  });

  it('nobody is suspected for a name alone', () => {
    const folder = emptyFolder();
    writeTable(folder, '住户.csv', HOUSEHOLDS);
    writeTable(folder, '死亡名单202412.csv', [
      ['姓名', '身份证号', '死亡日期'],
      ['马志强', '', '2024-03-01'],
      ['李国强', `${personId(8).slice(0, 10)}****${personId(8).slice(-4)}`, '2024-03-01'],
    ]);
    butie(['run', '住户.csv', '--compare', '死亡名单202412.csv', ...RUN], { folder });
    const found = rowsOf(readFileSync(join(folder, 'out', 'exceptions.csv'), 'utf8'));
    expect(found.filter(({ code }) => code?.startsWith('XSH-1')).map(({ code, cell }) => [code, cell])).toEqual([
      ['XSH-14', 'B2'],
      ['XSH-14', 'B3'],
    ]);
  });
});

describe('a check that breaks off', () => {
  it('is a fault: not looked at is not passed', () => {
    const [fault] = brokenChecks([
      { code: 'CEL-02', status: 'failed', found: 0, reason: 'TypeError: x' },
      { code: 'CEL-01', status: 'passed', found: 0, reason: null },
    ]);
    expect(fault?.code).toBe('check-broke-off');
    expect(fault?.text.zh.what).toContain('CEL-02');
  });
});
