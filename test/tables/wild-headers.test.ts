import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/io/readers/index.js';
import type { TableKind } from '../../src/domain/roster.js';
import { ReadFault } from '../../src/tables/grid.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { sharedPath } from './shared-files.js';

interface Wanted {
  readonly sheet?: string;
  readonly table?: TableKind | null;
  readonly header: readonly [number, number];
  /** Named columns. */
  readonly columns: number;
  readonly rows: number;
  /** Header (with its path, white space removed) → standard header; null: must not be used. */
  readonly fields?: Readonly<Record<string, string | null>>;
}

/** What index.tsv says of each file; `null`: no header at all; a word: the reader refuses it for this reason. */
const FILES: Readonly<Record<string, readonly Wanted[] | null | string>> = {
  'anon_magicodes_students_problems.xlsx': [{ table: null, header: [1, 1], columns: 16, rows: 16 }],
  'bank_ccb_preamble_footer.xls': [{ table: null, header: [6, 6], columns: 11, rows: 6 }],
  'bank_wechat_preamble.xlsx': [
    { table: null, header: [18, 18], columns: 11, rows: 27 },
    { table: null, header: [18, 18], columns: 11, rows: 27 },
  ],
  'csv_gb2312_tiny_miniexcel.csv': null,
  'csv_gbk_alipay_preamble.csv': [{ table: null, header: [25, 25], columns: 12, rows: 10 }],
  'csv_gbk_orders_blank_dates.csv': [{ table: null, header: [1, 1], columns: 6, rows: 20 }],
  'csv_gbk_tiny_miniexcel338.csv': [{ table: null, header: [1, 1], columns: 2, rows: 0 }],
  'csv_utf8_icbc_tab_padded.csv': [{ table: null, header: [7, 7], columns: 15, rows: 11 }],
  'csv_utf8bom_easyexcel.csv': [{ table: null, header: [1, 1], columns: 2, rows: 10 }],
  'dom_gov2014_bangfu_detail.xls': [{ table: null, header: [1, 3], columns: 13, rows: 0 }],
  'dom_gov2014_household_import.xls': [
    {
      table: '住户',
      header: [1, 1],
      // A template marker stands far to the right, in IV1.
      columns: 14,
      rows: 0,
      fields: {
        '户码*': '户编号',
        '人口*': '家庭人口数',
        '劳动力*': null,
        '户主身份证号码*': '户主身份证号',
        帮扶人姓名: null,
        帮扶人电话号码: null,
      },
    },
  ],
  'dom_gov2014_income_import.xls': [
    {
      table: '住户',
      header: [1, 1],
      columns: 15,
      rows: 0,
      fields: {
        '务工(元)*': '年务工收入',
        '家庭人均收入(元)*': '人均纯收入',
        '年份*': '收入年度',
        '家庭总收入(元)*': null,
      },
    },
  ],
  'dom_gov2014_loan_month.xls': [
    {
      table: null,
      header: [1, 4],
      columns: 13,
      rows: 0,
      fields: { '一/上年(月)余额/户数': null, '四/其中/逾期贷款/金额': null },
    },
  ],
  'dom_gov2014_member_import.xls': [
    {
      table: '成员',
      header: [1, 1],
      columns: 12,
      rows: 0,
      fields: { '打工状况*': '就业状态', '劳动力状况*': '劳动技能' },
    },
  ],
  'dom_gov2014_member_report.xls': [{ table: '成员', header: [1, 1], columns: 13, rows: 0 }],
  'dom_gzfupin_family_type.xls': [{ table: null, header: [1, 2], columns: 12, rows: 0 }],
  'dom_gzfupin_q1_2012.xls': [
    { sheet: 'Sheet1', table: null, header: [3, 3], columns: 4, rows: 121 },
    { sheet: 'Sheet1', table: null, header: [2, 2], columns: 5, rows: 204 },
    { sheet: 'Sheet2', table: null, header: [2, 2], columns: 4, rows: 205 },
  ],
  'dom_gzfupin_report2.xls': [{ table: null, header: [4, 6], columns: 11, rows: 0 }],
  'dom_gzfupin_report_12.xls': [{ table: null, header: [1, 2], columns: 65, rows: 0 }],
  'dom_gzfupin_stat.xls': ['一', '二', '三', '四', '五'].map((sheet, index) => ({
    sheet,
    table: null,
    header: [1, 2] as const,
    columns: [16, 16, 16, 17, 11][index] ?? 0,
    rows: 0,
  })),
  'dom_idap_base_info.xls': [
    {
      sheet: '白名单客户',
      table: '成员',
      header: [3, 4],
      columns: 41,
      rows: 0,
      fields: {
        '户籍基础信息/与户主的关系': '与户主关系',
        '户籍基础信息/姓名': '姓名',
        '户籍基础信息/年龄': '年龄',
        '不在家客户情况/经营主体': null,
      },
    },
    { sheet: '黑名单客户', table: '成员', header: [3, 4], columns: 9, rows: 0 },
    { sheet: '未用信', table: '成员', header: [3, 4], columns: 9, rows: 0 },
    { sheet: '已用信', table: '成员', header: [3, 4], columns: 11, rows: 0 },
  ],
  'dom_idap_credit_rating.xls': [{ header: [3, 3], columns: 12, rows: 0, fields: { 是否外出务工: '就业状态' } }],
  'dom_idap_visit_ledger.xls': [{ header: [3, 4], columns: 46, rows: 0 }],
  'enc_poi_xor_pw_abc.xls': 'encrypted',
  'fake_html_gb18030.xls': null,
  'hdr_minzheng_tekun.csv': [
    {
      table: '住户',
      header: [1, 1],
      columns: 24,
      rows: 0,
      fields: { 银行帐号: '银行账号', 户主身份证号: '户主身份证号' },
    },
  ],
  'hdr_national_fpb_2017_gbk_newlines.csv': [
    {
      table: '成员',
      header: [1, 1],
      columns: 32,
      rows: 0,
      fields: {
        '劳动能力页面（劳动技能）': '劳动技能',
        人数: '家庭人口数',
        公安姓名: null,
        '务工时间（月）': '务工月数',
      },
    },
  ],
  'hdr_national_ytprk_2022.csv': [
    {
      table: '成员',
      header: [1, 1],
      columns: 32,
      rows: 0,
      fields: {
        户编号: '户编号',
        证件号码: '身份证号',
        人数: '家庭人口数',
        '乡(镇)': '乡镇',
        '易返贫致贫户(监测对象)类型': '监测对象类别',
        人编号: null,
      },
    },
  ],
  'hdr_roster_bilingual_suffix.csv': [{ table: null, header: [3, 3], columns: 12, rows: 0 }],
  'hdr_village_subsidy_register.csv': [
    {
      header: [1, 1],
      columns: 16,
      rows: 0,
      fields: { 申报金额: null, 实发金额: null, 批次: null, 单位: null, 家庭人口: '家庭人口数' },
    },
  ],
  'misc_excelmatch_3sheets.xlsx': [
    { table: null, header: [1, 1], columns: 4, rows: 3 },
    { table: null, header: [1, 1], columns: 4, rows: 3 },
    { table: null, header: [1, 1], columns: 4, rows: 3 },
  ],
  'pay_docool_3level_header.xls': [{ table: null, header: [3, 5], columns: 31, rows: 5 }],
  'pay_tidaybreak_header_row5.xlsx': [{ table: null, header: [5, 5], columns: 23, rows: 1 }],
  'rd_calamine_hidden_sheets.xlsx': null,
  'rd_calamine_phonetic.xlsx': null,
  'rd_calamine_x000D.xlsx': null,
  'rd_easyexcel_dataformat.xlsx': [{ table: null, header: [1, 1], columns: 7, rows: 27 }],
  'rd_easyexcel_t01_title_instr.xls': [{ table: null, header: [2, 2], columns: 18, rows: 1 }],
  'rd_easyexcel_t02_merged_title.xlsx': [{ table: null, header: [2, 2], columns: 18, rows: 1 }],
  'rd_easyexcel_t04_vmerge_groups.xlsx': [{ table: null, header: [1, 1], columns: 12, rows: 56 }],
  'rd_easyexcel_t06_float.xlsx': null,
  'rd_easyexcel_t09_x005f.xlsx': null,
  'rd_edr_bare_biff_stream.xls': 'any',
  'rd_edr_blank_header.xls': null,
  'rd_edr_fullwidth_space.xlsx': null,
  'rd_hutool_blank_date_noheader.xlsx': null,
  'rd_hutool_merge.xlsx': [
    { table: null, header: [1, 1], columns: 4, rows: 3 },
    { table: null, header: [1, 1], columns: 3, rows: 0 },
  ],
  'rd_hutool_time_only.xlsx': null,
  'rd_magicodes_instr_blank_rows.xlsx': [{ table: null, header: [2, 2], columns: 7, rows: 6 }],
  'rd_php_hidden_merge.xlsx': null,
  'rd_poi_biff4.xls': 'any',
  'rd_poi_chinese_provinces.xls': [{ table: null, header: [1, 1], columns: 2, rows: 3 }],
  'rd_poi_strict_ooxml.xlsx': 'any',
  'rd_sheetjs_wps.xlsx': 'any',
};

const folder = sharedPath('wild');

describe.skipIf(folder === null)('files as clerks and systems really made them', () => {
  it('has an answer for every file of the index', () => {
    const index = readFileSync(`${folder ?? ''}/index.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    expect(index.map((line) => line.split('\t')[0])).toEqual(
      Object.keys(FILES).filter((name) => index.some((line) => line.startsWith(name))),
    );
    expect(index).toHaveLength(Object.keys(FILES).length);
  });

  it.each(Object.entries(FILES))('%s', async (name, wanted) => {
    const path = `${folder ?? ''}/${name}`;
    if (typeof wanted === 'string' && wanted !== 'any') {
      await expect(openWorkbook(path)).rejects.toSatisfy(
        (fault) => fault instanceof ReadFault && fault.reason === wanted,
      );
      return;
    }
    const workbook = await openWorkbook(path);
    try {
      const { files, findings } = await readRoster([workbook]);
      const tables = files[0]?.tables ?? [];
      if (wanted === 'any') return;
      if (wanted === null) {
        expect(tables).toEqual([]);
        expect(findings.map(({ code }) => code)).toContain('HDR-09');
        return;
      }
      expect(tables.map(({ headerRows, columns, rows }) => [headerRows, columns.length, rows])).toEqual(
        wanted.map(({ header, columns, rows }) => [header, columns, rows]),
      );
      for (const [index, want] of wanted.entries()) {
        const table = tables[index];
        if (want.sheet !== undefined) expect(table?.sheet).toBe(want.sheet);
        if (want.table !== undefined) expect(table?.table).toBe(want.table);
        const fields = new Map(
          table?.columns.map(({ header, path: groups, field }) => [
            [...groups, header].join('/').replace(/\s+/g, ''),
            field,
          ]),
        );
        for (const [header, field] of Object.entries(want.fields ?? {})) {
          expect([...fields.keys()]).toContain(header);
          expect(fields.get(header), header).toBe(field);
        }
      }
    } finally {
      await workbook.close();
    }
  });
});
