import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';

type Row = Readonly<Record<string, string>>;

const CASES = fileURLToPath(new URL('round2/', import.meta.url));

/** Runs one workbook as October 2024 of 宁东镇: what is paid to whom, and the codes told about cells. */
function run(file: string): { paid: string[]; told: string[]; code: number | null } {
  const folder = emptyFolder();
  const { code } = butie(
    ['run', join(CASES, file), '--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'o'],
    { folder },
  );
  const rows = (name: string): Row[] => parse(readFileSync(join(folder, 'o', name)), { columns: true, bom: true });
  return {
    code,
    paid: rows('payouts.csv').map((row) => `${row['payee_id'] ?? ''} ${row['amount'] ?? ''}`),
    told: rows('exceptions.csv')
      .filter((row) => row['severity'] !== 'info')
      .map((row) => `${row['code'] ?? ''} ${row['cell'] ?? ''}`),
  };
}

const BOTH = ['HH001 2000.00', 'HH002 2000.00'];

describe('what a cell shows counts, not what is stored behind it', () => {
  it('a household number with letters and zeros of its format', () => {
    expect(run('a2-household-id-prefix-format.xlsx').paid).toEqual(BOTH);
  });

  it('an amount whose format moves the point is asked, not multiplied', () => {
    const { paid, told } = run('a4-wanyuan-display-format.xlsx');
    expect(paid).toEqual([]);
    expect(told).toEqual(expect.arrayContaining(['CEL-06 H2', 'CEL-06 H3']));
  });

  it('an amount shown in percent is asked', () => {
    const { paid, told } = run('a5-wage-percent-format.xlsx');
    expect(paid).toEqual([]);
    expect(told).toContain('CEL-06 H2');
  });

  it('a year shown of a day is the year', () => {
    expect(run('a8-year-as-date.xlsx').paid).toEqual(BOTH);
  });

  it('a raised note is no digit', () => {
    const { paid, told } = run('c2-superscript-footnote-amount.xlsx');
    expect(paid).toEqual(['HH002 2000.00']);
    expect(told).toContain('CEL-06 H2');
  });

  it('a remark that says dead or stopped is told', () => {
    expect(run('c4-remark-stopped.xlsx').told.some((one) => one.startsWith('ROW-16 '))).toBe(true);
  });

  it('a moment of another clock moves no day in silence', () => {
    const { paid, told } = run('f5b-business-utc-midnight.xlsx');
    expect(paid).toEqual(run('f5c-business-true-date.xlsx').paid);
    expect(told).toContain('CEL-17 F2');
  });
});

describe('one key in many spellings', () => {
  it('a day is no household number', () => {
    for (const file of ['k1-month1.xlsx', 'k1-month2-retyped-next-year.xlsx']) {
      const { paid, told } = run(file);
      expect(paid).toEqual([]);
      expect(told).toContain('CEL-22 A2');
    }
  });

  it.each(['k2-month1.xlsx', 'k3-month2-chinese-quote.xlsx', 'k4-month2-float-id.xlsx'])('%s is HH001', (file) => {
    expect(run(file).paid).toEqual(['HH001 2000.00']);
  });

  it.each(['b2-radicals-pdf-members.xlsx', 'b3-isolates-household-id.xlsx'])('%s pays as it reads', (file) => {
    expect(run(file).paid).toEqual(BOTH);
  });
});

describe('words of refusal', () => {
  it('are no evidence, whatever they look like', () => {
    expect(run('b9-evidence-no-words.xlsx').paid).toHaveLength(1);
    for (const file of ['b4b-evidence-blank-looking-2800.xlsx', 'b4d-evidence-blank-looking-2061.xlsx'])
      expect(run(file).paid).toEqual([]);
  });
});
