import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/tables/cell-of.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { errorCell, gridWorkbook } from './workbook-builder.js';

const A = '640181199001010010';
const B = '640181199001010029';
const HOUSEHOLDS = [
  [
    '户编号',
    '户主姓名',
    '户主身份证号',
    '乡镇',
    '社区',
    '家庭人口数',
    '收入年度',
    '年务工收入',
    '证明材料',
    '银行账号',
  ],
  ['HH1', '张三', A, '宁东镇', '甲社区', 2, 2023, 24000, '合同', '6228480000000000000'],
  ['HH2', '李四', B, '宁东镇', '甲社区', '3人', '2023年', '2.4万元', '无', null],
];

const codes = (findings: readonly { code: string }[]): string[] => findings.map((finding) => finding.code);

describe('a standard workbook', () => {
  it('is read into typed rows and says what is written in another unit', async () => {
    const { roster, findings, files } = await readRoster([
      gridWorkbook({
        住户: HOUSEHOLDS,
        成员: [
          ['户编号', '姓名', '身份证号', '与户主关系', '年务工收入', '证明材料', '务工月数', '签订劳动合同'],
          ['HH1', '张三', A, '户主', '8,000.00', '合同', 10, '√'],
          ['HH1', '王五', B, '配偶', null, null, '-', '×'],
        ],
        经营: [
          ['户编号', '经营者姓名', '经营者身份证号', '主体类型', '登记日期', '经营状态', '年经营收入'],
          ['HH2', '李四', B, '个体户', '2022年3月1日', '正常', 1234.5],
        ],
      }),
    ]);
    expect(findings.map(({ code, severity, value }) => [code, severity, value])).toEqual([
      ['CEL-06', 'warning', '2.4万元'],
    ]);
    expect(roster.rows.住户).toHaveLength(2);
    expect(roster.rows.住户[0]).toMatchObject({
      table: 0,
      row: 2,
      householdId: 'HH1',
      headId: A,
      size: 2,
      incomeYear: 2023,
      wageIncome: 2_400_000,
      evidence: '合同',
      accountNumber: '6228480000000000000',
      perCapitaIncome: null,
    });
    expect(roster.rows.住户[1]).toMatchObject({ size: 3, incomeYear: 2023, wageIncome: 2_400_000, evidence: null });
    expect(roster.rows.成员[0]).toMatchObject({ wageIncome: 800_000, workMonths: 10, labourContract: true });
    expect(roster.rows.成员[1]).toMatchObject({ wageIncome: null, workMonths: null, labourContract: false });
    expect(roster.rows.经营[0]).toMatchObject({ kind: '个体工商户', registeredOn: '2022-03-01', income: 123_450 });
    expect(files[0]?.tables.map((table) => [table.sheet, table.table, table.rows, table.headerRows])).toEqual([
      ['住户', '住户', 2, [1, 1]],
      ['成员', '成员', 2, [1, 1]],
      ['经营', '经营', 1, [1, 1]],
    ]);
    expect(cellOf(roster, { table: 0, row: 2, field: 'wageIncome' })).toEqual({
      file: '测试.xlsx',
      sheet: '住户',
      cell: 'H2',
      row: 2,
      column: 7,
      header: '年务工收入',
    });
  });
});

describe('a messy sheet', () => {
  it('has title, totals, footers and blanks taken off', async () => {
    const { roster, findings } = await readRoster([
      gridWorkbook(
        {
          花名册: [
            ['宁东镇2023年务工奖补花名册'],
            ['填报单位：宁东镇', null, null, null, '单位：元'],
            ['序号', '户编号', '户主姓名', '户主身份证号码', '家庭人口', '年度', '务工收入（元）'],
            [1, 'HH1', '张三', A, 2, 2023, 24000],
            [],
            [2, 'HH2', '李　四', B, 3, 2023, '8000元'],
            [3],
            ['合    计', null, null, null, 5, null, 32000],
            ['制表：王某', null, '审核：赵某'],
          ],
        },
        { merges: ['A1:G1'] },
      ),
    ]);
    expect(roster.rows.住户.map((row) => [row.row, row.headName, row.wageIncome])).toEqual([
      [4, '张三', 2_400_000],
      [6, '李四', 800_000],
    ]);
    expect(codes(findings)).toEqual(['CEL-11', 'SHT-06']);
  });

  it('says when the total differs and when rows stand below it', async () => {
    const { roster, findings } = await readRoster([
      gridWorkbook({
        住户: [
          ...HOUSEHOLDS,
          ['合计', null, null, null, null, 5, null, 47999.99],
          ['HH3', '赵六', A, '', '', 1, 2023, 1],
        ],
      }),
    ]);
    expect(roster.rows.住户).toHaveLength(3);
    const total = findings.find((finding) => finding.code === 'SHT-03');
    expect(total?.params).toEqual({
      column: '年务工收入',
      stated: '47999.99',
      summed: '48000.00',
      difference: '-0.01',
    });
    expect(total?.place).toMatchObject({ row: 4, column: 7 });
    expect(findings.find((finding) => finding.code === 'SHT-05')).toMatchObject({
      severity: 'error',
      subject: { household: 'HH3' },
      params: { total: 4 },
    });
  });

  it('keeps what it cannot read out of the money and says where', async () => {
    const { roster, findings } = await readRoster([
      gridWorkbook({
        住户: [
          HOUSEHOLDS[0] ?? [],
          ['HH1', '张三', 640181199001010000, '', '', 2, 2023, '约八千'],
          ['HH2', '李四', B, '', '', 2, 2023, errorCell('#REF!')],
          ['HH3', '李四', B, '', '', null, 2023.1, { kind: 'no-result' }],
        ],
      }),
    ]);
    expect(roster.rows.住户[0]).toMatchObject({ headId: null, wageIncome: null, unreadable: ['headId', 'wageIncome'] });
    expect(findings.map(({ code, place, subject }) => [code, place.row, place.header, subject.household])).toEqual([
      ['CEL-03', 2, '户主身份证号', 'HH1'],
      ['CEL-06', 2, '年务工收入', 'HH1'],
      ['CEL-16', 3, '年务工收入', 'HH2'],
      ['CEL-19', 4, '家庭人口数', 'HH3'],
      ['CEL-08', 4, '收入年度', 'HH3'],
      ['CEL-15', 4, '年务工收入', 'HH3'],
    ]);
  });
});

describe('a sheet of members that carries household columns', () => {
  const HEADER = ['户编号', '姓名', '证件号码', '与户主关系', '人数', '户类型', '年度', '务工收入', '证明材料'];

  it('gives both lists', async () => {
    const { roster, findings } = await readRoster([
      gridWorkbook(
        {
          Sheet1: [
            HEADER,
            ['HH1', '张三', A, '01-本人', 2, '搬迁户', 2023, 10000, '流水'],
            [null, '王五', B, '02-配偶', null, null, null, 5000, null],
          ],
        },
        { merges: ['A2:A3', 'E2:E3', 'F2:F3', 'G2:G3'] },
      ),
    ]);
    expect(codes(findings)).toEqual([]);
    expect(roster.rows.成员.map((row) => [row.householdId, row.name, row.relation, row.wageIncome])).toEqual([
      ['HH1', '张三', '户主', 1_000_000],
      ['HH1', '王五', '配偶', 500_000],
    ]);
    expect(roster.rows.住户).toHaveLength(1);
    expect(roster.rows.住户[0]).toMatchObject({ table: 1, size: 2, incomeYear: 2023, headName: '张三', headId: A });
    expect(cellOf(roster, { table: 1, row: 2, field: 'size' })?.cell).toBe('E2');
    expect(cellOf(roster, { table: 0, row: 3, field: 'wageIncome' })?.cell).toBe('H3');
  });

  it('gives an amount merged over the members to their household, and never to one of them', async () => {
    const rows = [
      HEADER,
      ['HH1', '张三', A, '户主', 2, '', 2023, 10000, '流水'],
      ['HH1', '王五', B, '配偶', 2, '', 2023, null, null],
    ];
    const { roster, findings } = await readRoster([gridWorkbook({ Sheet1: rows }, { merges: ['H2:H3', 'I2:I3'] })]);
    expect(roster.rows.成员.map((row) => [row.wageIncome, row.evidence])).toEqual([
      [null, '流水'],
      [null, '流水'],
    ]);
    expect(roster.rows.住户.map((row) => row.wageIncome)).toEqual([1_000_000]);
    expect(codes(findings)).toEqual([]);
  });

  it('asks about an amount merged over two households', async () => {
    const rows = [
      HEADER,
      ['HH1', '张三', A, '户主', 1, '', 2023, 10000, '流水'],
      ['HH2', '王五', B, '户主', 1, '', 2023, null, null],
    ];
    const { roster, findings } = await readRoster([gridWorkbook({ Sheet1: rows }, { merges: ['H2:H3'] })]);
    expect(roster.rows.成员.map((row) => row.wageIncome)).toEqual([1_000_000, null]);
    expect(findings.map(({ code, place, params }) => [code, place.row, params['range']])).toEqual([
      ['SHT-07', 2, 'H2:H3'],
      ['SHT-07', 3, 'H2:H3'],
    ]);
  });

  it('reports two values for one household', async () => {
    const { findings } = await readRoster([
      gridWorkbook({
        Sheet1: [
          HEADER,
          ['HH1', '张三', A, '户主', 2, '', 2023, 10000, '流水'],
          ['HH1', '王五', B, '配偶', 3, '', 2023, null, null],
        ],
      }),
    ]);
    expect(findings.find(({ code }) => code === 'HHD-06')).toMatchObject({
      severity: 'error',
      params: { field: '家庭人口数', first: '2', second: '3' },
      subject: { household: 'HH1' },
    });
  });
});

describe('a header', () => {
  it('refuses the sheet when a required column is missing, and lists what was not used', async () => {
    const { roster, findings, files } = await readRoster([
      gridWorkbook({
        住户: [
          ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '年度收入期', '备注'],
          ['1', '张三', A, 1, 2, ''],
        ],
      }),
    ]);
    expect(roster.rows.住户).toEqual([]);
    expect(files[0]?.tables[0]).toMatchObject({ table: '住户', usable: false, rows: 1 });
    expect(findings[0]).toMatchObject({
      code: 'HDR-01',
      severity: 'error',
      params: { missing: '收入年度', unmatched: '年度收入期' },
    });
  });

  it('refuses two columns for one field', async () => {
    const rows = HOUSEHOLDS.map((row, index) => [...row, index === 0 ? '务工收入' : 1]);
    const { roster, findings } = await readRoster([gridWorkbook({ 住户: rows })]);
    expect(roster.rows.住户).toEqual([]);
    expect(findings[0]).toMatchObject({ code: 'HDR-02', params: { field: '年务工收入' } });
  });

  it('asks about a word with two meanings and does not use it', async () => {
    const { roster, findings } = await readRoster([
      gridWorkbook({
        成员: [
          ['户编号', '姓名', '身份证号', '与户主关系', '务工时长', '年收入'],
          ['HH1', '张三', A, '户主', 12, 30000],
        ],
      }),
    ]);
    expect(findings.map(({ code, params }) => [code, params['header']])).toEqual([
      ['HDR-07', '务工时长'],
      ['HDR-07', '年收入'],
    ]);
    expect(roster.rows.成员[0]).toMatchObject({ workMonths: null, wageIncome: null });
  });

  it('multiplies 万元 and says so', async () => {
    const rows = HOUSEHOLDS.map((row) => [...row.slice(0, 7), row[7] === '年务工收入' ? '年务工收入（万元）' : 2.4]);
    const { roster, findings } = await readRoster([gridWorkbook({ 住户: rows })]);
    expect(roster.rows.住户[0]?.wageIncome).toBe(2_400_000);
    expect(findings.map(({ code, params }) => [code, params['unit']])).toEqual([['HDR-04', '万元']]);
  });
});
