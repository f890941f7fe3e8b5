import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residentIdCheck } from '../../src/domain/resident-id.js';
import type { Cell } from '../../src/tables/grid.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from './workbook-builder.js';

const HEAD = ['序号', '户编号', '姓名', '身份证号', '与户主关系', '年务工收入', '备注'];

function personId(order: number): string {
  const first17 = `640181199001${String(1 + (order % 28)).padStart(2, '0')}${String(order % 1000).padStart(3, '0')}`;
  return first17 + residentIdCheck(first17);
}

const junk = fc.constantFrom<Cell[]>(
  [],
  HEAD,
  ['合计', null, null, null, null, null],
  ['某社区小计'],
  [7],
  ['注：收入以流水为准'],
  ['制表：王某', null, '审核：赵某'],
  [null, null, null, null, null, null, null, '夹在旁边的字'],
  ['${seq}', '${id}'],
);
const anyCell = fc.oneof(
  fc.constant<Cell>(null),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom<Cell>({ kind: 'error', code: '#REF!' }, { kind: 'no-result' }, { kind: 'date', iso: '1900-01-00' }),
  fc.constantFrom<Cell>('合计', '户编号', '姓名', '身份证号', '与户主关系', '例', '-', '约八千', '0.8万元', '2023.9'),
);

describe('reading', () => {
  it('makes a record of every person, whatever stands between them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(junk, { freq: 2 }), { minLength: 1, maxLength: 90 }), async (lines) => {
        let count = 0;
        const rows = lines.map((line) => {
          if (line !== null) return line;
          count += 1;
          return [count, `HH${count}`, '张三', personId(count), '户主', count * 10, null];
        });
        const { roster, files } = await readRoster([gridWorkbook({ 表: [['花名册'], HEAD, ...rows] })]);
        expect(roster.rows.成员.map((row) => row.personId)).toEqual(
          Array.from({ length: count }, (_, i) => personId(i + 1)),
        );
        expect(roster.rows.成员.map((row) => row.wageIncome)).toEqual(
          Array.from({ length: count }, (_, i) => (i + 1) * 1000),
        );
        expect(files[0]?.tables[0]?.rows).toBe(count);
      }),
      { numRuns: 150 },
    );
  });

  it('takes anything at all without breaking, and never invents an amount', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 20 }),
        fc.boolean(),
        async (grid, withHead) => {
          const rows = withHead ? [HEAD, ...grid] : grid;
          const { roster, findings } = await readRoster([gridWorkbook({ 表: rows })]);
          for (const row of roster.rows.成员) {
            if (row.wageIncome === null) continue;
            expect(Number.isSafeInteger(row.wageIncome)).toBe(true);
            expect(row.wageIncome).toBeGreaterThanOrEqual(0);
          }
          for (const finding of findings) expect(finding.place.file).not.toBeNull();
        },
      ),
      { numRuns: 400 },
    );
  });

  it('has an error for every unreadable field of every record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyCell, { minLength: 7, maxLength: 7 }), { maxLength: 8 }), async (grid) => {
        const { roster, findings } = await readRoster([gridWorkbook({ 表: [HEAD, ...grid] })]);
        for (const row of roster.rows.成员)
          if (row.unreadable !== undefined)
            expect(
              findings.filter(({ severity, place }) => severity === 'error' && place.row === row.row).length,
            ).toBeGreaterThanOrEqual(row.unreadable.length);
      }),
      { numRuns: 200 },
    );
  });
});
