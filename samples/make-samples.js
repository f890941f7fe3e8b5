/**
 * Makes samples/ningdong-2024-10: one month of 宁东镇, with the ordinary mess; then the month of 利通区 and the monitoring
 * month (make/litong.js, make/monitor.js). `npm run samples`.
 * The starting number is fixed: the same content every time. Every identity is invented.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { Chance } from './make/chance.js';
import { makeHomes } from './make/households.js';
import { Identities } from './make/identity.js';
import { PLANTS, sameAccount, sameDaughter, spoil } from './make/mess.js';
import { writeWorkbook } from './make/workbook.js';

/** @typedef {import('./make/households.js').Row} Row */
/** @typedef {import('./make/households.js').Home} Home */

const SEED = 20241031;
const FOLDER = new URL('./ningdong-2024-10/', import.meta.url);

const chance = new Chance(SEED);
const people = new Identities(chance);
const lingxin = makeHomes(chance, people, { prefix: 'LX', community: '灵新社区', count: 164 });
const meiyuan = makeHomes(chance, people, { prefix: 'MY', community: '梅苑社区', count: 140 });

const onlyText = PLANTS.filter((plant) => !plant.shows.includes('只在 xlsx'));
const planted = [
  ...spoil(lingxin, PLANTS, 6),
  ...spoil(
    meiyuan,
    onlyText.filter((_, i) => [0, 2, 4, 6, 8, 10, 11, 15, 19, 22, 24, 25, 27, 28].includes(i)),
    9,
  ),
];
sameDaughter(at(lingxin, 3), at(meiyuan, 5));
sameAccount(at(lingxin, 1), at(lingxin, 4));
rareName(at(meiyuan, 1), '马䶮');
rareName(at(meiyuan, 2), '吴𠮷祥');
rareName(at(meiyuan, 3), '阿依·古丽');

const HOUSEHOLD = /** @type {const} */ ([
  ['户编号', 10],
  ['户主姓名', 11],
  ['户主身份证号', 21],
  ['乡镇', 9],
  ['社区', 11],
  ['户类型', 13],
  ['搬迁批次', 12],
  ['家庭人口数', 8],
  ['收入年度', 8],
  ['年务工收入', 12],
  ['年经营收入', 12],
  ['财产性收入', 12],
  ['转移性收入', 12],
  ['生产经营支出', 12],
  ['人均纯收入', 12],
  ['上年人均纯收入', 12],
  ['监测对象类别', 15],
  ['风险是否消除', 9],
  ['证明材料', 14],
  ['开户银行', 24],
  ['账户名称', 11],
  ['银行账号', 23],
  ['联系电话', 14],
  ['备注', 12],
]);
const GROUPS = /** @type {Record<string, string>} */ ({
  年务工收入: '家庭收入（元）',
  年经营收入: '家庭收入（元）',
  财产性收入: '家庭收入（元）',
  转移性收入: '家庭收入（元）',
  生产经营支出: '家庭收入（元）',
  开户银行: '收款账户',
  账户名称: '收款账户',
  银行账号: '收款账户',
});
const TEXT = new Set(['户主身份证号', '身份证号', '经营者身份证号', '银行账号', '统一社会信用代码', '联系电话']);
const SUMMED = ['家庭人口数', '年务工收入', '年经营收入', '财产性收入', '转移性收入', '生产经营支出'];

await mkdir(FOLDER, { recursive: true });
await writeWorkbook(path('灵新社区花名册.xlsx'), [
  {
    name: '住户',
    title: '宁东镇灵新社区移民户2023年度就业创业奖补申报花名册',
    note: '填报单位：灵新社区居委会        填报日期：2024年10月20日        单位：元',
    columns: [
      { header: '序号', column: null, width: 6 },
      ...HOUSEHOLD.map(([column, width]) => ({
        header: column,
        column,
        width,
        text: TEXT.has(column),
        ...(GROUPS[column] === undefined ? {} : { group: GROUPS[column] }),
      })),
    ],
    rows: lingxin.map((home) => home.household),
    totals: totals(lingxin.map((home) => home.household)),
    signature: '制表人：            审核人：            社区负责人：            （盖章）',
  },
  {
    name: '成员',
    title: '灵新社区家庭成员务工情况登记表',
    note: '填报单位：灵新社区居委会',
    columns: plainColumns(Object.keys(at(lingxin, 0).members[0] ?? {})),
    rows: lingxin.flatMap((home) => home.members),
    totals: {},
    signature: '制表人：            审核人：',
  },
  {
    name: '经营',
    title: '宁东镇移民户经营主体登记表（灵新、梅苑）',
    note: '填报单位：宁东镇就业创业服务站',
    columns: plainColumns(Object.keys([...lingxin, ...meiyuan].find((home) => home.businesses.length > 0)?.businesses[0] ?? {})),
    rows: [...lingxin, ...meiyuan].flatMap((home) => home.businesses),
    totals: {},
    signature: '制表人：            审核人：',
  },
]);
const copied = meiyuan.map((home) => home.household);
copied.splice(61, 0, { ...at(meiyuan, 60).household });
await writeCsv(
  '梅苑社区住户.csv',
  '宁东镇梅苑社区移民户2023年度就业创业奖补申报花名册',
  HOUSEHOLD.map(([column]) => column),
  copied,
  totals(copied),
);
await writeCsv(
  '梅苑社区成员.csv',
  null,
  Object.keys(at(meiyuan, 0).members[0] ?? {}),
  meiyuan.flatMap((home) => home.members),
  null,
);
for (const { number, shows } of planted) console.log(`${number}  ${shows}`);

await import('./make/litong.js');
await import('./make/monitor.js');

/** @param {string} name */
function path(name) {
  return decodeURIComponent(new URL(encodeURIComponent(name), FOLDER).pathname);
}

/** @template T @param {readonly T[]} list @param {number} index @returns {T} */
function at(list, index) {
  return /** @type {T} */ (list[index]);
}

/** @param {Home} home @param {string} name */
function rareName(home, name) {
  const head = /** @type {Row} */ (home.members[0]);
  for (const business of home.businesses) if (business['经营者姓名'] === head['姓名']) business['经营者姓名'] = name;
  head['姓名'] = name;
  home.household['户主姓名'] = name;
  home.household['账户名称'] = name;
}

/** @param {readonly string[]} names */
function plainColumns(names) {
  const wide = /身份证号|信用代码|单位|所在地|名称/;
  return [
    { header: '序号', column: null, width: 6 },
    ...names.map((name) => ({ header: name, column: name, width: wide.test(name) ? 22 : 12, text: TEXT.has(name) })),
  ];
}

/** Sums as the clerk's formula gives them: text that only looks like a number is read as one, other text as nothing. @param {readonly Row[]} rows */
function totals(rows) {
  /** @type {Record<string, number>} */
  const result = {};
  for (const column of SUMMED) {
    const sum = rows.reduce((total, row) => total + amount(row[column]), 0);
    result[column] = Math.round(sum * 100) / 100;
  }
  return result;
}

/** @param {string | number | null | undefined} value */
function amount(value) {
  const text = String(value ?? '').normalize('NFKC').replace(/[,元]/g, '');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
}

/**
 * GB18030 as Excel and WPS save it, long numbers kept with a TAB.
 * @param {string} name @param {string | null} title @param {readonly string[]} columns @param {readonly Row[]} rows
 * @param {Record<string, number> | null} sums
 */
async function writeCsv(name, title, columns, rows, sums) {
  const blank = columns.map(() => '');
  const lines = [
    ...(title === null ? [] : [['', title, ...blank.slice(1)]]),
    ['序号', ...columns],
    ...rows.map((row, i) => [String(i + 1), ...columns.map((column) => csvCell(column, row[column] ?? null))]),
    ...(sums === null ? [] : [['合计', ...columns.map((column) => String(sums[column] ?? ''))]]),
    ...(title === null ? [] : [['', '制表人：', '', '审核人：', ...blank.slice(3)]]),
  ];
  const text = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
  await writeFile(path(name), iconv.encode(`${text}\r\n`, 'gb18030'));
}

/** @param {string} column @param {string | number | null} value */
function csvCell(column, value) {
  if (value === null) return '';
  return TEXT.has(column) && String(value).length >= 15 ? `${value}\t` : String(value);
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
