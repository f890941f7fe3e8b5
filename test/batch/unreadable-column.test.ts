import { describe, expect, it } from 'vitest';
import { deriveHolds } from '../../src/batch/run/holding.js';
import { residentIdCheck } from '../../src/domain/resident-id.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from '../tables/workbook-builder.js';

function madeUpId(n: number): string {
  const first = `64018119${String(60 + n)}0101001`;
  return first + residentIdCheck(first);
}

describe('a column that is mostly unreadable', () => {
  const households = Array.from({ length: 14 }, (_, i) => [
    `H${i}`,
    '张三',
    madeUpId(i),
    1,
    2023,
    i < 12 ? '约八千' : 24_000,
  ]);

  it('is one finding and holds every household whose value was lost, and no other', async () => {
    const head = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入'];
    const { roster, findings } = await readRoster([gridWorkbook({ 住户: [head, ...households] })]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['HDR-08', 'error']]);
    const holds = deriveHolds(roster, findings);
    expect([...holds.households].sort()).toEqual(
      households
        .slice(0, 12)
        .map(([id]) => String(id))
        .sort(),
    );
    expect(findings.map((finding) => holds.effectOf(finding))).toEqual(['held']);
  });

  it('holds the households of a sheet of members that carries the column', async () => {
    const head = ['户编号', '姓名', '身份证号', '与户主关系', '户主姓名', '家庭人口数', '收入年度', '年经营收入'];
    const rows = households.map(([id, name, person, size, year, amount]) => [
      id ?? null,
      name ?? null,
      person ?? null,
      '户主',
      name ?? null,
      size ?? null,
      year ?? null,
      amount ?? null,
    ]);
    const { roster, findings } = await readRoster([gridWorkbook({ 名册: [head, ...rows] })]);
    expect(findings.map(({ code }) => code)).toEqual(['HDR-08']);
    expect(deriveHolds(roster, findings).households.size).toBe(12);
  });
});
