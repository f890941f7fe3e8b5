import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Settler } from '../../src/batch/run/settle.js';
import { EMPTY_HISTORY } from '../../src/domain/history.js';
import type {
  BusinessRow,
  HouseholdRow,
  MemberRow,
  OrganisationRow,
  PlacementRow,
  TrainingRow,
  WorkerRow,
} from '../../src/domain/roster.js';
import { madeUpId } from '../../src/policy/cases/case-cells.js';
import { historyOf, type PastPayment } from '../../src/policy/cases/past-charges.js';
import { assess } from '../../src/policy/assess/evaluate.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import {
  BLANK_BUSINESS,
  BLANK_HOUSEHOLD,
  BLANK_MEMBER,
  BLANK_ORGANISATION,
  BLANK_PLACEMENT,
  BLANK_TRAINING,
  BLANK_WORKER,
  rosterOf,
} from './blank-rows.js';
import {
  naiveBrokers,
  naiveCatering,
  naiveFamilyService,
  naiveIncubator,
  naiveLiangHouSheng,
  naiveStartup,
  naiveTransport,
  naiveWorkshop,
  PLACES,
  planRuns,
  type NaiveOptions,
  type NaiveResult,
} from './naive-litong.js';
import { BATCHES, HOUSEHOLD_TYPES } from './naive-mover.js';
import { Seeded } from './seeded.js';

const file = 'src/policy/packs/litong-2021-7.yaml';
const { pack } = parsePack(readFileSync(file, 'utf8'), file);
if (pack === null) throw new Error('the pack does not parse');

/** Days on and around the edges: month ends, 29 February, the window, the year. */
const DAYS = [
  '2019-11-30',
  '2020-01-01',
  '2020-08-31',
  '2020-09-30',
  '2020-10-01',
  '2020-10-02',
  '2020-11-30',
  '2020-12-31',
  '2021-01-01',
  '2021-03-01',
  '2021-08-29',
  '2021-08-31',
  '2021-11-30',
  '2021-12-31',
  '2022-01-01',
  '2022-02-28',
  '2022-03-31',
  '2022-06-30',
  '2022-08-31',
  '2022-11-30',
  '2022-12-31',
  '2023-01-01',
  '2023-02-28',
  '2023-05-31',
  '2023-06-30',
  '2023-09-30',
  '2023-10-01',
  '2023-12-31',
  '2024-01-01',
  '2024-02-29',
] as const;
const BOOLEANS = [true, true, true, true, false, null] as const;
const PLACE_TEXTS = Object.keys(PLACES);
const EDGES = [0, 1, 9, 10, 11, 19, 20, 21, 29, 30, 31, 32, 99, 100, 101, 102] as const;

let serial = 0;

/** A new made-up person each time; the generator's numbers never repeat within a test. */
function person(): string {
  serial += 1;
  const day = new Date(Date.UTC(1960, 0, 1 + (serial % 18_000))).toISOString().slice(0, 10).replaceAll('-', '');
  return madeUpId(day, 1 + Math.floor(serial / 18_000) * 2 + (serial % 2));
}

function code(kind: string, i: number): string {
  return `91640302MA${kind}${String(i).padStart(7, '0')}`.slice(0, 18);
}

const maybeDay = (random: Seeded, given: number): string | null => (random.chance(given) ? random.pick(DAYS) : null);

interface World {
  readonly households: HouseholdRow[];
  readonly jobs: MemberRow[];
  readonly businesses: BusinessRow[];
  readonly organisations: OrganisationRow[];
  readonly workers: WorkerRow[];
  readonly placements: PlacementRow[];
  readonly trainings: TrainingRow[];
}

const JOBS = 5600;
const STARTUPS = 2500;
const ORGANISATIONS = 500;
const BROKERS = 400;
const WORKERS = 1500;
const LHS = 1000;
const INSTITUTIONS = 300;
const TRAINEES = 700;

function world(random: Seeded, asOf: string): World {
  const w: World = {
    households: [],
    jobs: [],
    businesses: [],
    organisations: [],
    workers: [],
    placements: [],
    trainings: [],
  };
  for (let i = 0; i < JOBS; i++) {
    const householdId = `H${i}`;
    if (random.chance(0.95))
      w.households.push({
        ...BLANK_HOUSEHOLD,
        row: i + 2,
        householdId,
        relocationBatch: random.pick(BATCHES),
        householdType: random.pick(HOUSEHOLD_TYPES),
      });
    const personId = person();
    const jobs = random.pick([1, 1, 1, 1, 2] as const);
    for (let k = 0; k < jobs; k++)
      w.jobs.push({
        ...BLANK_MEMBER,
        row: w.jobs.length + 2,
        householdId,
        personId,
        employer: '某厂',
        workPlace: random.chance(0.95) ? (PLACE_TEXTS[random.whole(0, PLACE_TEXTS.length - 1)] ?? null) : null,
        labourContract: random.pick(BOOLEANS),
        socialInsurance: random.pick(BOOLEANS),
        workStart: maybeDay(random, 0.8),
        workEnd: maybeDay(random, 0.3),
        workMonths: random.pick([null, 5, 6, 7, 12] as const),
      });
  }
  for (let i = 0; i < STARTUPS; i++) {
    const personId = person();
    const rows = random.pick([1, 1, 1, 2] as const);
    for (let k = 0; k < rows; k++)
      w.businesses.push({
        ...BLANK_BUSINESS,
        row: w.businesses.length + 2,
        personId,
        kind: random.pick(['小微企业', '个体工商户', '个体工商户', '种植业', null] as const),
        creditCode: random.chance(0.93) ? code('S', w.businesses.length) : null,
        registeredOn: maybeDay(random, 0.95),
        status: random.pick(['正常', '正常', '正常', '正常', '停业', '注销', null] as const),
        jobsCreated: random.pick([0, 1, 1, 2, 5, null] as const),
        firstBusiness: random.pick(BOOLEANS),
        returnee: random.pick(BOOLEANS),
      });
  }
  for (let i = 0; i < ORGANISATIONS; i++) {
    const kind = random.pick(['就业帮扶车间', '家庭服务企业', '创业孵化基地'] as const);
    const creditCode = code('W', i);
    w.organisations.push({
      ...BLANK_ORGANISATION,
      row: i + 2,
      name: `单位${i}`,
      creditCode,
      kind,
      recognisedOn: random.chance(0.9) ? random.pick(DAYS) : null,
      recognitionNumber: random.chance(0.9) ? '利政发1号' : null,
    });
    if (kind === '创业孵化基地') continue;
    const size = random.pick(EDGES);
    const extras = random.pick([0, 0, 1, 3] as const);
    for (let k = 0; k < size + extras; k++) {
      const sure = k < size;
      const hired = kind === '家庭服务企业' ? `${asOf.slice(0, 4)}-0${random.pick([1, 2] as const)}-01` : '2021-01-01';
      const personId = person();
      w.workers.push({
        ...BLANK_WORKER,
        row: w.workers.length + 2,
        creditCode,
        personId,
        category: sure
          ? random.pick(['脱贫人口', '农村低收入人口', '搬迁群众'] as const)
          : random.pick(['其他', '搬迁群众', null] as const),
        hiredOn: sure && hired <= asOf ? hired : maybeDay(random, 0.9),
        leftOn: sure ? null : maybeDay(random, 0.5),
      });
      if (random.chance(0.02))
        w.workers.push({
          ...BLANK_WORKER,
          creditCode,
          personId,
          category: '其他',
          hiredOn: random.pick(DAYS),
          leftOn: maybeDay(random, 0.7),
        });
    }
  }
  for (let i = 0; i < WORKERS; i++) {
    const personId = person();
    const rows = random.pick([1, 1, 1, 2, 3] as const);
    for (let k = 0; k < rows; k++)
      w.placements.push({
        ...BLANK_PLACEMENT,
        row: w.placements.length + 2,
        brokerCode: code('B', random.whole(0, BROKERS - 1)),
        brokerName: '某劳务公司',
        personId,
        registeredCounty: random.pick(['利通区', '利通区', '吴忠市利通区金积镇', '青铜峡市', '吴忠市', null] as const),
        startedOn: maybeDay(random, 0.96),
        endedOn: maybeDay(random, 0.4),
      });
  }
  for (let i = 0; i < LHS; i++) {
    const personId = person();
    const rows = random.pick([1, 1, 2] as const);
    for (let k = 0; k < rows; k++)
      w.trainings.push({
        ...BLANK_TRAINING,
        row: w.trainings.length + 2,
        personId,
        kind: '两后生',
        startedOn: random.pick(DAYS),
        endedOn: maybeDay(random, 0.9),
        passed: random.pick(BOOLEANS),
      });
  }
  for (let i = 0; i < TRAINEES; i++) {
    const personId = person();
    const rows = random.pick([1, 2, 3, 4] as const);
    for (let k = 0; k < rows; k++) {
      const startedOn = random.pick(DAYS);
      w.trainings.push({
        ...BLANK_TRAINING,
        row: w.trainings.length + 2,
        personId,
        kind: '餐饮服务',
        institutionCode: code('T', random.whole(0, INSTITUTIONS - 1)),
        course: random.pick(['面点', '烹饪'] as const),
        startedOn: random.chance(0.97) ? startedOn : null,
        endedOn: random.chance(0.8)
          ? startedOn
              .replace(/\d\d$/, '28')
              .replace(/^(.*)-28$/, random.pick(['$1-28', '$1-28', '2024-01-05'] as const))
          : maybeDay(random, 0.7),
        days: random.pick([null, 0, 1, 5, 9, 9.5, 10, 11, 20] as const),
        passed: random.pick(BOOLEANS),
      });
    }
  }
  return w;
}

const BASE: NaiveOptions = {
  asOf: '2022-12-31',
  window: 'met-in-window',
  mover: 'lenient',
  transportYear: 'fresh',
  transportSpell: 'one',
  workshopStay: 'on-duty',
  proofs: 'both',
  heads: 'target',
  hundred: 'closed-band',
  leavers: 'excluded',
  women: 'all',
  startupKinds: 'registered',
  lhsPass: 'not-required',
  cateringCap: 'person',
};
const OPTIONS: readonly NaiveOptions[] = [
  BASE,
  { ...BASE, asOf: '2023-12-31', transportSpell: 'summed', workshopStay: 'three-months' },
  {
    asOf: '2022-02-28',
    window: 'as-of-only',
    mover: 'strict',
    transportYear: 'touching',
    transportSpell: 'summed',
    workshopStay: 'three-months',
    proofs: 'either',
    heads: 'all',
    hundred: 'inclusive',
    leavers: 'counted',
    women: 'women',
    startupKinds: 'business-only',
    lhsPass: 'required',
    cateringCap: 'course',
  },
  { ...BASE, asOf: '2021-06-30', hundred: 'inclusive', leavers: 'counted', cateringCap: 'course' },
  { ...BASE, asOf: '2024-01-01' },
];

function readingsOf(options: NaiveOptions): Record<string, string> {
  return {
    'litong-window': options.window,
    mover: options.mover,
    'transport-year': options.transportYear,
    'transport-spell': options.transportSpell,
    'workshop-stay': options.workshopStay,
    proofs: options.proofs,
    'workshop-heads': options.heads,
    hundred: options.hundred,
    leavers: options.leavers,
    women: options.women,
    'startup-kinds': options.startupKinds,
    'lhs-pass': options.lhsPass,
    'catering-cap': options.cateringCap,
  };
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row) ?? '', [...(groups.get(keyOf(row) ?? '') ?? []), row]);
  return groups;
}

/** Everything the second implementation expects, by benefit and payee. */
function expectations(w: World, options: NaiveOptions): Map<string, NaiveResult> {
  const wanted = new Map<string, NaiveResult>();
  const households = new Map(w.households.map((row) => [row.householdId, row]));
  for (const [id, jobs] of grouped(w.jobs, (row) => row.personId))
    wanted.set(`transport ${id}`, naiveTransport(jobs, households.get(jobs[0]?.householdId ?? '') ?? null, options));
  for (const [id, rows] of grouped(w.businesses, (row) => row.personId))
    wanted.set(`startup ${id}`, naiveStartup(rows, options));
  const workers = grouped(w.workers, (row) => row.creditCode);
  for (const row of w.organisations) {
    const id = row.creditCode ?? '';
    if (row.kind === '就业帮扶车间') wanted.set(`workshop ${id}`, naiveWorkshop(workers.get(id) ?? [], options));
    if (row.kind === '家庭服务企业')
      wanted.set(`family-service ${id}`, naiveFamilyService(workers.get(id) ?? [], options));
    if (row.kind === '创业孵化基地') wanted.set(`incubator ${id}`, naiveIncubator(row, options));
  }
  for (const [id, result] of naiveBrokers(w.placements, options)) wanted.set(`broker ${id}`, result);
  const lhs = w.trainings.filter((row) => row.kind === '两后生');
  for (const [id, rows] of grouped(lhs, (row) => row.personId))
    wanted.set(`liang-hou-sheng ${id}`, naiveLiangHouSheng(rows, options));
  const catering = w.trainings.filter((row) => row.kind === '餐饮服务');
  for (const [id, result] of naiveCatering(catering, options).institutions)
    wanted.set(`catering-training ${id}`, result);
  return wanted;
}

describe('利通区 against a second implementation', () => {
  test.each(OPTIONS.map((options, i) => [i, options] as const))(
    '10 000 random organisations and persons, options %i: every outcome and amount',
    (i, options) => {
      const random = new Seeded(7_000 + i);
      const w = world(random, options.asOf);
      const roster = rosterOf({
        住户: w.households,
        成员: w.jobs,
        经营: w.businesses,
        单位: w.organisations,
        用工: w.workers,
        劳务输出: w.placements,
        培训: w.trainings,
      });
      const readings = readingsOf(options);
      const { entitlements } = assess({
        pack,
        roster,
        asOf: options.asOf,
        period: options.asOf.slice(0, 7),
        readings,
        parameters: {},
      });
      const wanted = expectations(w, options);
      const settler = new Settler(EMPTY_HISTORY);
      const differences: unknown[] = [];
      for (const entitlement of entitlements) {
        const key = `${entitlement.benefitId} ${entitlement.payee.id}`;
        const { outcome, amount } = entitlement;
        const paid = outcome === 'entitled' ? settler.settle(entitlement).amount : 0;
        const naive = wanted.get(key);
        if (naive?.outcome !== outcome || naive.amount !== amount || paid !== amount)
          differences.push({ key, naive, outcome, amount, paid });
        wanted.delete(key);
      }
      expect(differences.slice(0, 5)).toEqual([]);
      expect([...wanted.keys()].slice(0, 5)).toEqual([]);
      expect(entitlements.length).toBeGreaterThan(10_000);
      if (planRuns(options)) {
        const reached = new Set(entitlements.map((one) => `${one.benefitId} ${one.outcome}`));
        for (const benefit of pack.benefits) expect(reached).toContain(`${benefit.id} entitled`);
      }
    },
  );

  test('what was paid before is taken off: once for life, the difference in a year, 500 a trainee, 200 a worker', () => {
    const options = BASE;
    const random = new Seeded(7_100);
    const w = world(random, options.asOf);
    const roster = rosterOf({
      住户: w.households,
      成员: w.jobs,
      经营: w.businesses,
      单位: w.organisations,
      用工: w.workers,
      劳务输出: w.placements,
      培训: w.trainings,
    });
    const readings = readingsOf(options);
    const { entitlements } = assess({ pack, roster, asOf: options.asOf, period: '2022-12', readings, parameters: {} });
    const payments: PastPayment[] = [];
    const wanted = new Map<string, number>();
    const placedBefore = new Set<string>();
    const trainedBefore = new Map<string, number>();
    for (const { benefitId: benefit, payee, outcome, amount, units } of entitlements) {
      if (outcome !== 'entitled') continue;
      if (benefit === 'broker') {
        let paid = 0;
        for (const unit of units ?? []) {
          if (random.chance(0.4)) {
            placedBefore.add(unit.id);
            const sameBroker = random.chance(0.5);
            payments.push({
              benefit,
              payee: sameBroker ? payee.id : code('B', 999),
              year: null,
              amount: 20_000,
              unit: unit.id,
            });
          } else paid += 20_000;
        }
        wanted.set(`${benefit} ${payee.id}`, paid);
        continue;
      }
      if (benefit === 'catering-training') continue;
      const year = benefit === 'transport' || benefit === 'family-service' ? random.pick([2021, 2022] as const) : null;
      if (!random.chance(0.5)) {
        wanted.set(`${benefit} ${payee.id}`, amount);
        continue;
      }
      const before = benefit === 'family-service' ? 2_000_000 : 20_000;
      payments.push({ benefit, payee: payee.id, year, amount: before, unit: null });
      const counts = year === null || year === 2022;
      wanted.set(`${benefit} ${payee.id}`, !counts ? amount : benefit === 'family-service' ? amount - before : 0);
    }
    const catering = w.trainings.filter((row) => row.kind === '餐饮服务');
    let cateringWanted = 0;
    for (const [trainee, amount] of naiveCatering(catering, options).trainees) {
      const before = random.pick([0, 0, 10_000, 45_000, 50_000] as const);
      if (before > 0) {
        trainedBefore.set(trainee, before);
        const unit = `${trainee}@${code('T', 999)}@2021-03-01@早班`;
        payments.push({ benefit: 'catering-training', payee: code('T', 999), year: null, amount: before, unit });
      }
      cateringWanted += Math.min(amount, 50_000 - before);
    }

    const settler = new Settler(historyOf(pack, payments, readings));
    let cateringPaid = 0;
    for (const entitlement of entitlements) {
      if (entitlement.outcome !== 'entitled') continue;
      const paid = settler.settle(entitlement).amount;
      const key = `${entitlement.benefitId} ${entitlement.payee.id}`;
      if (entitlement.benefitId === 'catering-training') cateringPaid += paid;
      else expect(paid, key).toBe(wanted.get(key));
    }
    expect(placedBefore.size).toBeGreaterThan(50);
    expect(trainedBefore.size).toBeGreaterThan(50);
    expect(cateringPaid).toBe(cateringWanted);
  });
});
