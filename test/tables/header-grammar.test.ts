import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/tables/fields/index.js';
import { matchColumns } from '../../src/tables/header/match-columns.js';
import { suggestField } from '../../src/tables/header/suggest.js';
import type { TableKind } from '../../src/domain/roster.js';

function readAs(kind: TableKind, header: string, path: readonly string[] = []): string | null {
  const [column] = matchColumns([{ column: 0, header, path }], kind).columns;
  return column?.field === undefined || column.field === null ? null : `${column.field.of}.${column.field.header}`;
}

function offered(kind: TableKind, header: string): string | null {
  const [column] = matchColumns([{ column: 0, header, path: [] }], kind).columns;
  return column === undefined ? null : (suggestField(column, TABLES[kind].fields)?.header ?? null);
}

describe('what a header may say beside its name', () => {
  it.each([
    ['住户', '全年务工收入', '住户.年务工收入'],
    ['住户', '本年务工收入合计（元）', '住户.年务工收入'],
    ['住户', '家庭全年工资性收入总额(元)', '住户.年务工收入'],
    ['住户', '务工收入（全年）', '住户.年务工收入'],
    ['住户', '年度转移性收入', '住户.转移性收入'],
    ['住户', '家庭年财产性收入合计', '住户.财产性收入'],
    ['住户', '户主公民身份号码', '住户.户主身份证号'],
    ['住户', '家庭总人口', '住户.家庭人口数'],
    ['住户', '家庭人口合计', '住户.家庭人口数'],
    ['住户', '佐证材料', '住户.证明材料'],
    ['住户', '戶編號', '住户.户编号'],
    ['成员', '身份證號', '成员.身份证号'],
    ['成员', '與戶主關係', '成员.与户主关系'],
    ['成员', '称谓', '成员.与户主关系'],
    ['成员', '成员身份证', '成员.身份证号'],
    ['成员', '本人全年务工收入', '成员.年务工收入'],
    ['成员', '个人务工收入合计', '成员.年务工收入'],
    ['成员', '全年家庭务工收入', '住户.年务工收入'],
  ] as const)('%s: %s is %s', (kind, header, field) => {
    expect(readAs(kind, header)).toBe(field);
  });

  it.each([
    '人均',
    '月均',
    '平均',
    '本月',
    '当月',
    '一季度',
    '第二季度',
    '上半年',
    '省内',
    '省外',
    '县外',
    '上年',
    '去年',
  ])('%s makes an income of the year into another column, neither taken nor offered', (word) => {
    for (const name of ['务工收入', '工资性收入', '经营性收入', '年务工收入'])
      for (const header of [
        `${word}${name}`,
        `${name}（${word}）`,
        `${name}（${word}）(元)`,
        `家庭${word}${name}合计`,
      ]) {
        expect([header, readAs('住户', header)]).toEqual([header, null]);
        expect([header, offered('住户', header)]).toEqual([header, null]);
      }
  });

  it('lets the group over a column speak too', () => {
    for (const group of ['本月', '上年收入', '人均情况', '省外务工', '第三季度'])
      expect([group, readAs('住户', '务工收入', [group])]).toEqual([group, null]);
    for (const group of ['家庭收入', '其中', '全年收入', '2024年收入情况'])
      expect([group, readAs('住户', '务工收入', [group])]).toEqual([group, '住户.年务工收入']);
  });

  it('takes no amount a head or a month for the amount of a household and a year', () => {
    expect(readAs('住户', '务工收入（元/人）')).toBeNull();
    expect(readAs('住户', '务工收入（元/月）')).toBeNull();
    expect(readAs('住户', '务工收入（元/季）')).toBeNull();
    expect(readAs('住户', '人均纯收入（元/人）')).toBe('住户.人均纯收入');
  });

  it('asks about a year that nothing else on the sheet confirms', () => {
    expect(readAs('住户', '2024年务工收入')).toBeNull();
    expect(readAs('住户', '2023年1-9月务工收入')).toBeNull();
  });

  it('tells two columns of one name apart where they say whose they are', () => {
    const leaf = (header: string, column: number) => ({ header, column, path: [] });
    const headers = ['户主姓名', '身份证号', '成员姓名', '成员身份证', '称谓', '务工收入', '务工收入合计'];
    const { columns, duplicates } = matchColumns(headers.map(leaf), '成员');
    expect(duplicates).toEqual([]);
    expect(columns.map(({ field }) => `${field?.of ?? ''}.${field?.header ?? ''}`)).toEqual([
      '住户.户主姓名',
      '住户.户主身份证号',
      '成员.姓名',
      '成员.身份证号',
      '成员.与户主关系',
      '成员.年务工收入',
      '住户.年务工收入',
    ]);
    const rest = matchColumns(['户主姓名', '姓名', '身份证号'].map(leaf), '住户');
    expect(rest.columns.map(({ field }) => field?.key ?? null)).toEqual(['headName', null, null]);
    expect(matchColumns(['户主姓名', '身份证号码'].map(leaf), '住户').columns[1]?.field?.key).toBe('headId');
  });
});

describe('a header made of wrong parts', () => {
  const CONTRARY = [
    ...[
      '人均',
      '月均',
      '户均',
      '平均',
      '每月',
      '本月',
      '当月',
      '上月',
      '季度',
      '本季度',
      '上半年',
      '下半年',
      '上年',
      '去年',
    ],
    ...[
      '上一年度',
      '累计',
      '至今',
      '省内',
      '省外',
      '县内',
      '县外',
      '本地',
      '外地',
      '预计',
      '计划',
      '目标',
      '新增',
      '增长',
    ],
    ...['扣除', '差额', '同比', '其中', '占比', '是否', '来源', '1-9月', '1月', '10月份', '前三季度', '近三年', '非'],
  ];
  const MONEY = [
    ['住户', 'wageIncome', ['务工收入', '工资性收入', '年务工收入', '劳务收入']],
    ['住户', 'businessIncome', ['经营收入', '年经营收入', '生产经营性收入', '经营性收入']],
    ['住户', 'propertyIncome', ['财产性收入', '财产收入', '年财产性收入', '家庭财产性收入']],
    ['住户', 'transferIncome', ['转移性收入', '转移收入', '年转移性收入', '家庭转移性收入']],
    ['住户', 'operatingCost', ['生产经营支出', '经营支出', '经营性支出', '生产经营费用']],
    ['成员', 'wageIncome', ['务工收入', '年务工收入', '个人务工收入', '劳务收入']],
  ] as const;

  it.each(MONEY)('is never %s.%s', (kind, key, names) => {
    const wrong: string[] = [];
    let tried = 0;
    for (const name of names)
      for (const word of CONTRARY) {
        // （是否） is a hint of how to fill in, and no part of a name.
        if (word === '是否') continue;
        for (const header of [`${word}${name}`, `${name}(${word})`, `全年${word}${name}`, `${word}${name}合计（元）`]) {
          tried += 1;
          const [column] = matchColumns([{ column: 0, header, path: [] }], kind).columns;
          if (column?.field?.key === key) wrong.push(header);
        }
      }
    expect(tried).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('is never an ID of ours when it is somebody else', () => {
    const others = [
      ...['配偶', '父亲', '母亲', '监护人', '帮扶人', '帮扶责任人', '联系人', '法人', '法定代表人', '负责人', '经办人'],
      ...['填表人', '代领人', '代理人', '担保人', '介绍人', '经纪人', '开户人', '收款人', '家长', '照料人', '村干部'],
    ];
    const names = [
      '身份证号',
      '身份证号码',
      '身份证',
      '证件号码',
      '公民身份号码',
      '居民身份证号码',
      '身份证件号码',
      '证件号',
    ];
    const wrong: string[] = [];
    let tried = 0;
    for (const kind of ['住户', '成员'] as const)
      for (const other of others)
        for (const name of names)
          for (const header of [`${other}${name}`, `${name}（${other}）`]) {
            tried += 1;
            if (readAs(kind, header) !== null) wrong.push(header);
          }
    expect(tried).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
