import { describe, expect, it } from 'vitest';
import { hasUsableTable, mapDocument } from '../../src/tables/file-reading.js';
import type { Cell } from '../../src/tables/grid.js';
import { readRoster, type ReadRosterOptions } from '../../src/tables/read-roster.js';
import { type GridRows, type GridWorkbookOptions, gridWorkbook } from './workbook-builder.js';

const A = '640181199001010010';
const B = '640181199001010029';
const HEAD = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入'];
const ROW = (id: string, amount: Cell = 8000): Cell[] => [id, '张三', A, 2, 2023, amount];
const MEMBER_HEAD = ['户编号', '姓名', '身份证号', '与户主关系'];

async function read(sheets: Record<string, GridRows>, options: GridWorkbookOptions = {}, how: ReadRosterOptions = {}) {
  const workbook = gridWorkbook(sheets, options);
  const reading = await readRoster([workbook], how);
  return {
    ...reading,
    scans: workbook.scans(),
    tables: reading.files[0]?.tables ?? [],
    codes: reading.findings.map(({ code }) => code),
  };
}

describe('headers', () => {
  it('reads two header rows without merges, as a CSV gives them', async () => {
    const { roster, tables } = await read({
      名册: [
        ['户编号', '户主信息', '', '家庭人口数', '收入情况', ''],
        ['', '姓名', '身份证号', '', '年度', '年务工收入（元）'],
        ROW('HH1'),
      ],
    });
    expect(tables[0]).toMatchObject({ table: '住户', headerRows: [1, 2], rows: 1 });
    expect(tables[0]?.columns.map(({ path, field }) => [path.join('/'), field])).toEqual([
      ['', '户编号'],
      ['户主信息', '户主姓名'],
      ['户主信息', '户主身份证号'],
      ['', '家庭人口数'],
      ['收入情况', '收入年度'],
      ['收入情况', '年务工收入'],
    ]);
    expect(roster.rows.住户[0]).toMatchObject({ headId: A, wageIncome: 800_000 });
  });

  it('does not take somebody else for the person of the row', async () => {
    const { tables } = await read(
      {
        成员: [
          ['户编号', '姓名', '身份证号', '与户主关系', '帮扶责任人', null],
          [null, null, null, null, '姓名', '联系电话'],
          ['HH1', '张三', A, '户主', '王某', '13800138000'],
        ],
      },
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1'] },
    );
    expect(tables[0]?.columns.map(({ field }) => field)).toEqual([
      '户编号',
      '姓名',
      '身份证号',
      '与户主关系',
      '帮扶责任人',
      null,
    ]);
    expect(tables[0]?.usable).toBe(true);
  });

  it('takes 单位：万元 above the header for columns without a unit of their own', async () => {
    const { roster, codes } = await read({
      名册: [
        ['某镇收入核算表'],
        ['填报单位：某镇', null, null, null, '金额单位：万元'],
        HEAD,
        ROW('HH1', 2.4),
        ROW('HH2', '3.000001'),
      ],
    });
    expect(roster.rows.住户.map((row) => row.wageIncome)).toEqual([2_400_000, 3_000_001]);
    expect(codes).toEqual(['HDR-04']);
  });

  it('lets a cell that says 万元 stand under 单位：元, and no other contradiction', async () => {
    const one = await read({ 名册: [['单位：元'], HEAD, ROW('HH1', '0.8万元')] });
    expect(one.roster.rows.住户[0]?.wageIncome).toBe(800_000);
    const two = await read({ 名册: [['单位：万元'], HEAD, ROW('HH1', '8000元')] });
    expect(two.codes).toContain('CEL-06');
    const three = await read({ 名册: [[...HEAD.slice(0, 5), '年务工收入（元）'], ROW('HH1', '0.8万元')] });
    expect(three.codes).toEqual(['CEL-06']);
  });

  it('refuses a form with the reason', async () => {
    const { files, findings } = await read({
      申请表: [['务工奖补申请表'], ['姓名：', '张三', '性别：', '男'], ['身份证号：', A], ['家庭住址：', '某村']],
    });
    expect(hasUsableTable(files)).toBe(false);
    expect(findings).toMatchObject([{ code: 'HDR-09', severity: 'error', params: { reason: 'form' } }]);
  });

  it('reads two tables side by side, each from its own columns', async () => {
    const { roster, tables } = await read({
      两表: [
        [...HEAD, null, ...MEMBER_HEAD],
        [...ROW('HH1'), null, 'HH1', '张三', A, '户主'],
        [...ROW('HH2'), null, 'HH1', '王五', B, '配偶'],
        [null, null, null, null, null, null, null, 'HH2', '赵六', '640181199001010037', '户主'],
      ],
    });
    expect(tables.map(({ table, rows, usable }) => [table, rows, usable])).toEqual([
      ['住户', 2, true],
      ['成员', 3, true],
    ]);
    expect(roster.rows.住户.map((row) => row.householdId)).toEqual(['HH1', 'HH2']);
    expect(roster.rows.成员.map((row) => row.householdId)).toEqual(['HH1', 'HH1', 'HH2']);
  });

  it('leaves a lookup list beside the table alone', async () => {
    const { roster, tables, findings } = await read({
      名册: [
        [...HEAD, null, '户编号', '社区'],
        [...ROW('HH1'), null, 'HH9', '甲社区'],
        [null, null, null, null, null, null, null, 'HH8', '乙社区'],
      ],
    });
    expect(tables).toHaveLength(1);
    expect(roster.rows.住户).toMatchObject([{ householdId: 'HH1', community: null }]);
    expect(findings.map(({ code }) => code)).not.toContain('HDR-02');
  });

  it('keeps an empty column inside one table', async () => {
    const head = [...HEAD.slice(0, 3), '', ...HEAD.slice(3), '证明材料'];
    const { roster, codes } = await read({
      名册: [head, ['HH1', '张三', A, '', 2, 2023, 8000, '流水'], ['HH2', '李四', B, '', 2, 2023, 8000, '']],
    });
    expect(roster.rows.住户.map((row) => [row.wageIncome, row.evidence])).toEqual([
      [800_000, '流水'],
      [800_000, null],
    ]);
    expect(codes).toEqual([]);
  });

  it('names what looks like a known header without using it', async () => {
    const { findings, roster } = await read({
      成员: [
        [...MEMBER_HEAD, '务工收人', '颜色'],
        ['HH1', '张三', A, '户主', 1, '红'],
      ],
    });
    expect(
      findings.map(({ code, params }) => [code, params['header'] ?? params['headers'], params['suggestion']]),
    ).toEqual([
      ['HDR-06', '务工收人', '年务工收入'],
      ['HDR-03', '颜色', undefined],
    ]);
    expect(roster.rows.成员[0]?.wageIncome).toBeNull();
  });

  it('says of sheets that are none of ours that they were not read', async () => {
    const { findings, tables } = await read({
      住户: [HEAD, ROW('HH1')],
      汇总: [
        ['社区', '户数', '金额'],
        ['甲', 1, 2],
      ],
      物资: [
        ['品名', '规格', '数量'],
        ['帐篷', '大', 2],
      ],
    });
    expect(tables.map(({ table }) => table)).toEqual(['住户', null, null]);
    // A sheet of totals is compared.
    expect(findings).toMatchObject([{ code: 'HDR-09', severity: 'info', params: { reason: 'unrelated' } }]);
  });
});

describe('rows that are no data', () => {
  it('starts again at a page break, title and header included', async () => {
    const { roster, codes } = await read(
      {
        名册: [
          ['甲社区花名册'],
          HEAD,
          ROW('HH1'),
          ['合计', null, null, 2, null, 8000],
          ['乙社区花名册'],
          HEAD,
          ROW('HH2', 9000),
          ['合计', null, null, 2, null, 9000],
          ['总计', null, null, 4, null, 17000],
        ],
      },
      { merges: ['A1:F1', 'A5:F5'] },
    );
    expect(roster.rows.住户.map((row) => row.householdId)).toEqual(['HH1', 'HH2']);
    expect(codes).toEqual([]);
  });

  it('adds up subtotals part by part', async () => {
    const { findings } = await read({
      名册: [
        HEAD,
        ROW('HH1'),
        ['甲社区小计', null, null, null, null, 8000],
        ROW('HH2', 9000),
        ['乙社区小计', null, null, null, null, 9001],
        ['合 计', null, null, null, null, 17000],
      ],
    });
    expect(findings.map(({ code, place, params }) => [code, place.row, params['difference']])).toEqual([
      ['SHT-03', 5, '1.00'],
    ]);
  });

  it('does not compare a total with a column it could not read', async () => {
    const { codes } = await read({ 名册: [HEAD, ROW('HH1', '约八千'), ['合计', null, null, null, null, 8000]] });
    expect(codes).toEqual(['CEL-06']);
  });

  it('drops column numbers, examples, placeholders and rows with 序号 only', async () => {
    const { roster, codes } = await read({
      名册: [
        ['序号', ...HEAD],
        [1, 2, 3, 4, 5, 6, 7],
        ['例', 'HH0001', '张三', A, 4, 2023, 30000],
        [1, ...ROW('HH1')],
        ['${i}', '${id}', '${name}', null, null, null, null],
        [2, null, null, null, null, null, 0],
        ['注：1.收入含税。'],
        ['以上数据已经公示'],
      ],
    });
    expect(roster.rows.住户.map((row) => row.householdId)).toEqual(['HH1']);
    expect(codes).toEqual(['SHT-06']);
  });

  it('reports gaps in 序号 and accepts a new start', async () => {
    const { findings } = await read({
      名册: [
        ['序号', ...HEAD],
        [1, ...ROW('HH1')],
        [3, ...ROW('HH2')],
        [1, ...ROW('HH3')],
        [1, ...ROW('HH4')],
      ],
    });
    expect(findings.map(({ code, place, params }) => [code, place.row, params['found'], params['expected']])).toEqual([
      ['SHT-04', 3, 3, 2],
    ]);
  });

  it('reads a company called 会计 and a person called 总 as data', async () => {
    const { roster } = await read({ 名册: [HEAD, ['HH1', '总计明', A, 1, 2023, 1], ['HH2', '附件', B, 1, 2023, 1]] });
    expect(roster.rows.住户.map((row) => row.headName)).toEqual(['总计明', '附件']);
  });

  it('says that a table without rows has none', async () => {
    const { codes, tables } = await read({ 住户: [HEAD] });
    expect(tables[0]).toMatchObject({ usable: true, rows: 0 });
    expect(codes).toEqual(['FIL-06']);
    expect((await read({ 住户: [] })).codes).toEqual(['FIL-06']);
  });
});

describe('columns and cells', () => {
  it('makes one finding of a column that cannot be read', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => ROW(`HH${index}`, index === 0 ? 8000 : '见附件'));
    const { findings, roster } = await read({ 住户: [HEAD, ...rows] });
    expect(findings).toMatchObject([
      { code: 'HDR-08', severity: 'error', params: { field: '年务工收入', count: 11, total: 12 } },
    ]);
    expect(roster.rows.住户.filter((row) => row.unreadable?.includes('wageIncome'))).toHaveLength(11);
  });

  it('counts what was cleaned, one finding a column', async () => {
    const { findings, roster } = await read({
      住户: [HEAD, ['ＨＨ１', ' 张三 ', A, 2, 2023, '８０００'], ["'HH2", '李四', '64018119880808004x', 2, 2023, 1]],
    });
    expect(findings.map(({ code, place, params }) => [code, place.header, params['count']])).toEqual([
      ['CEL-11', '户编号', 2],
      ['CEL-11', '户主姓名', 1],
      ['CEL-11', '年务工收入', 1],
      ['CEL-11', '户主身份证号', 1],
    ]);
    expect(roster.rows.住户.map((row) => [row.householdId, row.headId])).toEqual([
      ['HH1', A],
      ['HH2', '64018119880808004X'],
    ]);
  });

  it('reads hidden rows and says so; leaves hidden sheets out and says so', async () => {
    const { findings, roster } = await read(
      { 住户: [HEAD, ROW('HH1'), ROW('HH2')], 旧表: [HEAD, ROW('HH3')], 选项: [['是'], ['否']] },
      {
        sheets: {
          住户: { hiddenRows: [3], hiddenColumns: [5] },
          旧表: { visibility: 'hidden' },
          选项: { visibility: 'hidden' },
        },
      },
    );
    expect(roster.rows.住户.map((row) => row.householdId)).toEqual(['HH1', 'HH2']);
    expect(findings.map(({ code, place, params }) => [code, place.sheet, params])).toEqual([
      ['SHT-02', '住户', { rows: 1, columns: 1, sheets: 0 }],
      ['SHT-02', '旧表', { rows: 0, columns: 0, sheets: 1 }],
    ]);
  });

  it('reads only the sheets that were asked for, hidden ones too', async () => {
    const { roster } = await read(
      { 住户: [HEAD, ROW('HH1')], 旧表: [HEAD, ROW('HH3')] },
      { sheets: { 旧表: { visibility: 'hidden' } } },
      { sheets: ['旧表'] },
    );
    expect(roster.rows.住户.map((row) => row.householdId)).toEqual(['HH3']);
  });

  it('ignores what this tool itself wrote into a workbook', async () => {
    const { codes, tables } = await read({
      校验结果: [
        ['代码', '说明'],
        ['CEL-02', '身份证号校验码不对'],
      ],
      住户: [
        [...HEAD, '校验结果（系统生成）'],
        [...ROW('HH1'), 'CEL-02'],
      ],
      填写说明: [['户编号：必填'], ['户主姓名：必填']],
    });
    expect(codes).toEqual([]);
    expect(tables.map(({ sheet, columns }) => [sheet, columns.length])).toEqual([['住户', 6]]);
  });

  it('fills a merged household number down and leaves a merged organisation to all its workers', async () => {
    const { roster, codes } = await read(
      {
        用工: [
          ['单位名称', '统一社会信用代码', '姓名', '身份证号', '人员类别', '入职日期', '离职日期'],
          ['甲车间', '91640181MA0000015F', '张三', A, '脱贫人口', '2023-01-05', '至今'],
          [null, null, '李四', B, '搬迁群众', '2023年2月', null],
        ],
      },
      { merges: ['A2:A3', 'B2:B3'] },
    );
    expect(codes).toEqual([]);
    expect(roster.rows.用工.map((row) => [row.organisationName, row.creditCode, row.hiredOn, row.leftOn])).toEqual([
      ['甲车间', '91640181MA0000015F', '2023-01-05', null],
      ['甲车间', '91640181MA0000015F', '2023-02', null],
    ]);
  });

  it('gives the household of a combined sheet the account of its head', async () => {
    const { roster } = await read({
      名册: [
        [...MEMBER_HEAD, '家庭人口', '年度', '银行账号', '联系电话'],
        ['HH1', '王五', B, '配偶', 2, 2023, '6217000000000000004', '13800138001'],
        ['HH1', '张三', A, '户主', 2, 2023, '6228480000000000000', '13800138000'],
      ],
    });
    expect(roster.rows.住户).toMatchObject([
      { headName: '张三', headId: A, accountNumber: '6228480000000000000', phone: '13800138000', size: 2, row: 2 },
    ]);
  });

  it('does not count a household twice when a 住户 table has it', async () => {
    const { roster, codes } = await read({
      住户: [HEAD, ROW('HH1')],
      成员: [
        [...MEMBER_HEAD, '乡镇'],
        ['HH1', '张三', A, '户主', '宁东镇'],
        ['HH2', '李四', B, '户主', '宁东镇'],
      ],
    });
    expect(roster.rows.住户.map((row) => row.householdId)).toEqual(['HH1']);
    expect(roster.tables.map((table) => table.kind)).toEqual(['住户', '成员']);
    expect(codes).toEqual([]);
  });
});

describe('reading', () => {
  it('goes over the rows once and past the first sixty', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => ROW(`HH${index}`, index));
    const { roster, scans } = await read({ 住户: [HEAD, ...rows] });
    expect(roster.rows.住户).toHaveLength(200);
    expect(roster.rows.住户[199]).toMatchObject({ row: 201, wageIncome: 19_900 });
    expect(scans).toBe(1);
  });

  it('gives the map of src/CONTRACT.md §4', async () => {
    const { files } = await read(
      { 住户: [['花名册'], HEAD, ROW('HH1')] },
      { file: 'a.csv', kind: 'csv', encoding: 'gb18030' },
    );
    expect(mapDocument(files, ({ code }) => code)).toEqual({
      files: [
        {
          file: 'a.csv',
          kind: 'csv',
          encoding: 'gb18030',
          tables: [
            {
              sheet: '住户',
              table: '住户',
              header_rows: [2, 2],
              rows: 1,
              columns: HEAD.map((header, index) => ({
                column: 'ABCDEF'.charAt(index),
                header,
                path: [],
                field: header,
              })),
            },
          ],
          findings: [],
        },
      ],
    });
    expect(files[0]?.tables[0]?.preview[0]?.[2]).toBe('6401**********0010');
  });
});
