import { formatYuan, sumFen } from '../../domain/money.js';
import type { HouseholdRow, Roster, RowReference, StatedTotal, TableSource } from '../../domain/roster.js';
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
      title: '各社区的数与名册逐个比对，单位万元',
      tables: {},
      sheets: {
        总数: [
          ['单位：万元'],
          ['社区', '户数', '人口', '务工收入'],
          ['甲社区', 1, 2, 2.4],
          ['乙社区', 2, 1, 0.95],
          ['合计', 3, 3, 3.35],
        ],
        住户: ROWS_OF_EXAMPLE.map((row, i) => [...row, ['社区', '甲社区', '乙社区'][i] ?? '']),
      },
      expect: ['总数!户数@3', '总数!务工收入@3', '总数!户数@4', '总数!务工收入@4'],
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
    const counts = new Map<string, Counts | null>();
    for (const total of roster.covers ?? []) {
      const { file, sheet, row, column, place } = total;
      const label = place === null ? total.label : `${place} ${total.label}`;
      const scope = JSON.stringify([file, place]);
      let counted = counts.get(scope);
      if (counted === undefined) {
        counted = countTables(roster, file, place);
        counts.set(scope, counted);
      }
      const difference = counted === null ? null : compare(total, counted);
      if (difference === null) continue;
      report({
        place: { file, sheet, row, column, header: total.label },
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
  /** In 分, by the field: of the households, or of their members where no household column says it. */
  readonly byField: ReadonlyMap<string, number>;
  readonly claimed: number | null;
}

function compare({ key, amount, tolerance }: StatedTotal, counted: Counts): { stated: string; counted: string } | null {
  const numbers = HOUSEHOLD_WORDS.has(key) ? counted.households : PERSON_WORDS.has(key) ? counted.persons : null;
  if (numbers !== null) {
    const [first] = numbers;
    return first === undefined || numbers.some((number) => number * 100 === amount)
      ? null
      : { stated: String(amount / 100), counted: String(first) };
  }
  const field = FIELD_OF_WORD.get(key);
  const bySameField = field === undefined ? undefined : counted.byField.get(field);
  const sum = counted.money.get(key) ?? bySameField ?? (CLAIM_WORDS.has(key) ? counted.claimed : null);
  return sum === null || Math.abs(sum - amount) <= tolerance
    ? null
    : { stated: formatYuan(amount), counted: formatYuan(sum) };
}

/**
 * Of the tables in the file of the cover, or of all tables when that file has none; of one place alone when one is given, and
 * null when the roster knows no such place.
 */
function countTables({ tables, rows }: Roster, file: string, place: string | null): Counts | null {
  const hasOwn = tables.some((table) => table.file === file);
  const inScope = ({ table }: RowReference): boolean => !hasOwn || tables[table]?.file === file;
  const name = place === null ? null : plainPlace(place);
  const isThere = ({ community, township }: HouseholdRow): boolean =>
    name === null || [community, township].some((one) => one !== null && plainPlace(one) === name);
  const households = rows.住户.filter((row) => inScope(row) && isThere(row));
  if (name !== null && households.length === 0) return null;
  const numbers = new Set(households.map(({ householdId }) => householdId));
  const members = rows.成员.filter((row) => inScope(row) && (name === null || numbers.has(row.householdId)));
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
    money: moneySums(tables, [...households, ...members], ({ header }) => normaliseHeader(header).key),
    byField: sumsOfFields(tables, households, members),
    claimed: claims.length === 0 ? null : sumFen(claims),
  };
}

/** 灵新 and 灵新社区 居委会 are one place. */
function plainPlace(place: string): string {
  return place.replace(/\s+/g, '').replace(/(?:社区|村|镇|乡|街道)?(?:居委会|村委会|居民委员会|村民委员会)?$/, '');
}

/** Money fields of households by every word for them: 务工收入 on a cover is 年务工收入 in the roster. */
const FIELD_OF_WORD: ReadonlyMap<string, string> = new Map(
  TABLES.住户.fields
    .filter(({ type, key }) => type === 'money' && !/perCapita/i.test(key))
    .flatMap(({ key, header, synonyms = [] }) => [header, ...synonyms].map((word) => [normaliseHeader(word).key, key])),
);

function sumsOfFields(
  tables: readonly TableSource[],
  households: readonly RowReference[],
  members: readonly RowReference[],
): ReadonlyMap<string, number> {
  const ofMembers = moneySums(tables, members, ({ key }) => key);
  return new Map([...ofMembers, ...moneySums(tables, households, ({ key }) => key)]);
}

interface SummedColumn {
  readonly key: string;
  readonly header: string;
}

/** Sums of the money columns by what `word` says of them; a column with an unreadable cell has no sum. */
function moneySums(
  tables: readonly TableSource[],
  rows: readonly RowReference[],
  word: (column: SummedColumn) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number | null>();
  const add = (column: SummedColumn, amount: number | null): void => {
    const key = word(column);
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
      add({ key, header }, row.unreadable?.includes(key) === true ? null : typeof value === 'number' ? value : 0);
    }
    if (source.claim !== undefined) add({ key: 'claimed', header: source.claim.header }, row.claimed ?? 0);
  }
  return new Map([...sums].flatMap(([key, sum]) => (sum === null ? [] : [[key, sum] as const])));
}
