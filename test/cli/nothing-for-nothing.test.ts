import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/io/readers/index.js';
import { displayText } from '../../src/tables/values/plain-text.js';
import { butie, emptyFolder } from './butie.js';
import { personId, writeTable } from './made-up.js';

const RUN = ['--policy', 'ningdong-2023-62', '--period', '2024-12', '--out', 'out', '--ledger', 'l.db'];
const HEAD = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入', '搬迁批次'];

async function sheetOf(path: string, name: string): Promise<string[][]> {
  const workbook = await openWorkbook(path);
  const rows: string[][] = [];
  await workbook.sheets
    .find((sheet) => sheet.name === name)
    ?.scan((_, cells) => rows.push(Array.from(cells, (cell) => displayText(cell ?? null))) > 0);
  await workbook.close();
  return rows;
}

describe('who gets nothing', () => {
  it('stands in 未发名单 with the reason and how far off, and on the terminal', async () => {
    const folder = emptyFolder();
    writeTable(folder, '住户.csv', [
      [...HEAD, '证明材料'],
      ['H1', '马志强', personId(1), 1, 2024, 12000, '十三五', '工资流水'],
      ['H2', '李国强', personId(2), 1, 2024, 7000, '十三五', '工资流水'],
      ['H3', '王国庆', personId(3), 2, 2024, '约一万', '十三五', '工资流水'],
    ]);
    const { code, stdout } = butie(['run', '住户.csv', ...RUN], { folder });
    expect(code).toBe(1);
    expect(stdout).toMatch(/未发 2 户/);
    expect(stdout).toMatch(/不够条件.*H2/);
    const rows = await sheetOf(join(folder, 'out', 'exceptions.xlsx'), '未发名单');
    const employment = rows.filter((row) => row[6] === '就业奖补').map((row) => [row[2], row[7], row[9]]);
    expect(employment).toEqual([
      ['H2', '不够条件', '1000'],
      ['H3', '因错误暂停', ''],
    ]);
    expect(rows.find((row) => row[2] === 'H3')?.[8]).toContain('CEL-06');
    expect(rows.some((row) => row[2] === 'H1')).toBe(false);
  });

  it('a missing 证明材料 column is one warning for all, and nobody is told that all is well', () => {
    const folder = emptyFolder();
    writeTable(folder, '住户.csv', [
      HEAD,
      ...[1, 2, 3, 4].map((n) => [`H${n}`, '马志强', personId(n), 1, 2024, 12000, '十三五']),
    ]);
    for (const words of [
      ['check', '住户.csv'],
      ['check', '住户.csv', '--policy', 'ningdong-2023-62'],
      ['run', '住户.csv', ...RUN],
    ]) {
      const { stdout, stderr } = butie(words, { folder });
      // Once as a finding, and once in the counts by code.
      expect(stdout.match(/(?:错误|警告) ROW-14/g)).toHaveLength(1);
      expect(stdout).toMatch(/「证明材料」.*4 户/);
      expect(stdout + stderr).not.toMatch(/没有问题|没有错误/);
      if (words.includes('--policy')) expect(stdout + stderr).toMatch(/4 户为 0|未发 4 户/);
    }
  });
});
