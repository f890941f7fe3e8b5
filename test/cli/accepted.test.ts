import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/io/readers/index.js';
import { writeMarkedCopy } from '../../src/io/annotate/index.js';
import { displayText } from '../../src/tables/values/plain-text.js';
import { account, personId, rowsOf, writeTable } from './made-up.js';
import { butie, emptyFolder } from './butie.js';

const HEAD = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '搬迁批次', '证明材料'];
const ACCOUNT = ['开户银行', '账户名称', '银行账号'];
const RUN = ['--policy', 'ningdong-2023-62', '--period', '2024-12', '--ledger', 'l.db'];

function roster(folder: string, wages: number, number = account(1)): void {
  writeTable(folder, '住户.csv', [
    [...HEAD, ...ACCOUNT],
    ['H1', '马志强', personId(1), 1, 2024, wages, '十三五', '工资流水', '农行', '马志强', number],
    ['H2', '李国强', personId(2), 1, 2024, 12000, '十三五', '工资流水', '农行', '李国强', account(2)],
  ]);
}

interface Row {
  readonly [column: string]: string;
}

function effects(folder: string, out: string): string[] {
  const rows: Row[] = rowsOf(readFileSync(join(folder, out, 'exceptions.csv'), 'utf8'));
  return rows
    .filter(({ severity }) => severity === 'warning')
    .map((row) => `${row['code'] ?? ''} ${row['household_id'] ?? ''} ${row['effect'] ?? ''}`);
}

/** Fills reason and name where `wanted` says so. */
function fill(folder: string, wanted: (row: Row) => boolean, by = '王主任'): void {
  const path = join(folder, 'o', 'accepted.csv');
  const rows: Row[] = rowsOf(readFileSync(path, 'utf8'));
  const lines = rows.map((row) => {
    const filled = wanted(row) ? ['入户看过，属实', by, '2024-12-05'] : ['', '', ''];
    return [row['代码'], row['对象'], row['内容'], ...filled].map((cell) => `"${cell ?? ''}"`).join(',');
  });
  writeFileSync(join(folder, 'acc.csv'), `\uFEFF代码,对象,内容,核实说明,核实人,日期\r\n${lines.join('\r\n')}\r\n`);
}

describe('a warning that a person answers for', () => {
  const folder = emptyFolder();
  const income = (row: Row): boolean => row['代码'] === 'HHD-10';

  beforeAll(() => {
    roster(folder, 190_000);
    expect(butie(['check', '住户.csv', '--out', 'o'], { folder }).code).toBe(0);
    fill(folder, income);
  });

  it('is told as accepted and counted apart, and changes no amount', () => {
    const before = butie(['run', '住户.csv', ...RUN, '--out', 'a'], { folder });
    const after = butie(['run', '住户.csv', ...RUN, '--out', 'b', '--accepted', 'acc.csv'], { folder });
    expect([before.code, after.code]).toEqual([0, 0]);
    expect(effects(folder, 'a')).toContain('HHD-10 H1 paid');
    expect(effects(folder, 'b')).toContain('HHD-10 H1 accepted');
    expect(after.stdout).toContain('已核实 1 个警告');
    expect(after.stdout).not.toContain('HHD-10');
    const payouts = (out: string): string => readFileSync(join(folder, out, 'payouts.csv'), 'utf8');
    expect(payouts('b')).toBe(payouts('a'));
    const receipt = (out: string): unknown => JSON.parse(readFileSync(join(folder, out, 'batch.json'), 'utf8'));
    expect(receipt('b')).toMatchObject({ counts: { accepted: 1 } });
  });

  it('comes back when the value changes', () => {
    roster(folder, 190_001);
    butie(['run', '住户.csv', ...RUN, '--out', 'c', '--accepted', 'acc.csv'], { folder });
    expect(effects(folder, 'c')).toContain('HHD-10 H1 paid');
    roster(folder, 190_000);
  });

  it('with only one of reason and name accepts nothing, and that is told', () => {
    fill(folder, income, '');
    const { stdout } = butie(['check', '住户.csv', '--accepted', 'acc.csv'], { folder });
    expect(stdout).toContain('FIL-09');
    expect(stdout).toContain('HHD-10');
  });

  it('--fail-on warning does not fail for what was accepted', () => {
    fill(folder, () => true);
    const words = ['check', '住户.csv', '--fail-on', 'warning'];
    expect(butie(words, { folder }).code).toBe(1);
    expect(butie([...words, '--accepted', 'acc.csv'], { folder }).code).toBe(0);
  });

  it('a list that is none is refused', () => {
    expect(butie(['check', '住户.csv', '--accepted', '住户.csv'], { folder }).code).toBe(2);
  });

  it('comes back when hidden digits of the value change', () => {
    const bad = emptyFolder();
    roster(bad, 12_000, '6228480000000000003');
    butie(['check', '住户.csv', '--out', 'o'], { folder: bad });
    fill(bad, () => true);
    const told = (): string[] => {
      butie(['run', '住户.csv', ...RUN, '--out', 'd', '--accepted', 'acc.csv'], { folder: bad });
      return effects(bad, 'd').filter((one) => one.startsWith('BNK-02 H1'));
    };
    expect(told()).toEqual(['BNK-02 H1 accepted']);
    roster(bad, 12_000, '6228480012000000003');
    expect(told()).toEqual(['BNK-02 H1 paid']);
  });
});

describe('a marked workbook that comes back', () => {
  it('accepts what has reason and name in its 校验结果 sheet', async () => {
    const folder = emptyFolder();
    roster(folder, 190_000);
    butie(['check', '住户.csv', '--annotate', '--out', 'o'], { folder });
    const path = join(folder, 'o', '住户.校验.xlsx');
    const book = await openWorkbook(path);
    const sheet = book.sheets.find(({ name }) => name === '校验结果');
    const at = { row: 0, note: -1, by: -1, code: -1 };
    await sheet?.scan((row, cells) => {
      const texts = Array.from(cells, (cell) => displayText(cell ?? null));
      if (texts.includes('核实说明')) {
        at.note = texts.indexOf('核实说明');
        at.by = texts.indexOf('核实人');
        at.code = texts.indexOf('代码');
      } else if (at.code >= 0 && texts[at.code] === 'HHD-10') at.row = row;
      return true;
    });
    expect(at.row).toBeGreaterThan(0);
    const cell = (column: number, text: string) => ({ row: at.row, column, kind: 'fixed', note: null, text }) as const;
    await writeMarkedCopy(book, join(folder, '交回.xlsx'), {
      sheets: [{ sheet: '校验结果', cells: [cell(at.note, '入户看过'), cell(at.by, '王')], result: null }],
      replacesMarks: false,
      added: { name: '附', first: false, build: () => ({ name: '附', columns: [{ width: 9 }], rows: [] }) },
    });
    await book.close();
    butie(['run', '交回.xlsx', ...RUN, '--out', 'r'], { folder });
    expect(effects(folder, 'r')).toContain('HHD-10 H1 accepted');
    const again = butie(['check', '交回.xlsx', '--annotate', '--out', 'p'], { folder });
    expect(again.stdout).toContain('已核实 1 个警告');
    const marked = await openWorkbook(join(folder, 'p', '交回.校验.xlsx'));
    const texts: string[] = [];
    await marked.sheets
      .find(({ name }) => name === '校验结果')
      ?.scan((_, cells) => texts.push(...Array.from(cells, (one) => displayText(one ?? null))) > 0);
    await marked.close();
    expect(texts).toContain('入户看过');
  });
});
