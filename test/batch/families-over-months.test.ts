import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assessRun } from '../../src/batch/run/assess-run.js';
import { peopleOfPaid } from '../../src/batch/run/household-people.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { FindingCollector } from '../../src/findings/collector.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { AT, madeUpId, origin, tempLedger } from '../ledger/batch-fixture.js';
import { Seeded } from '../policy/seeded.js';
import { gridWorkbook, type GridRows } from '../tables/workbook-builder.js';

/**
 * Families over months, against a program of a few lines: two tables of households on one sheet, several batches, reversals and
 * stops, the same family under its number in other spellings, under another number, with another head. Nobody may get a fen
 * more than once, and nobody a fen less. BUTIE_ORACLE_HOUSEHOLDS sets how many households are tried (a family and a month).
 */
const HOUSEHOLDS = Number(process.env['BUTIE_ORACLE_HOUSEHOLDS'] ?? 20_000);
const FAMILIES = 500;
const MONTHS = ['2024-10', '2024-11', '2025-10', '2025-11'] as const;

const file = 'src/policy/packs/ningdong-2023-62.yaml';
const { pack } = parsePack(readFileSync(file, 'utf8'), file);
if (pack === null) throw new Error('the pack does not parse');
const policy = pack;
const readings = Object.fromEntries(policy.readings.map(({ id, default: usual }) => [id, usual]));
const CHECKER = { by: '李审核', at: AT };
const DESK = { by: '出纳', at: AT };

/** A family, and what the few lines know of it. */
interface Family {
  readonly number: string;
  readonly people: readonly string[];
  /** The number under which it was paid, plain; null before. */
  paidAs: string | null;
  /** Yuan paid by income year: reversals and stops take nothing off, since what is due again only by them is held. */
  readonly paid: Map<number, number>;
}

/** A family as a month's roster writes it down. */
interface Appearance {
  readonly family: Family;
  readonly written: string;
  readonly plain: string;
  readonly headFirst: boolean;
  readonly year: number;
  readonly wages: number;
}

function appearance(random: Seeded, family: Family, year: number): Appearance {
  const { number, people } = family;
  const shape = random.whole(0, 9);
  const other = `N${number}`;
  const [written, plain] = (
    [
      [number, number],
      [number, number],
      [number, number],
      [number, number],
      [number.toLowerCase(), number],
      [number.replace('-', '—'), number],
      [`‘${number}’`, number],
      [`\u2066${number}\u2069`, number],
      [other, other],
      [other, other],
    ] as const
  )[shape] ?? [number, number];
  const perHead = random.pick([0, 7999.99, 8000, 10_999.99, 11_000, 14_000, 17_000, 30_000]);
  const wages = Math.round(perHead * people.length * 100) / 100;
  return { family, written, plain, headFirst: !random.chance(0.2), year, wages };
}

const HEADERS = '户编号 户主姓名 户主身份证号 户类型 家庭人口数 收入年度 开户银行 账户名称 银行账号'.split(' ');
const MEMBERS = '户编号 姓名 身份证号 与户主关系 年务工收入 证明材料'.split(' ');

/** Two tables of households one below the other, and the members on a sheet of their own. */
function sheetsOf(appearances: readonly Appearance[]): Readonly<Record<string, GridRows>> {
  const line = ({ written, family: { people, number }, headFirst, year }: Appearance): GridRows[number] => {
    const head = headFirst ? 0 : 1;
    const account = `6228480000${number.replace(/\D/g, '').padStart(9, '0')}`;
    return [
      written,
      `张${'一二三'.charAt(head)}`,
      people[head] ?? '',
      '搬迁户',
      people.length,
      year,
      '农行',
      '张一',
      account,
    ];
  };
  const half = Math.ceil(appearances.length / 2);
  const members = appearances.flatMap(({ written, family: { people }, headFirst, wages }) =>
    people.map((id, i): GridRows[number] => {
      const isHead = i === (headFirst ? 0 : 1);
      return [
        written,
        `张${'一二三'.charAt(i)}`,
        id,
        isHead ? '户主' : '其他',
        i === 0 ? wages : '',
        i === 0 ? '工资流水' : '',
      ];
    }),
  );
  return {
    住户: [HEADERS, ...appearances.slice(0, half).map(line), [], [], HEADERS, ...appearances.slice(half).map(line)],
    成员: [MEMBERS, ...members],
  };
}

/** What is due by the text of the policy, in yuan. */
function due({ wages, family: { people } }: Appearance): number {
  const fen = Math.round(wages * 100);
  const n = people.length;
  if (fen < 800_000 * n) return 0;
  return Math.min(5000, 2000 + 1000 * Math.floor((fen - 800_000 * n) / (300_000 * n)));
}

function expected(one: Appearance): number {
  const { paidAs, paid } = one.family;
  if (paidAs !== null && paidAs !== one.plain) return 0;
  const all = [...paid.values()].reduce((sum, yuan) => sum + yuan, 0);
  return Math.max(0, Math.min(due(one) - (paid.get(one.year) ?? 0), 5000 - all));
}

async function month(ledger: Ledger, period: string, appearances: readonly Appearance[]): Promise<Map<string, number>> {
  const asOf = `${period}-30`;
  const { roster, findings } = await readRoster([gridWorkbook(sheetsOf(appearances))]);
  const collector = new FindingCollector();
  for (const finding of findings) collector.findings.push(finding);
  const checks = runChecks({ roster, asOf, lists: [] }, collector);
  const batch = `${policy.id}.${period}.main`;
  const { content, settled } = assessRun({
    ...{ pack: policy, packHash: '', roster, asOf, period, name: 'main', readings, parameters: {}, inputs: [] },
    ...{ findings: collector.findings, checks, history: ledger.history(batch), allOrNothing: false },
  });
  const paid = new Map(content.lines.map(({ payee, amount }) => [payee.id, amount / 100]));
  if (content.lines.length === 0) return paid;
  ledger.saveDraft(content, { ...origin('张制表', period.padEnd(64, '0')), people: peopleOfPaid(settled) }, AT);
  ledger.approve(batch, CHECKER);
  return paid;
}

/** Stops a few lines before they are sent, lets the bank pay the others, claws some of these back. */
function disturb(ledger: Ledger, random: Seeded, period: string): void {
  const batch = `${policy.id}.${period}.main`;
  const { lines } = ledger.show(batch);
  const stopped = lines.filter(() => random.chance(0.02)).map(({ line }) => line.lineNo);
  if (stopped.length > 0 && stopped.length < lines.length) ledger.stop(batch, stopped, '核查', DESK);
  else stopped.length = 0;
  const sent = lines.filter(({ line }) => !stopped.includes(line.lineNo));
  const total = sent.reduce((sum, { line }) => sum + line.amount, 0);
  const bank = { name: `${period}.csv`, sha256: period.padEnd(64, 'a'), count: sent.length, total };
  ledger.markExported(batch, { format: 'csv', files: [bank], leftOut: [] }, DESK);
  const results = sent.map(({ line }) => ({
    lineNo: line.lineNo,
    outcome: 'paid' as const,
    code: null,
    text: null,
    day: null,
  }));
  ledger.recordReturns(batch, { file: 'r.csv', sha256: period.padEnd(64, 'b'), coverage: 'full', results }, DESK);
  for (const { line } of sent) {
    if (!random.chance(0.03)) continue;
    const amount = random.chance(0.5) ? line.amount : 100_000;
    ledger.reverse(batch, line.lineNo, { reason: '多发', amount, recovered: random.chance(0.5) }, DESK);
  }
}

it(`pays ${HOUSEHOLDS} households over months as a few lines do`, { timeout: 3_600_000 }, async () => {
  const seen = { paid: 0, held: 0, again: 0 };
  const worlds = Math.max(1, Math.round(HOUSEHOLDS / (FAMILIES * MONTHS.length)));
  for (let seed = 1; seed <= worlds; seed++) {
    const random = new Seeded(seed);
    const ledger = tempLedger();
    const families = Array.from(
      { length: FAMILIES },
      (_, i): Family => ({
        number: `HH-${i + 1}`,
        people: Array.from({ length: random.whole(2, 3) }, (__, k) => madeUpId(seed * 2000 + i * 3 + k)),
        paidAs: null,
        paid: new Map(),
      }),
    );
    for (const period of MONTHS) {
      const year = Number(period.slice(0, 4));
      const appearances = families.map((family) => appearance(random, family, year));
      const wanted = new Map(appearances.map((one) => [one.plain, expected(one)]));
      const paid = await month(ledger, period, appearances);
      for (const one of appearances) {
        const yuan = paid.get(one.plain) ?? 0;
        expect([seed, period, one.written, yuan]).toEqual([seed, period, one.written, wanted.get(one.plain)]);
        if (yuan === 0) {
          if (one.family.paidAs !== null && one.family.paidAs !== one.plain && due(one) > 0) seen.held++;
          continue;
        }
        seen.paid++;
        if (one.family.paidAs !== null) seen.again++;
        one.family.paidAs = one.plain;
        one.family.paid.set(year, (one.family.paid.get(year) ?? 0) + yuan);
      }
      if (paid.size > 0) disturb(ledger, random, period);
    }
    expect(ledger.verify().problems).toEqual([]);
    ledger.dispose();
  }
  // Every kind came up: paid, held under another number, and a difference paid later.
  for (const [kind, times] of Object.entries(seen)) expect(times, kind).toBeGreaterThan(HOUSEHOLDS / 100);
});
