import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, SAMPLES } from './butie.js';
import { personId } from './made-up.js';

const LINGXIN = join(SAMPLES, '灵新社区花名册.xlsx');
const MEIYUAN = join(SAMPLES, '梅苑社区住户.csv');

interface MapDocument {
  readonly files: readonly {
    readonly file: string;
    readonly kind: string | null;
    readonly encoding: string | null;
    readonly tables: readonly {
      readonly sheet: string;
      readonly table: string | null;
      readonly header_rows: readonly [number, number];
      readonly rows: number;
      readonly columns: readonly {
        readonly column: string;
        readonly header: string;
        readonly path: readonly string[];
        readonly field: string | null;
      }[];
    }[];
    readonly findings: readonly { readonly code: string }[];
  }[];
  readonly error?: { readonly code: string };
}

const mapOf = (words: readonly string[], folder = emptyFolder()): MapDocument =>
  JSON.parse(butie(['map', ...words, '--format', 'json'], { folder }).stdout) as MapDocument;

describe('map', () => {
  it('shows columns, what they were read as and three masked rows', () => {
    const { stdout } = butie(['map', LINGXIN]);
    expect(stdout).toContain('工作表「住户」→ 住户    表头在第 3–4 行，164 行数据');
    expect(stdout).toMatch(/K +家庭收入（元） \/ 年务工收入 +年务工收入（元）/);
    expect(stdout).toMatch(/第 3 行/);
    expect(stdout).not.toMatch(/\d{15,}/);
  });

  it('gives the reading as JSON', () => {
    const { files } = mapOf([LINGXIN, MEIYUAN]);
    expect(files.map(({ kind, encoding }) => [kind, encoding])).toEqual([
      ['xlsx', null],
      ['csv', 'gb18030'],
    ]);
    const tables = files.flatMap((file) =>
      file.tables.map(({ table, header_rows, rows }) => [table, ...header_rows, rows]),
    );
    expect(tables.map(([table, first, last]) => [table, first, last])).toEqual([
      ['住户', 3, 4],
      ['成员', 3, 3],
      ['经营', 3, 3],
      ['住户', 2, 2],
    ]);
    expect(files[0]?.tables[0]?.rows).toBe(164);
    const wages = files[0]?.tables[0]?.columns.find((column) => column.column === 'K');
    expect(wages).toMatchObject({ header: '年务工收入', field: '年务工收入' });
    expect(wages?.path[0]).toContain('家庭收入');
  });

  it('names an unreadable file, with its finding and the error, exit 2', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '空.xlsx'), '');
    const { code, stdout } = butie(['map', '空.xlsx', '--format', 'json'], { folder });
    expect(code).toBe(2);
    const document = JSON.parse(stdout) as MapDocument;
    expect(document.files[0]).toMatchObject({ file: '空.xlsx', kind: null, tables: [] });
    expect(document.files[0]?.findings[0]?.code).toBe('FIL-01');
    expect(document.error?.code).toBe('file-empty');
  });

  it('lists a sheet that is no table of ours with table null and every column', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '菜价.csv'), '品名,单价,数量,金额\n白菜,1.2,3,3.6\n萝卜,0.8,5,4\n');
    const table = mapOf(['菜价.csv'], folder).files[0]?.tables[0];
    expect(table?.table).toBeNull();
    expect(table?.columns.map((column) => [column.header, column.field])).toEqual([
      ['品名', null],
      ['单价', null],
      ['数量', null],
      ['金额', null],
    ]);
  });
});

describe('map --save and --map', () => {
  const odd = '户编号,当家人,当家人证号,几口人,收入年度\nH1,王建国,640181199001010010,1,2023\n';

  it('lets a person settle headers that nobody knows', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '住户.csv'), odd);
    expect(butie(['check', '住户.csv'], { folder }).code).toBe(2);
    writeFileSync(
      join(folder, '对照.json'),
      JSON.stringify({
        version: 1,
        tables: [
          {
            table: '住户',
            columns: [
              { header: '当家人', field: '户主姓名' },
              { header: '当家人证号', field: '户主身份证号' },
              { header: '几口人', field: '家庭人口数' },
            ],
          },
        ],
      }),
    );
    const { code, stdout } = butie(['check', '住户.csv', '--map', '对照.json'], { folder });
    expect(stdout).toContain('住户：表头在第 1 行，1 行');
    expect(code).toBe(0);
  });

  it('saves a reading that reads the same again', () => {
    const folder = emptyFolder();
    butie(['map', MEIYUAN, '--save', '对照.json'], { folder });
    const saved = JSON.parse(readFileSync(join(folder, '对照.json'), 'utf8')) as { version: number };
    expect(saved.version).toBe(1);
    expect(mapOf([MEIYUAN, '--map', '对照.json'], folder)).toEqual(mapOf([MEIYUAN], folder));
  });

  it('settles words with two meanings once, for two tables on a sheet and two sheets of the same header', () => {
    const folder = emptyFolder();
    const head = '户编号,姓名,身份证号,与户主关系,务工时间,年收入,单位,证明材料';
    const row = (n: number): string => `HH${n},王建国,${personId(n)},户主,${n},${n}000,某厂,有`;
    writeFileSync(join(folder, '一.csv'), `${head}\n${row(1)}\n\n第二批\n${head}\n${row(2)}\n`);
    writeFileSync(join(folder, '二.csv'), `${head}\n${row(3)}\n`);
    expect(butie(['check', '一.csv', '二.csv'], { folder }).stdout).toContain('HDR-07');
    butie(['map', '一.csv', '--save', '对照.json'], { folder });
    const text = readFileSync(join(folder, '对照.json'), 'utf8');
    expect(butie(['check', '一.csv', '--map', '对照.json'], { folder }).stdout).toContain('HDR-07');
    const saved = JSON.parse(text) as { tables: { columns: { header: string; field: string | null }[] }[] };
    const answers = new Map([
      ['务工时间', '务工月数'],
      ['年收入', '年务工收入'],
      ['单位', '务工单位'],
    ]);
    for (const column of saved.tables.flatMap(({ columns }) => columns))
      column.field = answers.get(column.header) ?? column.field;
    writeFileSync(join(folder, '对照.json'), JSON.stringify(saved));
    const outcome = butie(['check', '一.csv', '二.csv', '--map', '对照.json'], { folder });
    expect(outcome.stdout).not.toContain('HDR-');
    expect(outcome.code).toBe(0);
    const fields = mapOf(['一.csv', '二.csv', '--map', '对照.json'], folder).files.flatMap(({ tables }) =>
      tables.map(({ rows, columns }) => [
        rows,
        columns
          .map(({ field }) => field)
          .slice(4, 7)
          .join(' '),
      ]),
    );
    expect(fields).toEqual([
      [2, '务工月数 年务工收入 务工单位'],
      [1, '务工月数 年务工收入 务工单位'],
    ]);
  });

  it('never writes over the input', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '住户.csv'), odd);
    const { code } = butie(['map', '住户.csv', '--save', './住户.csv'], { folder });
    expect(code).toBe(2);
    expect(readFileSync(join(folder, '住户.csv'), 'utf8')).toBe(odd);
  });

  it('says what is wrong in a mapping file', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '住户.csv'), odd);
    writeFileSync(
      join(folder, '对照.json'),
      '{"version":1,"tables":[{"table":"住户","columns":[{"header":"当家人","field":"户主"}]}]}',
    );
    const { code, stderr } = butie(['check', '住户.csv', '--map', '对照.json'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('当家人');
  });
});

describe('map --cells', () => {
  it('prints every cell as read, unmasked, one JSON object a line', () => {
    const lines = butie(['map', LINGXIN, '--cells']).stdout.trimEnd().split('\n');
    const cells = lines.map(
      (line) => JSON.parse(line) as { sheet: string; cell: string; kind: string; value: unknown },
    );
    expect(Object.keys(cells[0] ?? {})).toEqual(['sheet', 'cell', 'kind', 'value']);
    expect(new Set(cells.map((cell) => cell.sheet))).toEqual(new Set(['住户', '成员', '经营']));
    const head = cells.find((cell) => cell.sheet === '住户' && cell.cell === 'D5');
    expect(head?.kind).toBe('text');
    expect(String(head?.value)).toMatch(/^\d{17}[\dX]$/);
    expect(cells.find((cell) => cell.sheet === '住户' && cell.cell === 'I5')?.kind).toBe('number');
  });
});
