import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unsupportedCharacter } from '../../src/documents/bank/bank-charset.js';
import type { BankFileMeta } from '../../src/documents/bank/bank-dialect.js';
import { BANK_DIALECTS, bankDialect } from '../../src/documents/bank/index.js';
import { renderBankFiles } from '../../src/documents/bank/render-bank-files.js';
import { line } from '../ledger/batch-fixture.js';

const META: BankFileMeta = {
  batchId: 'ningdong-2023-62.2024-10.main',
  day: '2024-11-01',
  unitCode: 'U001',
  remark: '务工奖补',
};

function render(id: string, lines: Parameters<typeof renderBankFiles>[1], meta: Partial<BankFileMeta> = {}) {
  const dialect = bankDialect(id);
  if (dialect === null) throw new Error(id);
  return renderBankFiles(dialect, lines, { ...META, ...meta });
}

function textOf(result: ReturnType<typeof render>, index = 0): string {
  const body = result.files[index]?.body;
  if (body === undefined) return '';
  if (body.form === 'text') return body.text;
  if (body.form === 'csv') return [...body.csv.rows].map((row) => row.join(',')).join('\n');
  return JSON.stringify([...(body.workbook.sheets[0]?.rows ?? [])]);
}

describe('bank files', () => {
  test('comma text has no header: 序号,卡号,姓名,金额,备注', () => {
    const result = render('comma', [line(1, { household: 1, amount: 200_050 })]);
    expect(textOf(result)).toBe('1,6228480000000001,张1,2000.50,务工奖补\r\n');
  });

  test('pipe text has a summary line and counts each account of the day', () => {
    const account = '6228480000000001';
    const result = render(
      'pipe',
      [
        line(1, { household: 1, amount: 200_000, account }),
        line(2, { household: 2, amount: 100_000 }),
        line(3, { household: 1, amount: 50_001, account, benefit: 'business-bonus' }),
      ],
      { usedToday: new Map([['6228480000000002', 4]]) },
    );
    const rows = textOf(result).split('\r\n');
    expect(rows[0]).toBe('20241101|U001|3|3500.01');
    expect(rows.slice(1, 4).map((row) => row.split('|'))).toMatchObject([
      ['1', '张1', '2000.00', account, 'U001', '1', expect.stringMatching(/^\d{17}[\dX]$/), '1'],
      ['2', '张2', '1000.00', '6228480000000002', 'U001', '1', expect.anything(), '5'],
      ['3', '张1', '500.01', account, 'U001', '1', expect.anything(), '2'],
    ]);
    expect(rows[4]).toBe('');
  });

  test('a bad account is left out and listed, the rest goes', () => {
    const lines = [
      line(1, { household: 1, amount: 100, account: null }),
      line(2, { household: 2, amount: 200 }),
      line(3, { household: 3, amount: 300, account: '123' }),
    ];
    const result = render('csv', lines);
    expect(result.leftOut.map(({ lineNo, code }) => [lineNo, code])).toEqual([
      [1, 'BNK-01'],
      [3, 'BNK-01'],
    ]);
    expect(result.findings.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(result.files).toMatchObject([{ count: 1, total: 200 }]);
    expect(textOf(result)).toBe('2,张2,6228480000000002,宁东农商行,2.00,务工奖补,ningdong-2023-62.2024-10.main');
  });

  test('a name the bank cannot write is found before the bank sees it', () => {
    const lines = [
      line(1, { household: 1, amount: 100, name: '张䶮' }),
      line(2, { household: 2, amount: 100, name: '古丽·买买提' }),
      line(3, { household: 3, amount: 100, name: '李|四' }),
      line(4, { household: 4, amount: 100, name: '𠮷祥' }),
    ];
    expect(render('pipe', lines).leftOut.map(({ lineNo, code }) => [lineNo, code])).toEqual([
      [1, 'BNK-08'],
      [3, 'BNK-08'],
      [4, 'BNK-08'],
    ]);
    expect(render('csv', lines).leftOut).toEqual([]);
    expect(unsupportedCharacter('张三㐂', 'gbk')).toBe('㐂');
    expect(unsupportedCharacter('镕喆堃', 'gbk')).toBeNull();
  });

  test('no unit code is a warning, not a guess', () => {
    const result = render('pipe', [line(1, { household: 1, amount: 100 })], { unitCode: '' });
    expect(result.findings.map(({ code }) => code)).toEqual(['BNK-21']);
  });

  test('row limits split, and nothing is lost or counted twice, in any dialect', () => {
    const sketch = fc.record({
      household: fc.integer({ min: 1, max: 60 }),
      amount: fc.integer({ min: 1, max: 9_999_999 }),
      account: fc.constantFrom('ok', null, '12'),
    });
    fc.assert(
      fc.property(
        fc.array(sketch, { maxLength: 40 }),
        fc.integer({ min: 1, max: 15 }),
        fc.constantFrom(...BANK_DIALECTS),
        (sketches, maxRows, dialect) => {
          const lines = sketches.map(({ household, amount, account }, index) =>
            line(index + 1, { household, amount, ...(account === 'ok' ? {} : { account }) }),
          );
          const result = renderBankFiles(dialect, lines, { ...META, maxRows });
          const sent = lines.filter(({ lineNo }) => !result.leftOut.some((left) => left.lineNo === lineNo));
          expect(sent.length + result.leftOut.length).toBe(lines.length);
          expect(result.files.every(({ count }) => count > 0 && count <= maxRows)).toBe(true);
          expect(result.files.reduce((sum, { count }) => sum + count, 0)).toBe(sent.length);
          expect(result.files.reduce((sum, { total }) => sum + total, 0)).toBe(
            sent.reduce((sum, { amount }) => sum + amount, 0),
          );
          expect(new Set(result.files.map(({ name }) => name)).size).toBe(result.files.length);
          expect(result.leftOut.length).toBe(sketches.filter(({ account }) => account !== 'ok').length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
