import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from '../cli/butie.js';

/** Ordinary rosters as clerks make them: what each must pay and what must, or must not, be said about it. */
interface Ordinary {
  readonly file: string;
  readonly options?: readonly string[];
  /** Whole yuan. */
  readonly pays: number;
  readonly codes?: readonly string[];
  readonly never?: readonly string[];
  /** Codes told at least once. */
  readonly told?: readonly string[];
  /** Codes told exactly twice, and three times. */
  readonly twice?: readonly string[];
  readonly thrice?: readonly string[];
  readonly exit?: number;
  readonly communities?: readonly string[];
}

const YEAR = ['--year', '2024'];
/** What no roster that is read whole may say. */
const REFUSED = ['HDR-01', 'HDR-02', 'HDR-07', 'HDR-09', 'CEL-19', 'SHT-05'];

const ROSTERS: readonly Ordinary[] = [
  { file: '01合并表无户编号', options: YEAR, pays: 0, codes: ['HHD-24', 'ROW-14'], never: [...REFUSED, 'SHT-07'] },
  { file: '03万元', options: YEAR, pays: 0, codes: ['HDR-04', 'ROW-14'], never: REFUSED },
  { file: '05一村一表', options: YEAR, pays: 0, never: [...REFUSED, 'XSH-10'], twice: ['ROW-14', 'HHD-24'] },
  {
    file: '09只有户主',
    options: YEAR,
    pays: 0,
    codes: ['ROW-14', 'HHD-24'],
    never: [...REFUSED, 'HDR-06'],
    thrice: ['ROW-10'],
  },
  { file: '12自拟表头', options: YEAR, pays: 15000, never: [...REFUSED, 'HDR-03', 'HDR-06', 'BNK-03', 'HHD-24'] },
  { file: '20万元有年度', pays: 15000, codes: ['HDR-04'], never: [...REFUSED, 'HHD-08'] },
  { file: '21口语金额', pays: 10000, exit: 1, never: ['HDR-01'], twice: ['CEL-08'], thrice: ['CEL-06'] },
  { file: '30日期写法', pays: 60000, never: ['CEL-17'], thrice: ['CEL-08'] },
  { file: '31证明材料写法', pays: 35000, never: ['CEL-09'] },
  { file: '34是否务工', pays: 15000, never: ['CEL-09', 'HHD-12'] },
  { file: '36没有证明材料列', pays: 0, codes: ['ROW-14'] },
  { file: '40人均列', pays: 0, never: ['HDR-06'] },
  { file: '42备注已死亡', pays: 15000, told: ['ROW-16'] },
  { file: '08空白模板行到500', pays: 15000, codes: ['SHT-06'], never: ['CEL-01', 'CEL-15', 'CEL-19'] },
  { file: '18合并表齐全', pays: 15000, never: ['SHT-07'] },
  { file: '18b合并表竖排空白', pays: 15000, codes: ['SHT-08'], never: ['CEL-19', 'HHD-04'] },
  { file: '19b序号加社区', pays: 15000, codes: ['SHT-06'], never: ['CEL-01', 'CEL-19'] },
  { file: '28户编号一文本一数字', pays: 15000, codes: ['HHD-26'], never: ['XSH-11', 'HHD-17', 'ROW-01', 'HHD-13'] },
  { file: '37两村两表', pays: 15000, never: ['HDR-01', 'XSH-10'], communities: ['灵新社区', '梅苑社区'] },
  { file: 's1签字三格', pays: 15000, never: ['CEL-01', 'CEL-06', 'SHT-05'] },
  { file: 's3日期盖章', pays: 15000, never: ['CEL-01', 'CEL-06', 'SHT-05'] },
  { file: 's7空行后无', pays: 15000, never: ['CEL-01', 'CEL-19', 'SHT-05'] },
];

function run(file: string, options: readonly string[]) {
  const folder = emptyFolder();
  const path = fileURLToPath(new URL(`./files/${file}.xlsx`, import.meta.url));
  const words = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'out', '--by', '甲'];
  const { code, stderr } = butie(['run', path, ...words, ...options], { folder });
  const rows = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, 'out', name), 'utf8'), { bom: true, columns: true });
  return { code, stderr, rows };
}

describe('ordinary rosters', () => {
  it.each(ROSTERS)(
    '$file',
    { timeout: 60_000 },
    ({
      file,
      options = [],
      pays,
      codes = [],
      twice = [],
      thrice = [],
      told = [],
      never = [],
      exit = 0,
      communities,
    }) => {
      const { code, stderr, rows } = run(file, options);
      expect(code, stderr).toBe(exit);
      const lines = rows('payouts.csv');
      expect(lines.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(pays);
      const said = rows('exceptions.csv').map((row) => row['code'] ?? '');
      for (const [times, some] of [codes, twice, thrice].entries())
        for (const one of some) expect([one, said.filter((other) => other === one).length]).toEqual([one, times + 1]);
      for (const one of told) expect(said).toContain(one);
      for (const one of never) expect(said).not.toContain(one);
      if (communities !== undefined) expect([...new Set(lines.map(({ community }) => community))]).toEqual(communities);
    },
  );
});
