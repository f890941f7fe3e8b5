import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';

const CASES = fileURLToPath(new URL('round2/', import.meta.url));

/** Runs files as October 2024 of 宁东镇: yuan paid, the exit code, and the codes that are no mere information. */
function run(files: readonly string[]) {
  const folder = emptyFolder();
  const paths = files.map((file) => join(CASES, file));
  const words = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'o', '--by', '甲'];
  const { code, stderr } = butie(['run', ...paths, ...words], { folder });
  const rows = (name: string): Readonly<Record<string, string>>[] =>
    parse(readFileSync(join(folder, 'o', name)), { columns: true, bom: true });
  const told = rows('exceptions.csv').filter(({ severity }) => severity !== 'info');
  return {
    code,
    stderr,
    pays: rows('payouts.csv').reduce((sum, { amount }) => sum + Number(amount), 0),
    told: told.map(({ code: one = '', cell = '' }) => `${one} ${cell}`.trim()),
    messages: told.map(({ message = '' }) => message).join('\n'),
  };
}

interface Case {
  readonly files: readonly string[];
  readonly pays: number;
  readonly exit?: number;
  /** All that is told beside ROW-21 (nothing says whether they moved). */
  readonly told?: readonly string[];
  readonly says?: string;
}

const READ: readonly Case[] = [
  { files: ['d1-unquoted-thousands.csv', 'd1-hh.csv'], pays: 0, exit: 1, told: ['SHT-10 H2', 'SHT-10 H4'] },
  { files: ['d2-bom-in-middle-quoted.csv', 'd0-hh.csv'], pays: 4000 },
  {
    files: ['d10-pandas-floats-hh.csv', 'd10-pandas-floats-members.csv'],
    pays: 4000,
    // Numbers and accounts that a program wrote with .0: the number is known without it, the account is left to people.
    told: ['CEL-22 A2', 'CEL-22 A3', 'CEL-22 A4', 'CEL-22 A5', 'BNK-01', 'BNK-01'],
  },
  { files: ['e1-listobject-totals-row.xlsx'], pays: 4000 },
  { files: ['e3a-total-word.xlsx'], pays: 4000 },
  { files: ['e3d-total-word.xlsx'], pays: 4000 },
  { files: ['e15-checkbox-text.xlsx'], pays: 4000, told: ['CEL-09 J4'] },
  { files: ['g2b-foreigner-permit-15.xlsx'], pays: 2000, told: ['CEL-23 C3'] },
  { files: ['g6-social-card-two-columns.xlsx'], pays: 4000 },
  { files: ['g7b-gbk-user-defined-name.csv'], pays: 2000, told: ['CEL-14 B2'], says: '造字' },
  { files: ['p1-ditto-household-id.xlsx'], pays: 4000 },
];

describe('files as people and programs leave them', () => {
  it.each(READ)('$files', { timeout: 60_000 }, ({ files, pays, exit = 0, told = [], says = '' }) => {
    const result = run(files);
    expect(result.code, result.stderr).toBe(exit);
    expect(result.pays).toBe(pays);
    expect(result.told.filter((one) => !one.startsWith('ROW-21'))).toEqual(told);
    expect(result.messages).toContain(says);
  });

  it('a permit of the people of Taiwan is an ID', () => {
    const { pays, told } = run(['g1-tw83-residence-permit.xlsx']);
    expect(pays).toBe(2000);
    expect(told.filter((one) => one.startsWith('CEL-'))).toEqual([]);
  });

  it('a picture that was lost is named, and is no evidence', () => {
    const { code, pays, messages } = run(['e10b-dispimg-name-error.xlsx']);
    expect([code, pays]).toEqual([1, 0]);
    expect(messages).toContain('图片已看不到');
  });

  it('traditional headers are read as the simplified ones', () => {
    const traditional = run(['q2-households.csv', 'q2-members-traditional-headers.xlsx']);
    const control = run(['q2-households.csv', 'q2-members-control.xlsx']);
    expect(traditional.pays).toBe(0);
    expect(traditional.told).toEqual(control.told);
  });
});
