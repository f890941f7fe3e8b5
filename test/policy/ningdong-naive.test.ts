import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Settler } from '../../src/batch/run/settle.js';
import type { BusinessRow, HouseholdRow, MemberRow } from '../../src/domain/roster.js';
import { historyOf, type PastPayment } from '../../src/policy/cases/past-charges.js';
import { madeUpId } from '../../src/policy/cases/case-cells.js';
import { assess } from '../../src/policy/assess/evaluate.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { BLANK_BUSINESS, BLANK_HOUSEHOLD, BLANK_MEMBER, rosterOf } from './blank-rows.js';
import {
  naiveBusiness,
  naiveEmployment,
  naiveFlags,
  naivePaid,
  type NaiveHousehold,
  type NaiveOptions,
} from './naive-ningdong.js';
import { BATCHES, HOUSEHOLD_TYPES } from './naive-mover.js';
import { Seeded } from './seeded.js';

const file = 'src/policy/packs/ningdong-2023-62.yaml';
const { pack } = parsePack(readFileSync(file, 'utf8'), file);
if (pack === null) throw new Error('the pack does not parse');

/** Per-head incomes on and around every line, in 分. */
const HEADS = [
  0, 1, 799_999, 800_000, 800_001, 1_099_999, 1_100_000, 1_399_999, 1_400_000, 1_699_999, 1_700_000, 5_000_000,
] as const;
const EVIDENCE = ['合同', '合同', '流水', null, '无', '否', '×', 'N', '0'] as const;
const DAYS = [
  '2021-01-31',
  '2022-02-28',
  '2022-08-31',
  '2022-09-30',
  '2023-02-28',
  '2023-06-30',
  '2023-09-30',
  '2023-10-01',
  '2024-02-29',
  '2023-10-31',
] as const;

function total(random: Seeded, n: number): number {
  const near = random.pick(HEADS) * n + random.pick([-1, 0, 0, 0, 1] as const);
  return Math.max(0, random.chance(0.15) ? random.whole(0, 20_000_00 * n) : near);
}

function household(random: Seeded, i: number): NaiveHousehold {
  const householdId = `H${i}`;
  const n = random.whole(1, 9);
  const wages = total(random, n);
  const memberWages = random.chance(0.6);
  const members: MemberRow[] = [];
  if (random.chance(0.85)) {
    let left = wages;
    for (let k = 0; k < n; k++) {
      const share = k === n - 1 ? left : random.whole(0, left);
      left -= share;
      members.push({
        ...BLANK_MEMBER,
        householdId,
        personId: random.chance(0.97)
          ? madeUpId(
              `${random.whole(1950, 2015)}${random.pick(['0229', '1031', '1101', '0630'] as const)}`.replace(
                /^(\d{4})0229/,
                (all, y: string) => (Number(y) % 4 === 0 ? all : `${y}0228`),
              ),
              1 + (k % 9),
            )
          : null,
        relation: k === 0 ? '户主' : '之子',
        labourSkill: random.pick([
          null,
          null,
          '普通劳动力',
          '技能劳动力',
          '弱劳动力或半劳动力',
          '丧失劳动力',
          '无劳动力',
        ] as const),
        schooling: random.pick([null, null, null, '非在校生', '高中'] as const),
        employmentStatus: random.pick([
          null,
          '务工',
          '已就业',
          '未就业',
          '未就业',
          '失业',
          '待业',
          '公益性岗位',
        ] as const),
        workMonths: random.pick([null, 5, 6, 12] as const),
        workStart: random.chance(0.6) ? random.pick(DAYS) : null,
        workEnd: random.chance(0.3) ? random.pick(DAYS) : null,
        wageIncome: memberWages && random.chance(0.9) ? share : null,
        evidence: random.pick(EVIDENCE),
      });
    }
  }
  const row: HouseholdRow = {
    ...BLANK_HOUSEHOLD,
    householdId,
    headName: '张三',
    relocationBatch: random.pick(BATCHES),
    householdType: random.pick(HOUSEHOLD_TYPES),
    size: random.chance(0.98) ? n : random.pick([null, 0] as const),
    incomeYear: random.pick([2023, 2023, 2023, 2024, 2024, 2025, 2022, 2026, 2021, null] as const),
    wageIncome: random.chance(0.7) ? wages : null,
    businessIncome: random.chance(0.4) ? total(random, n) : null,
    propertyIncome: random.chance(0.2) ? random.whole(0, 100_000) : null,
    transferIncome: random.chance(0.2) ? random.whole(0, 100_000) : null,
    operatingCost: random.chance(0.5) ? random.pick([0, 1, 300_000, 800_000, 5_000_000] as const) : null,
    perCapitaIncome: random.chance(0.3) ? random.pick([799_999, 800_000, 800_001] as const) : null,
    evidence: random.pick(EVIDENCE),
  };
  const businesses: BusinessRow[] = [];
  const rows = random.pick([0, 0, 1, 1, 2, 3] as const);
  for (let k = 0; k < rows; k++)
    businesses.push({
      ...BLANK_BUSINESS,
      householdId,
      name: '张三',
      kind: random.pick(['小微企业', '个体工商户', '种植业', '养殖业', '种植业', '个体工商户', null] as const),
      status: random.pick(['正常', '正常', '正常', '停业', '注销', null] as const),
      registeredOn: random.chance(0.9) ? random.pick(DAYS) : null,
      income: random.chance(0.85) ? total(random, n) : null,
      evidence: random.pick(EVIDENCE),
    });
  return { row, members, businesses };
}

const OPTIONS: readonly NaiveOptions[] = [
  {
    asOf: '2024-02-29',
    mover: 'lenient',
    businessStepBase: 'per-head',
    farmIncome: 'gross',
    publicPostWage: 'counted',
    labourAge: '16-60',
    incomeYear: 'oct-sep',
    oneYearBy: 'as-of',
    businessSteps: 'both',
    capPeriod: 'policy',
  },
  {
    asOf: '2024-10-31',
    mover: 'lenient',
    businessStepBase: 'household',
    farmIncome: 'net',
    publicPostWage: 'not-counted',
    labourAge: 'by-law',
    incomeYear: 'oct-sep',
    oneYearBy: 'as-of',
    businessSteps: 'both',
    capPeriod: 'policy',
  },
  {
    asOf: '2023-09-30',
    mover: 'strict',
    businessStepBase: 'household',
    farmIncome: 'gross',
    publicPostWage: 'counted',
    labourAge: '16-60',
    incomeYear: 'oct-sep',
    oneYearBy: 'year-end',
    businessSteps: 'farming-only',
    capPeriod: 'year',
  },
  {
    asOf: '2024-02-28',
    mover: 'lenient',
    businessStepBase: 'per-head',
    farmIncome: 'net',
    publicPostWage: 'not-counted',
    labourAge: 'by-law',
    incomeYear: 'calendar',
    oneYearBy: 'as-of',
    businessSteps: 'farming-only',
    capPeriod: 'policy',
  },
  {
    asOf: '2025-12-31',
    mover: 'strict',
    businessStepBase: 'household',
    farmIncome: 'net',
    publicPostWage: 'not-counted',
    labourAge: 'by-law',
    incomeYear: 'calendar',
    oneYearBy: 'year-end',
    businessSteps: 'both',
    capPeriod: 'year',
  },
];
const EACH = 20_000;

describe('宁东镇 against a second implementation', () => {
  test.each(OPTIONS.map((options, i) => [i, options] as const))(
    '20 000 random households, options %i: every outcome, amount, payment and flag',
    (i, options) => {
      const random = new Seeded(62_000 + i);
      const households = Array.from({ length: EACH }, (_, k) => household(random, k));
      const roster = rosterOf({
        住户: households.map(({ row }) => row),
        成员: households.flatMap(({ members }) => members),
        经营: households.flatMap(({ businesses }) => businesses),
      });
      const readings = {
        mover: options.mover,
        'business-step-base': options.businessStepBase,
        'farm-income': options.farmIncome,
        'public-post-wage': options.publicPostWage,
        'labour-age': options.labourAge,
        'income-year': options.incomeYear,
        'one-year-by': options.oneYearBy,
        'business-steps': options.businessSteps,
        'cap-period': options.capPeriod,
      };
      const payments: PastPayment[] = [];
      const before = households.map(({ row }) => {
        const paid = { employment: 0, business: 0, otherYears: 0 };
        if (row.householdId === null || !random.chance(0.3)) return paid;
        const pay = (benefit: string, year: number | null, amount: number): number => {
          payments.push({ benefit, payee: row.householdId ?? '', year, amount, unit: null });
          return amount;
        };
        const amount = (): number => random.pick([100_000, 200_000, 300_000] as const);
        if (row.incomeYear !== null && random.chance(0.5))
          paid.employment = pay('employment-bonus', row.incomeYear, amount());
        if (row.incomeYear !== null && random.chance(0.3))
          paid.business = pay('business-bonus', row.incomeYear, 100_000);
        if (random.chance(0.4)) paid.otherYears = pay('employment-bonus', 2019, amount());
        return paid;
      });
      const assessment = assess({
        pack,
        roster,
        asOf: options.asOf,
        period: options.asOf.slice(0, 7),
        readings,
        parameters: {},
      });
      const settler = new Settler(historyOf(pack, payments, readings));
      expect(assessment.entitlements).toHaveLength(2 * EACH);

      const flagsByHousehold = new Map<string, Record<string, string>>();
      for (const { householdId, flag, status } of assessment.flags) {
        const flags = flagsByHousehold.get(householdId) ?? {};
        flags[flag] = status;
        flagsByHousehold.set(householdId, flags);
      }
      const differences: unknown[] = [];
      households.forEach((one, k) => {
        const [employment, business] = [assessment.entitlements[2 * k], assessment.entitlements[2 * k + 1]];
        if (employment === undefined || business === undefined) throw new Error('an entitlement is missing');
        const wanted = [naiveEmployment(one, options), naiveBusiness(one, options)];
        const found = [employment, business].map(({ outcome, amount }) => ({ outcome, amount }));
        const paid = naivePaid(one, options, before[k] ?? { employment: 0, business: 0, otherYears: 0 });
        const settled = [employment, business].map((entitlement) =>
          entitlement.outcome === 'entitled' ? settler.settle(entitlement).amount : 0,
        );
        const flags = flagsByHousehold.get(one.row.householdId ?? '') ?? {};
        const wantedAll = {
          wanted,
          paid: [paid.employment, paid.business],
          flags: naiveFlags(one, options.asOf, options.labourAge),
        };
        const foundAll = { wanted: found, paid: settled, flags };
        if (JSON.stringify(sorted(wantedAll)) !== JSON.stringify(sorted(foundAll)))
          differences.push({ one, before: before[k], wantedAll, foundAll });
      });
      expect(differences.slice(0, 2)).toEqual([]);
    },
  );

  test('the random households reach every outcome often enough to mean something', () => {
    const random = new Seeded(62_001);
    const options = OPTIONS[1];
    if (options === undefined) throw new Error('no options');
    const counts = new Map<string, number>();
    for (let k = 0; k < EACH; k++) {
      const one = household(random, k);
      for (const result of [naiveEmployment(one, options), naiveBusiness(one, options)])
        counts.set(`${result.outcome} ${result.amount}`, (counts.get(`${result.outcome} ${result.amount}`) ?? 0) + 1);
    }
    for (const key of [
      'entitled 200000',
      'entitled 300000',
      'entitled 400000',
      'entitled 500000',
      'undecided 0',
      'not-eligible 0',
      'outside-window 0',
    ])
      expect(counts.get(key) ?? 0, key).toBeGreaterThan(300);
  });
});

function sorted<T extends { flags: Readonly<Record<string, string>> }>(value: T): T {
  return { ...value, flags: Object.fromEntries(Object.entries(value.flags).sort(([a], [b]) => (a < b ? -1 : 1))) };
}
