import { formatYuan, sumFen } from '../../domain/money.js';
import type { Roster, RowReference, StatedTotal, TableSource } from '../../domain/roster.js';
import { TABLES } from '../../tables/fields/index.js';
import { normaliseHeader } from '../../tables/header/normalise.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

const HOUSEHOLD_WORDS: ReadonlySet<string> = new Set(['户数', '总户数', '住户数', '家庭户数', '发放户数', '奖补户数']);
const PERSON_WORDS: ReadonlySet<string> = new Set([
  '人数',
  '总人数',
  '人口',
  '总人口',
  '人口数',
  '家庭人口数',
  '成员人数',
]);
/** Words for the amount that a roster claims, whatever its own column is called. */
const CLAIM_WORDS: ReadonlySet<string> = new Set(['金额', '总金额', '补贴总额', '奖补总额', '总额']);

const ROWS_OF_EXAMPLE = [
  ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', '年务工收入'],
  ['H1', '张三', '640181199001010010', 2, 2024, 24000],
  ['H2', '李四', '64018119880808004X', 1, 2024, 9000],
];

/**
 * What a 封面 or 汇总表 says of the roster: of the tables of its own workbook, or of everything when it comes as a file of its own.
 * It concerns nobody in particular and so holds nobody.
 */
export const coverTotal = defineCheck({
  code: 'XSH-10',
  name: 'cover-total',
  severity: 'error',
  stage: 'roster',
  cover: true,
  needs: [],
  sample: { what: '户数', stated: '412', counted: '410' },
  text: {
    zh: {
      title: '与汇总表不符',
      what: (p) => `${param(p, 'what')}应与汇总表一致，汇总表为 ${param(p, 'stated')}，名册为 ${param(p, 'counted')}`,
      why: '名册与汇总对不上，可能漏户或多户；名册各户照常核算',
      how: '请核对是汇总表填错，还是名册漏了或多了',
    },
    en: {
      title: 'Differs from the cover sheet',
      what: (p) =>
        `${param(p, 'what')} should agree: the cover sheet says ${param(p, 'stated')}, the roster has ${param(p, 'counted')}`,
      why: 'households may be missing or extra; each is still computed',
      how: 'find out whether the cover sheet or the roster is wrong',
    },
  },
  examples: [
    {
      title: '汇总表3户，名册2户；收入也对不上',
      tables: {},
      sheets: {
        汇总表: [['某社区花名册汇总表'], ['户数', 3], ['人数', 3], ['年务工收入', 35000]],
        住户: ROWS_OF_EXAMPLE,
      },
      expect: ['汇总表!户数@1', '汇总表!年务工收入@3'],
    },
    {
      title: '汇总表的合计行与名册一致',
      tables: {},
      sheets: {
        汇总表: [
          ['社区', '户数', '人数', '年务工收入'],
          ['甲社区', 1, 2, 24000],
          ['乙社区', 1, 1, 9000],
          ['合计', 2, 3, 33000],
        ],
        住户: ROWS_OF_EXAMPLE,
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    const counts = new Map<string, Counts>();
    for (const total of roster.covers ?? []) {
      let counted = counts.get(total.file);
      if (counted === undefined) {
        counted = countTables(roster, total.file);
        counts.set(total.file, counted);
      }
      const difference = compare(total, counted);
      if (difference === null) continue;
      const { file, sheet, row, column, label } = total;
      report({
        place: { file, sheet, row, column, header: label },
        value: difference.stated,
        params: { what: label, ...difference },
      });
    }
  },
});

interface Counts {
  /** Every number that may be meant; empty when it cannot be told. */
  readonly households: readonly number[];
  readonly persons: readonly number[];
  /** In 分, by the word of a column. */
  readonly money: ReadonlyMap<string, number>;
  readonly claimed: number | null;
}

function compare({ key, amount }: StatedTotal, counted: Counts): { stated: string; counted: string } | null {
  const numbers = HOUSEHOLD_WORDS.has(key) ? counted.households : PERSON_WORDS.has(key) ? counted.persons : null;
  if (numbers !== null) {
    const [first] = numbers;
    return first === undefined || numbers.some((number) => number * 100 === amount)
      ? null
      : { stated: String(amount / 100), counted: String(first) };
  }
  const sum = counted.money.get(key) ?? (CLAIM_WORDS.has(key) ? counted.claimed : null);
  return sum === null || sum === amount ? null : { stated: formatYuan(amount), counted: formatYuan(sum) };
}

/** Of the tables in the file of the cover, or of all tables when that file has none. */
function countTables({ tables, rows }: Roster, file: string): Counts {
  const hasOwn = tables.some((table) => table.file === file);
  const inScope = ({ table }: RowReference): boolean => !hasOwn || tables[table]?.file === file;
  const households = rows.住户.filter(inScope);
  const members = rows.成员.filter(inScope);
  const ids = (households.length > 0 ? households : members).map(({ householdId }) => householdId);
  const sizes = households.map(({ size }) => size);
  const persons = members.length > 0 ? [members.length] : [];
  const claims = [...households, ...members].flatMap(({ claimed }) => claimed ?? []);
  return {
    households: ids.length === 0 || ids.includes(null) ? [] : [new Set(ids).size],
    persons:
      sizes.length === 0 || sizes.includes(null)
        ? persons
        : [...persons, sizes.reduce<number>((a, b) => a + (b ?? 0), 0)],
    money: moneySums(tables, [...households, ...members]),
    claimed: claims.length === 0 ? null : sumFen(claims),
  };
}

/** Sums of the money columns by the words of their headers; a column with an unreadable cell has no sum. */
function moneySums(tables: readonly TableSource[], rows: readonly RowReference[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number | null>();
  const add = (header: string, amount: number | null): void => {
    const { key } = normaliseHeader(header);
    const before = sums.get(key);
    sums.set(key, before === null || amount === null ? null : (before ?? 0) + amount);
  };
  for (const row of rows) {
    const source = tables[row.table];
    if (source === undefined) continue;
    const values = row as unknown as Readonly<Record<string, unknown>>;
    for (const [key, { header }] of source.columns) {
      const field = TABLES[source.kind].fields.find((one) => one.key === key);
      if (field?.type !== 'money' || /人均|月/.test(header)) continue;
      const value = values[key];
      add(header, row.unreadable?.includes(key) === true ? null : typeof value === 'number' ? value : 0);
    }
    if (source.claim !== undefined) add(source.claim.header, row.claimed ?? 0);
  }
  return new Map([...sums].flatMap(([key, sum]) => (sum === null ? [] : [[key, sum] as const])));
}
