import { findRepairs } from '../../src/tables/find-repairs.js';
import type { Sheet } from '../../src/tables/grid.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from '../tables/workbook-builder.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldByHeader } from '../../src/tables/fields/index.js';
import { guessOf, repairOf } from '../../src/tables/repairs.js';
import { YUAN } from '../../src/tables/values/amount.js';
import { CellProblem } from '../../src/tables/values/cell-problem.js';
import { readValue } from '../../src/tables/values/read-value.js';
import { checkAndCopy, comparable } from './check-in-process.js';
import { clerksWorkbook, fillOf, madeUpId, openBook } from './roster-file.js';
import { partsOf } from './zip-parts.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'butie-fix-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function field(key: string) {
  const found = fieldByHeader('成员', key) ?? fieldByHeader('住户', key);
  if (found === undefined) throw new Error(`no field ${key}`);
  return found;
}
const safely = (cell: string, key: string): string | null => repairOf(cell, field(key), YUAN)?.after ?? null;

describe('a safe repair', () => {
  it.each([
    [' 张三 ', '姓名', '张三'],
    ['1,200.00', '年务工收入', '1200.00'],
    ['１２００', '年务工收入', '1200'],
    ['1200元', '年务工收入', '1200'],
    ['¥1,200', '年务工收入', '1200'],
    ["'640181199001010010", '身份证号', '640181199001010010'],
    ['640181 19900101 0010', '身份证号', '640181199001010010'],
    ['2024.6.1', '务工开始日期', '2024-06-01'],
    ['2024年6月1日', '务工开始日期', '2024-06-01'],
    ['2024年6月', '务工开始日期', '2024-06'],
    ['24.6.1', '务工开始日期', '2024-06-01'],
    ['6228 4800 0000 0000 000', '银行账号', '6228480000000000000'],
  ])('%s in %s becomes %s', (cell, key, after) => {
    expect(safely(cell, key)).toBe(after);
  });

  it('writes the X of an ID number large, a wrong check digit stays wrong', () => {
    const id = Array.from({ length: 40 }, (_, n) => madeUpId(n)).find((one) => one.endsWith('X')) ?? '';
    expect(safely(id.toLowerCase(), '身份证号')).toBe(id);
    expect(safely('640181199001010011', '身份证号')).toBeNull();
    expect(safely(' 640181199001010011', '身份证号')).toBe('640181199001010011');
  });

  it.each([
    ['1.2万', '年务工收入', '12000'],
    ['(200)', '年务工收入', '-200'],
    ['无', '年务工收入', '0'],
    ['12.10', '务工开始日期', '2012-10 或 1912-10'],
  ])('%s in %s is only told: %s', (cell, key, after) => {
    expect(safely(cell, key)).toBeNull();
    expect(guessOf(cell, field(key), YUAN)).toMatchObject({ safe: false, after });
  });

  it('does not touch an amount whose unit contradicts its header', () => {
    const wan = { factor: 10_000, stated: true } as const;
    expect(repairOf('1200元', field('年务工收入'), wan)).toBeNull();
  });

  it('reads as before, whatever the cell, and has nothing left to do', () => {
    const piece = fc.constantFrom(
      ...[
        ' ',
        '　',
        ',',
        '.',
        '元',
        '万',
        '¥',
        '-',
        '/',
        '年',
        '月',
        '日',
        "'",
        '(',
        ')',
        '（',
        'x',
        'Ｘ',
        '无',
        '张',
        '·',
        '\u200b',
        '\t',
        '\n',
      ],
      ...Array.from('0123456789２０'),
    );
    const cell = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((list) => list.join('')),
      fc
        .tuple(fc.integer({ min: 0, max: 999 }), fc.array(piece, { maxLength: 3 }))
        .map(([n, more]) => madeUpId(n) + more.join('')),
      fc
        .tuple(
          fc.constantFrom(' ', '', "'", '　'),
          fc.integer({ min: 0, max: 9_999_999 }),
          fc.constantFrom('', '元', '.50', ' '),
        )
        .map(([a, n, b]) => a + n.toLocaleString('en-US') + b),
    );
    const fields = [
      '身份证号',
      '年务工收入',
      '务工开始日期',
      '姓名',
      '银行账号',
      '户编号',
      '务工月数',
      '与户主关系',
      '证明材料',
      '务工单位',
      '签订劳动合同',
    ].flatMap((key) => fieldByHeader('成员', key) ?? []);
    expect(fields.length).toBe(11);
    const units = fc.constantFrom(
      YUAN,
      { factor: 1, stated: true } as const,
      { factor: 10_000, stated: true } as const,
    );
    fc.assert(
      fc.property(cell, fc.constantFrom(...fields), units, (text, one, unit) => {
        const repair = repairOf(text, one, unit);
        if (repair === null) return;
        const before = readValue(text, one, unit);
        const after = readValue(repair.after, one, unit);
        if (before instanceof CellProblem && after instanceof CellProblem)
          expect([after.code, after.value, after.identity]).toEqual([before.code, before.value, before.identity]);
        else expect(after).toEqual(before);
        expect(repairOf(repair.after, one, unit)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a corrected copy', () => {
  const CSV = [
    '户编号,姓名,身份证号,与户主关系,年务工收入,证明材料,务工开始日期',
    `H1, 张三丰,'${madeUpId(1)},户主,"12,000.00",劳务合同,2024.6.1`,
    `H2,李四光,${madeUpId(2)},户主,８０００元,劳务合同,2024年3月`,
    `H3,王五岳,${madeUpId(3)},户主,1.2万,工资流水,2024-03-01`,
  ].join('\r\n');

  it('changes the writing, lists each change before and after, and tells what it left', async () => {
    const path = join(folder, '成员.csv');
    writeFileSync(path, CSV);
    const first = await checkAndCopy([path], join(folder, 'one'), '修正');
    const [copy = ''] = first.copies;
    const book = await openBook(copy);
    const sheet = book.getWorksheet('成员');
    expect(sheet?.getCell('E2').text).toBe('12000.00');
    expect(sheet?.getCell('E3').text).toBe('8000');
    expect(sheet?.getCell('E4').text).toBe('1.2万');
    expect(sheet?.getCell('G2').text).toBe('2024-06-01');
    expect(fillOf(sheet?.getCell('E2') as never)).toBe('FFDDEBF7');
    expect(fillOf(sheet?.getCell('E4') as never)).toBeNull();
    const changes = book.getWorksheet('修改记录');
    expect(book.worksheets.at(-1)?.name).toBe('修改记录');
    const text = (changes?.getSheetValues() ?? [])
      .flatMap((row) => (Array.isArray(row) ? row.map(String) : []))
      .join('|');
    expect(text).toContain('12,000.00|12000.00');
    expect(text).toContain('未自动修改');
    expect(text).toContain('1.2万|12000|');
    expect(text).not.toMatch(/\d{15}/);

    const second = await checkAndCopy([copy], join(folder, 'two'), '修正');
    const without = (list: readonly string[]): string[] => list.filter((one) => !one.includes('"CEL-11"'));
    expect(second.findings.some(({ code }) => code === 'CEL-11')).toBe(false);
    const errors = (list: typeof first.findings) => list.filter(({ severity }) => severity === 'error');
    expect(comparable(errors(second.findings))).toEqual(without(comparable(errors(first.findings))));
    // Once more there is nothing to change: the sheet stays letter by letter.
    const again = partsOf(second.copies[0] ?? '');
    expect(
      again.get('xl/worksheets/sheet1.xml')?.equals(partsOf(copy).get('xl/worksheets/sheet1.xml') ?? Buffer.alloc(0)),
    ).toBe(true);
  });

  it('tells which household numbers are missing under a merge or a blank, and fills in none', async () => {
    const head = ['户编号', '姓名', '身份证号', '与户主关系', '年务工收入（万元）', '务工月数'];
    const rows: readonly (string | number | null)[][] = [
      ['H1', '张三', madeUpId(1), '户主', '0.8万元', '无'],
      [null, '李四', madeUpId(2), '配偶', '8000元', 3],
      [null, '王五', madeUpId(3), '之子', null, null],
      [null, '赵六', madeUpId(4), '户主', null, null],
    ];
    const reading = await readRoster([gridWorkbook({ 成员: [head, ...rows] }, { merges: ['A2:A3'] })]);
    const repairs = await findRepairs(
      gridWorkbook({ 成员: [head, ...rows] }, { merges: ['A2:A3'] }).sheets[0] as Sheet,
      reading.files.flatMap(({ tables }) => tables),
      (_, row) => row > 1,
    );
    expect(repairs.map(({ safe, row, before, after, reason }) => [safe, row, before, after, reason])).toEqual([
      [false, 2, '0.8万元', '0.8', 'amount-unit'],
      [false, 2, '无', '0', 'nothing'],
      [false, 3, '', 'H1', 'merged-down'],
      [false, 3, '8000元', '0.8', 'amount-unit'],
      [false, 4, '', 'H1', 'from-above'],
    ]);
  });

  it('never overwrites a formula, and says where it stands', async () => {
    const path = join(folder, '公式.xlsx');
    await clerksWorkbook(path, {
      change: (sheet) => {
        sheet.getCell('E2').value = { formula: '"12"&",000"', result: '12,000' };
        sheet.getCell('B2').value = ' 张三丰 ';
      },
    });
    const { copies } = await checkAndCopy([path], join(folder, 'formula'), '修正');
    const book = await openBook(copies[0] ?? '');
    expect(book.getWorksheet('成员')?.getCell('E2').value).toMatchObject({ formula: '"12"&",000"', result: '12,000' });
    expect(book.getWorksheet('成员')?.getCell('B2').value).toBe('张三丰');
    const told = (book.getWorksheet('修改记录')?.getSheetValues() ?? []).flatMap((row) =>
      Array.isArray(row) ? row.map(String) : [],
    );
    expect(told.join('|')).toContain('公式');
  });
});
