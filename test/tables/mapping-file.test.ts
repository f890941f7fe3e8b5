import { describe, expect, it } from 'vitest';
import { MappingFault, mappingOf, parseMapping } from '../../src/tables/mapping-file.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from './workbook-builder.js';

const A = '640181199001010010';
const SHEET = [
  ['户编号', '姓名', '身份证号', '与户主关系', '务工时长', '年收入', '家庭月均收'],
  ['HH1', '张三', A, '户主', 12, 30000, 1000],
];

describe('mapping files', () => {
  it('are made from a reading, corrected, and found again by the header', async () => {
    const first = await readRoster([gridWorkbook({ 一月: SHEET })]);
    const saved = mappingOf(first.files.flatMap((file) => file.tables));
    const text = JSON.parse(JSON.stringify(saved)) as {
      tables: { columns: { header: string; field: string | null }[] }[];
    };
    for (const column of text.tables[0]?.columns ?? []) {
      if (column.header === '务工时长') column.field = '务工月数';
      if (column.header === '年收入') column.field = '年务工收入';
    }
    const mappings = [parseMapping(text)];
    const { roster, findings } = await readRoster([gridWorkbook({ 二月: SHEET })], { mappings });
    expect(roster.rows.成员).toMatchObject([{ workMonths: 12, wageIncome: 3_000_000, personId: A }]);
    expect(findings).toEqual([]);
    const other = await readRoster([gridWorkbook({ 三月: [[...(SHEET[0] ?? []), '民族'], SHEET[1] ?? []] })], {
      mappings,
    });
    expect(other.roster.rows.成员[0]?.workMonths).toBeNull();
  });

  it('goes on asking about a word with two meanings until it is settled', async () => {
    const { files } = await readRoster([gridWorkbook({ 一月: SHEET })]);
    const saved: unknown = JSON.parse(JSON.stringify(mappingOf(files.flatMap((file) => file.tables))));
    expect(saved).toMatchObject({
      tables: [
        {
          columns: expect.arrayContaining([
            { header: '务工时长', column: null, of: null, field: '?', meanings: ['务工月数', '务工天数'] },
          ]) as unknown,
        },
      ],
    });
    const { findings } = await readRoster([gridWorkbook({ 二月: SHEET })], { mappings: [parseMapping(saved)] });
    expect(findings.filter(({ code }) => code === 'HDR-07').map(({ params }) => params['header'])).toEqual([
      '务工时长',
      '年收入',
    ]);
  });

  it('takes either meaning of such a word, also the one that is not read', async () => {
    const head = ['户编号', '姓名', '身份证号', '与户主关系', '单位'];
    const mappings = [
      parseMapping({ version: 1, tables: [{ table: '成员', columns: [{ header: '单位', field: '计量单位' }] }] }),
    ];
    const { findings, roster } = await readRoster([gridWorkbook({ 名册: [head, ['HH1', '张三', A, '户主', '人']] })], {
      mappings,
    });
    expect(findings).toEqual([]);
    expect(roster.rows.成员[0]?.employer).toBeNull();
  });

  it('speak once for all tables with the same header: side by side, below, on other sheets, a column further right', async () => {
    const head = ['户编号', '姓名', '身份证号', '与户主关系', '务工时长'];
    const person = (household: string, id: string, months: number): (string | number)[] => [
      household,
      '张三',
      id,
      '户主',
      months,
    ];
    const B = '640181199001010029';
    const C = '640181199201010022';
    const side = [
      [...head, null, ...head],
      [...person('HH1', A, 3), null, ...person('HH2', B, 4)],
    ];
    const { files } = await readRoster([gridWorkbook({ 一月: side })]);
    const saved = JSON.parse(JSON.stringify(mappingOf(files.flatMap((file) => file.tables)))) as {
      tables: { columns: { header: string; field: string | null }[] }[];
    };
    expect(saved.tables).toHaveLength(1);
    for (const column of saved.tables[0]?.columns ?? []) if (column.field === '?') column.field = '务工月数';
    const right = [head, person('HH3', C, 5)].map((row) => [null, ...row]);
    const { roster } = await readRoster([gridWorkbook({ 一月: side, 二月: right })], {
      mappings: [parseMapping(saved)],
    });
    expect(roster.rows.成员.map(({ workMonths }) => workMonths)).toEqual([3, 4, 5]);
  });

  it('tells two columns of one name apart by their order, wherever the table stands', async () => {
    const head = ['户编号', '姓名', '身份证号', '与户主关系', '收入', '收入'];
    const row = ['HH1', '张三', A, '户主', 100, 200];
    const { files } = await readRoster([gridWorkbook({ 一月: [head, row] })]);
    const saved = mappingOf(files.flatMap((file) => file.tables));
    const columns = saved.tables[0]?.columns.map((column, i) => ({
      ...column,
      field: i === 5 ? '年务工收入' : i === 4 ? null : column.field,
    }));
    const mappings = [parseMapping({ version: 1, tables: [{ ...saved.tables[0], columns }] })];
    const moved = [head, row].map((cells) => [null, ...cells]);
    const { roster } = await readRoster([gridWorkbook({ 二月: moved })], { mappings });
    expect(roster.rows.成员[0]?.wageIncome).toBe(20_000);
  });

  it('may be written by hand without a fingerprint, and may turn a column off', async () => {
    const mappings = [
      parseMapping({
        version: 1,
        tables: [
          {
            table: '成员',
            columns: [
              { header: '务工时长', field: '务工月数' },
              { header: '与户主关系', field: null },
            ],
          },
        ],
      }),
    ];
    const { findings, files } = await readRoster([gridWorkbook({ 名册: SHEET })], { mappings });
    expect(findings[0]).toMatchObject({ code: 'HDR-01', params: { missing: '与户主关系' } });
    expect(files[0]?.tables[0]?.usable).toBe(false);
  });

  it('carry household columns of a member sheet', async () => {
    const head = [...(SHEET[0] ?? []).slice(0, 4), '几口人'];
    const mappings = [
      parseMapping({ version: 1, tables: [{ table: '成员', columns: [{ header: '几口人', field: '家庭人口数' }] }] }),
    ];
    const { roster } = await readRoster([gridWorkbook({ 名册: [head, ['HH1', '张三', A, '户主', 3]] })], { mappings });
    expect(roster.rows.住户).toMatchObject([{ householdId: 'HH1', size: 3 }]);
  });

  it('cannot map two columns to one field', async () => {
    const mappings = [
      parseMapping({
        version: 1,
        tables: [
          {
            table: '成员',
            columns: [
              { header: '年收入', field: '年务工收入' },
              { header: '家庭月均收', field: '年务工收入' },
            ],
          },
        ],
      }),
    ];
    const { findings } = await readRoster([gridWorkbook({ 名册: SHEET })], { mappings });
    expect(findings.map(({ code }) => code)).toContain('HDR-02');
  });

  it.each([
    [{ version: 2, tables: [] }, /version/],
    [{ version: 1, tables: [{ table: '成 员', columns: [{ header: 'a', field: null }] }] }, /table/],
    [{ version: 1, tables: [{ table: '成员', columns: [{ header: 'a', feild: null }] }] }, /field|feild/],
    [{ version: 1, tables: [{ table: '成员', columns: [{ header: '务工时长', field: '务工日数' }] }] }, /务工日数/],
    ['text', /./],
  ])('are refused with the reason: %j', (data, message) => {
    expect(() => parseMapping(data)).toThrow(MappingFault);
    expect(() => parseMapping(data)).toThrow(message);
  });
});
