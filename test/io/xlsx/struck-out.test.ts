import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from '../../cli/butie.js';
import { personId, rowsOf as csvRows } from '../../cli/made-up.js';
import { MAIN, firstRow, workbook } from './workbook-builder.js';

/** Style 1 is struck out, 2 is not though its font says something of it, 3 by its named style; 4 is a struck day. */
const STYLES = {
  name: 'xl/styles.xml',
  data: `<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>
<cellStyleXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellStyleXfs>
<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="0" xfId="1"/><xf numFmtId="14" fontId="1"/></cellXfs>
<dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`,
};

const text = (column: string, row: number, words: string, style = 0): string =>
  `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (column: string, row: number, value: number, style = 0): string =>
  `<c r="${column}${row}" s="${style}"><v>${value}</v></c>`;

describe('a font that is struck out', () => {
  it('is read from every way of saying it, and shows nothing', async () => {
    const cells = await firstRow(
      `<row r="1">${number('A', 1, 12000, 1)}${number('B', 1, 5, 2)}${number('C', 1, 7, 3)}${number('D', 1, 45292, 4)}${text('E', 1, '张三', 1)}</row>`,
      { parts: [STYLES] },
    );
    const day = { kind: 'date', iso: '2024-01-01' };
    expect(cells).toEqual([
      { kind: 'shown', value: 12000, text: null, scaled: true, struck: 12000 },
      5,
      { kind: 'shown', value: 7, text: null, scaled: true, struck: 7 },
      { kind: 'shown', value: '2024-01-01', text: null, scaled: true, struck: day },
      { kind: 'shown', value: '张三', text: null, scaled: true, struck: '张三' },
    ]);
  });
});

const HEADERS = ['户编号', '户主姓名', '户主身份证号', '户类型', '家庭人口数', '收入年度', '年务工收入', '证明材料'];

/** Runs a sheet of households whose cells have the styles given; who is paid, and what is told of which cells. */
function run(styles: readonly (readonly number[])[]): { paid: string[]; told: string[] } {
  const letter = (column: number): string => String.fromCharCode(65 + column);
  const rows = [
    `<row r="1">${HEADERS.map((words, column) => text(letter(column), 1, words)).join('')}</row>`,
    ...styles.map((style, i) => {
      const row = i + 2;
      const values = [`H${i + 1}`, `张三`, personId(i + 1), '搬迁户', 1, 2024, 20000, '工资流水'];
      const cells = values.map((value, column) =>
        typeof value === 'number'
          ? number(letter(column), row, value, style[column] ?? 0)
          : text(letter(column), row, value, style[column] ?? 0),
      );
      return `<row r="${row}">${cells.join('')}</row>`;
    }),
  ];
  const folder = emptyFolder();
  const file = join(folder, 'r.xlsx');
  writeFileSync(file, workbook({ sheets: [{ rows: rows.join('') }], parts: [STYLES] }));
  butie(['run', file, '--policy', 'ningdong-2023-62', '--period', '2024-10', '--out', 'o'], { folder });
  const csv = (name: string): Record<string, string>[] => csvRows(readFileSync(join(folder, 'o', name), 'utf8'));
  return {
    paid: csv('payouts.csv').map((row) => `${row['payee_id']} ${row['amount']}`),
    told: csv('exceptions.csv').flatMap((row) =>
      /^(?:ROW-17|CEL-06|CEL-22)$/.test(row['code'] ?? '') ? [`${row['severity']} ${row['code']} ${row['row']}`] : [],
    ),
  };
}

describe('a roster with lines through it', () => {
  it('warns once of a row that is struck out whole, or but for a cell', () => {
    expect(run([[1, 1, 1, 1, 1, 1, 1, 1], [], [1, 1, 1, 1, 1, 1, 1, 0]])).toEqual({
      paid: ['H1 5000.00', 'H2 5000.00', 'H3 5000.00'],
      told: ['warning ROW-17 2', 'warning ROW-17 4'],
    });
  });

  it('asks for an amount that is struck out alone', () => {
    expect(run([[0, 0, 0, 0, 0, 0, 1, 0], []])).toEqual({ paid: ['H2 5000.00'], told: ['error CEL-06 2'] });
  });

  it('asks for a number of a household that is struck out alone', () => {
    const { paid, told } = run([[1], []]);
    expect(paid).toEqual(['H2 5000.00']);
    expect(told).toEqual(['error CEL-22 2']);
  });
});
