import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/tables/grid.js';
import { faultOf, readBook } from './sample-files.js';
import { inputsOf, present, WILD } from './shared-inputs.js';

/** What index.tsv says about reading; headers are the business of tables/. */
interface Answer {
  readonly kind?: 'xlsx' | 'xls' | 'html' | 'csv';
  readonly encoding?: string;
  readonly remarks?: readonly string[];
  readonly sheets?: readonly string[];
  /** Rows with at least one cell, by sheet. */
  readonly rows?: readonly number[];
  /** Address on the first sheet (`row:column`, column from 0) → cell. */
  readonly cells?: Readonly<Record<string, Cell>>;
  readonly merges?: number;
  readonly fault?: string;
}

const day = (iso: string): Cell => ({ kind: 'date', iso });

const ANSWERS: Readonly<Record<string, Answer>> = {
  'anon_magicodes_students_problems.xlsx': { rows: [17], cells: { '1:0': '序号', '15:1': '4655193081443685O18' } },
  'bank_ccb_preamble_footer.xls': { kind: 'xls', rows: [12], cells: { '3:0': '币　　种：' } },
  'bank_wechat_preamble.xlsx': {
    sheets: ['example-wechat-records', 'Sheet1'],
    rows: [43, 43],
    cells: { '43:5': '¥50.0' },
  },
  'csv_gb2312_tiny_miniexcel.csv': {
    encoding: 'gb18030',
    remarks: ['FIL-03'],
    cells: { '1:0': '栏位1', '2:0': '世界你好' },
  },
  'csv_gbk_alipay_preamble.csv': {
    encoding: 'gb18030',
    remarks: ['FIL-03'],
    cells: { '25:0': '交易时间            ', '26:6': '49.74               ', '35:6': '82.00', '35:5': '支出' },
  },
  'csv_gbk_orders_blank_dates.csv': { encoding: 'gb18030', rows: [21], cells: { '2:0': '2022-1-1', '3:0': null } },
  'csv_gbk_tiny_miniexcel338.csv': { encoding: 'gb18030', cells: { '1:0': '中文测试内容', '1:1': 'Test Content' } },
  'csv_utf8_icbc_tab_padded.csv': {
    encoding: 'utf-8',
    remarks: [],
    cells: { '20:0': '人民币合计', '20:9': '1,234.56', '20:10': '9,876.54' },
  },
  'csv_utf8bom_easyexcel.csv': { encoding: 'utf-8-bom', rows: [11], cells: { '1:0': '姓名', '1:1': '年纪' } },
  'dom_gov2014_bangfu_detail.xls': { kind: 'xls', merges: 12, cells: { '2:1': '到村项目资金(万元)' } },
  'dom_gov2014_household_import.xls': { cells: { '1:0': '户码*', '1:13': '帮扶人职务' }, rows: [1, 0, 0] },
  'dom_gov2014_income_import.xls': { cells: { '1:5': '务工(元)*' }, rows: [1, 0, 0] },
  'dom_gov2014_loan_month.xls': { merges: 12, cells: { '1:1': '一' } },
  'dom_gov2014_member_import.xls': { cells: { '1:9': '打工状况*' }, rows: [1, 0, 0] },
  'dom_gov2014_member_report.xls': { cells: { '2:4': 'N' }, rows: [2] },
  'dom_gzfupin_family_type.xls': { merges: 9, rows: [2, 0, 0] },
  'dom_gzfupin_q1_2012.xls': { rows: [211, 207, 0], cells: { '3:0': '编号', '3:5': '从化市' } },
  'dom_gzfupin_report2.xls': { rows: [10], merges: 15 },
  'dom_gzfupin_report_12.xls': { rows: [2], merges: 31, cells: { '1:0': '区（县）' } },
  'dom_gzfupin_stat.xls': { sheets: ['一', '二', '三', '四', '五'], rows: [2, 2, 2, 2, 2] },
  'dom_idap_base_info.xls': { sheets: ['白名单客户', '黑名单客户', '未用信', '已用信'] },
  'dom_idap_credit_rating.xls': { cells: { '3:3': '是否外出务工' } },
  'dom_idap_visit_ledger.xls': { merges: 57, cells: { '3:0': '户主' } },
  'enc_poi_xor_pw_abc.xls': { fault: 'encrypted' },
  'fake_html_gb18030.xls': { kind: 'html', encoding: 'gb18030', remarks: ['FIL-02'], cells: { '1:0': '电视机' } },
  'hdr_minzheng_tekun.csv': { encoding: 'utf-8', rows: [1] },
  'hdr_national_fpb_2017_gbk_newlines.csv': {
    encoding: 'gb18030',
    rows: [1],
    cells: { '1:14': '劳动能力\n页面（劳动技能）' },
  },
  'hdr_national_ytprk_2022.csv': { encoding: 'utf-8', remarks: [], rows: [1], cells: { '1:6': '户编号' } },
  'hdr_roster_bilingual_suffix.csv': { rows: [3], cells: { '3:0': '姓名_real_name' } },
  'hdr_village_subsidy_register.csv': { rows: [1], cells: { '1:11': '申报金额', '1:12': '实发金额' } },
  'misc_excelmatch_3sheets.xlsx': { rows: [4, 4, 4], cells: { '2:3': day('2020-01-15') } },
  'pay_docool_3level_header.xls': { rows: [31], merges: 64, cells: { '1:0': '工资发放表' } },
  'pay_tidaybreak_header_row5.xlsx': { rows: [6], cells: { '5:3': '姓名' } },
  'rd_calamine_hidden_sheets.xlsx': { sheets: ['Visible', 'Hidden', 'VeryHidden'] },
  'rd_calamine_phonetic.xlsx': { cells: { '1:0': '課きく　毛こ' } },
  'rd_calamine_x000D.xlsx': { cells: { '1:0': 'ABC\r\nDEF' } },
  'rd_easyexcel_dataformat.xlsx': { cells: { '2:0': day('2020-01-01T01:01:01') } },
  'rd_easyexcel_t01_title_instr.xls': { rows: [3], cells: { '2:0': '材质*', '3:0': 'Q235(碳钢)' } },
  'rd_easyexcel_t02_merged_title.xlsx': { cells: { '3:2': '1，2-戊二醇' } },
  'rd_easyexcel_t04_vmerge_groups.xlsx': { cells: { '2:5': 'QQSJK28F152A012242S0081' } },
  'rd_easyexcel_t06_float.xlsx': { cells: { '1:2': 2087.0249999999996 } },
  'rd_easyexcel_t09_x005f.xlsx': { cells: { '1:0': 'SH_x000D_Z002' } },
  'rd_edr_bare_biff_stream.xls': { kind: 'xls', rows: [35, 19], cells: { '7:1': 'Client' } },
  'rd_edr_blank_header.xls': { rows: [5], cells: { '1:0': null, '2:0': 44.99 } },
  'rd_edr_fullwidth_space.xlsx': { cells: { '1:0': '　　text　　', '2:0': 'text　', '3:0': '　text' } },
  'rd_hutool_blank_date_noheader.xlsx': { cells: { '1:3': day('2017-12-16T03:04:05'), '1:5': day('2017-12-16') } },
  'rd_hutool_merge.xlsx': { cells: { '2:2': 11, '3:2': null }, merges: 1 },
  'rd_hutool_time_only.xlsx': { cells: { '1:0': 0.19375 } },
  'rd_magicodes_instr_blank_rows.xlsx': { rows: [8], cells: { '9:0': 'ZZ-05', '11:0': null } },
  'rd_php_hidden_merge.xlsx': { cells: { '1:1': 2, '2:0': 12, '2:1': 4, '2:2': 3 } },
  'rd_poi_biff4.xls': { kind: 'xls', rows: [145] },
  'rd_poi_chinese_provinces.xls': { rows: [4], cells: { '2:1': '安徽省', '3:1': '北京市', '4:1': '重庆市' } },
  'rd_poi_strict_ooxml.xlsx': {
    sheets: ['First Sheet', 'Sheet Number 2', 'Sheet3'],
    cells: { '1:0': 'Test spreadsheet' },
  },
  'rd_sheetjs_wps.xlsx': { rows: [4], cells: { '1:0': 1, '2:3': 'sheetjs', '3:2': day('2014-02-19') } },
};

describe.skipIf(!present(WILD))('files from the wild', () => {
  test('every file has an answer here', () => {
    expect(inputsOf(WILD).filter((name) => !(name in ANSWERS))).toEqual([]);
  });

  test.each(Object.entries(ANSWERS))('%s', async (name, answer) => {
    const path = join(WILD, name);
    if (answer.fault !== undefined) {
      expect((await faultOf(path)).reason).toBe(answer.fault);
      return;
    }
    const book = await readBook(path);
    const [first] = book.sheets;
    expect(book.kind).toBe(answer.kind ?? (name.split('.').at(-1) === 'csv' ? 'csv' : name.split('.').at(-1)));
    if (answer.encoding !== undefined) expect(book.encoding).toBe(answer.encoding);
    if (answer.remarks !== undefined) expect(book.remarks.map(({ code }) => code)).toEqual(answer.remarks);
    if (answer.sheets !== undefined) expect(book.sheets.map((sheet) => sheet.name)).toEqual(answer.sheets);
    if (answer.rows !== undefined) expect(book.sheets.map(({ rows }) => rows.size)).toEqual(answer.rows);
    if (answer.merges !== undefined) expect(first?.merges.length).toBe(answer.merges);
    for (const [place, cell] of Object.entries(answer.cells ?? {})) {
      const [row = 0, column = 0] = place.split(':').map(Number);
      expect(first?.rows.get(row)?.[column] ?? null, place).toEqual(cell);
    }
    // Nothing damaged, and no mark left in front of the first header.
    for (const { rows } of book.sheets)
      for (const cells of rows.values())
        for (const cell of cells) if (typeof cell === 'string') expect(cell).not.toMatch(/[\ufffd\ufeff]/);
  });
});
