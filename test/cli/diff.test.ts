import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';
import { account, personId, rowsOf, writeTable } from './made-up.js';

type Rows = readonly (readonly (string | number)[])[];

interface Change {
  readonly change: string;
  readonly table: string;
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly account_changed: boolean;
}

const HEADER = ['户编号', '姓名', '身份证号', '与户主关系', '年务工收入', '银行账号'];

/** Changes between two 成员 tables, and the exit code. */
function diff(before: Rows, after: Rows): { code: number | null; changes: readonly Change[]; folder: string } {
  const folder = emptyFolder();
  mkdirSync(join(folder, '新'));
  writeTable(folder, '旧.csv', before);
  writeTable(join(folder, '新'), '成员.csv', after);
  const outcome = butie(['diff', '旧.csv', '新', '--format', 'json', '--out', 'out'], { folder });
  const { changes } = JSON.parse(outcome.stdout) as { changes: readonly Change[] };
  return { code: outcome.code, changes, folder };
}

describe('diff of two rosters', () => {
  const row = (n: number, income: string, card = n, id = personId(n)): (string | number)[] => [
    `HH${n}`,
    `张${'甲乙丙丁'.charAt(n - 1)}`,
    id,
    '户主',
    income,
    account(card),
  ];

  it('does not mind order, blanks or how an amount is written', () => {
    const { code, changes } = diff(
      [HEADER, row(1, '8000'), row(2, '900.5')],
      [HEADER, row(2, ' 900.50'), row(1, '8000.00')],
    );
    expect([code, changes]).toEqual([0, []]);
  });

  it('takes a corrected ID number for a change, marks accounts, masks numbers, and tells unreadable from blank', () => {
    const wrong = `${personId(2).slice(0, 17)}${personId(2).endsWith('1') ? '2' : '1'}`;
    const { code, changes, folder } = diff(
      [HEADER, row(1, '8000'), row(2, '8000', 2, wrong), row(3, '8000'), row(4, '')],
      [HEADER, row(1, '八千', 77), row(2, '8000'), row(4, '0')],
    );
    expect(code).toBe(1);
    expect(changes.map(({ change, field }) => [change, field])).toEqual([
      ['变更', '年务工收入'],
      ['变更', '银行账号'],
      ['变更', '身份证号'],
      ['变更', '年务工收入'],
      ['退出', ''],
    ]);
    expect(changes.filter((one) => one.account_changed).map(({ field }) => field)).toEqual(['银行账号']);
    expect(changes[0]).toMatchObject({ before: '8000.00', after: '（读不出来）' });
    expect(changes[3]).toMatchObject({ before: '', after: '0.00' });
    const csv = readFileSync(join(folder, 'out/diff.csv'), 'utf8');
    expect(rowsOf(csv)).toHaveLength(5);
    for (const secret of [account(1), account(77), personId(2), wrong]) expect(csv).not.toContain(secret);
    expect(existsSync(join(folder, 'out/diff.xlsx'))).toBe(true);
  });

  it('does not take a column that only one side has for a change', () => {
    const narrow = (cells: readonly (string | number)[]): (string | number)[] => cells.slice(0, 5);
    const { code, changes } = diff([HEADER, row(1, '8000')], [narrow(HEADER), narrow(row(1, '8000'))]);
    expect([code, changes]).toEqual([0, []]);
  });

  it('refuses to compare a roster with a batch, and what is not there', () => {
    const folder = emptyFolder();
    writeTable(folder, '成员.csv', [HEADER, row(1, '8000')]);
    writeTable(folder, 'payouts.csv', [
      ['line_no', 'batch_id', 'amount'],
      [1, 'p.2024-10.main', '2000.00'],
    ]);
    for (const words of [
      ['成员.csv', 'payouts.csv'],
      ['成员.csv', 'nix.csv'],
      ['成员.csv', 'nix'],
    ]) {
      const outcome = butie(['diff', ...words], { folder });
      expect([words, outcome.code, outcome.stdout]).toEqual([words, 2, '']);
    }
    expect(existsSync(join(folder, 'butie.db'))).toBe(false);
  });
});
