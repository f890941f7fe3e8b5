import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';
import { personId, rowsOf, writeTable } from './made-up.js';

/**
 * Outcomes of a policy told as findings by `check`, which has nothing else to tell them with, and by `run` in its flags, trace and
 * payouts: one thing is said once.
 */
const NINGDONG = ['--policy', 'ningdong-2023-62'];

interface Document {
  readonly findings: readonly { code: string; severity: string; household_id: string | null; message: string }[];
  readonly checks: readonly { code: string; status: string; reason: string | null }[];
}

let folder = '';
const files = ['住户.csv', '成员.csv', '经营.csv'];

/**
 * H1 works and trades beyond the cap of 5000; H2 is below the line and out of work; H3 says nothing of employment; H4 claims
 * what the rules give.
 */
beforeAll(() => {
  folder = emptyFolder();
  const household = (n: number, size: number, wages: number, claim: number | string) =>
    [`H${n}`, '张三', personId(n), size, 2023, wages, '有', claim] as const;
  writeTable(folder, '住户.csv', [
    ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '证明材料', '申报金额'],
    household(1, 1, 17000, 8000),
    household(2, 1, 7000, 2000),
    household(3, 1, 9000, ''),
    household(4, 1, 8000, 2000),
  ]);
  const member = (n: number, status: string, wages: number) =>
    [`H${n}`, '张三', personId(n), '户主', status, wages, '有'] as const;
  writeTable(folder, '成员.csv', [
    ['户编号', '姓名', '身份证号', '与户主关系', '就业状态', '年务工收入', '证明材料'],
    member(1, '务工', 17000),
    member(2, '失业', 7000),
    member(3, '', 9000),
    member(4, '务工', 8000),
  ]);
  writeTable(folder, '经营.csv', [
    ['户编号', '经营者姓名', '经营者身份证号', '主体类型', '登记日期', '经营状态', '年经营收入', '证明材料'],
    ['H1', '张三', personId(1), '个体工商户', '2020-01-01', '正常', 9000, '有'],
  ]);
});

function check(words: readonly string[] = []): Document {
  const { stdout } = butie(['check', ...files, ...words, '--format', 'json'], { folder });
  return JSON.parse(stdout) as Document;
}

const OUTCOMES = ['ROW-09', 'ROW-10', 'HHD-09', 'HHD-11', 'HHD-12', 'HHD-14', 'LED-02'];
const told = (findings: readonly { code: string; household_id: string | null }[]): string[] =>
  findings
    .filter(({ code }) => OUTCOMES.includes(code))
    .map(({ code, household_id }) => `${code} ${household_id ?? ''}`)
    .sort();

describe('outcomes as findings', () => {
  it('check without a policy tells who has no work, and that lines and minimums need a policy', () => {
    const { findings, checks } = check();
    expect(told(findings)).toEqual(['HHD-11 H2', 'HHD-12 H3']);
    expect(checks.find(({ code }) => code === 'HHD-09')).toMatchObject({ status: 'not-run', reason: 'stage:rules' });
  });

  it('check with a policy tells lines, minimums and claims, and none of it as an error', () => {
    const { findings } = check(NINGDONG);
    expect(told(findings)).toEqual(['HHD-09 H2', 'HHD-11 H2', 'HHD-12 H3', 'ROW-09 H2', 'ROW-10 H1', 'ROW-10 H2']);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const message = (code: string, household: string): string =>
      findings.find((one) => one.code === code && one.household_id === household)?.message ?? '';
    expect(message('ROW-09', 'H2')).toContain('8000.00×1=8000.00元');
    expect(message('ROW-10', 'H1')).toContain('应为 5000.00 元');
    expect(message('ROW-10', 'H2')).toContain('应为 0.00 元');
  });

  it('run tells flags and reasons in their own files, and only cuts and claims among the findings', () => {
    const run = ['run', ...files, ...NINGDONG, '--period', '2024-01', '--out', 'out', '--by', '甲'];
    expect(butie(run, { folder }).code).toBe(0);
    const out = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
    const rows = rowsOf(out('exceptions.csv'));
    expect(rows.find(({ code }) => code === 'HHD-14')?.['message']).toContain('本次合计 7000.00 元');
    const findings = rows.map((row) => ({
      code: row['code'] ?? '',
      household_id: row['household_id'] ?? null,
    }));
    expect(told(findings)).toEqual(['HHD-14 H1', 'ROW-10 H1', 'ROW-10 H2']);
    const flags = rowsOf(out('flags.csv')).map((row) => `${row['flag']} ${row['status']} ${row['household_id']}`);
    expect(flags).toEqual(
      expect.arrayContaining(['under-threshold yes H2', 'zero-employment yes H2', 'zero-employment undecided H3']),
    );
    const { checks } = JSON.parse(out('batch.json')) as Document;
    const reasonOf = (code: string) => checks.find((one) => one.code === code)?.reason;
    expect(['HHD-09', 'HHD-11', 'HHD-12'].map(reasonOf)).toEqual(Array(3).fill('told:flags'));
    expect(reasonOf('ROW-09')).toBe('told:trace');
    expect(rowsOf(out('payouts.csv')).map((row) => `${row['household_id']} ${row['amount']}`)).toEqual([
      'H1 5000.00',
      'H3 2000.00',
      'H4 2000.00',
    ]);
  });

  it('a cut because of what was paid before stays the ledger’s', () => {
    const ledger = join(emptyFolder(), 'l.db');
    const run = (period: string, more: readonly string[]) =>
      butie(['run', ...more, ...NINGDONG, '--period', period, '--out', period, '--by', '甲', '--ledger', ledger], {
        folder,
      });
    run('2024-01', ['住户.csv', '成员.csv']);
    expect(butie(['approve', 'ningdong-2023-62.2024-01.main', '--by', '乙', '--ledger', ledger], { folder }).code).toBe(
      0,
    );
    run('2024-02', files);
    const rows = rowsOf(readFileSync(join(folder, '2024-02', 'exceptions.csv'), 'utf8'));
    expect(rows.map(({ code, household_id }) => `${code} ${household_id}`)).toContain('LED-02 H1');
    expect(rows.map(({ code }) => code)).not.toContain('HHD-14');
  });
});

describe('below a minimum under 利通区', () => {
  it('months of work are told by check', () => {
    const place = emptyFolder();
    writeTable(place, '成员.csv', [
      [
        '户编号',
        '姓名',
        '身份证号',
        '与户主关系',
        '就业状态',
        '务工所在地',
        '务工月数',
        '签订劳动合同',
        '缴纳社会保险',
      ],
      ['H1', '张三', personId(1), '户主', '务工', '浙江省宁波市', 4, '是', '是'],
    ]);
    const words = ['--policy', 'litong-2021-7', '--as-of', '2023-06-30', '--format', 'json'];
    const { stdout } = butie(['check', '成员.csv', ...words], { folder: place });
    const { findings } = JSON.parse(stdout) as Document;
    const rows = findings.filter(({ code }) => code === 'ROW-09');
    expect(rows.map(({ severity }) => severity)).toEqual(['info']);
    const messages = rows.map(({ message }) => message).join('\n');
    expect(messages).toContain('应不少于6个月，现为4个月');
  });
});
