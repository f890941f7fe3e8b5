import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';
import { personId, rowsOf } from './made-up.js';

/** A household keeps its number however it is spelt: a second month never pays it again in silence. */

const HEADERS = '户编号,户主姓名,户主身份证号,户类型,家庭人口数,收入年度,年务工收入,证明材料';

/** What a spelling comes to in the second month: the same number, told or not; no number; another one of the same people. */
type Meaning = 'same' | 'point-zero' | 'day' | 'another';

const SPELLINGS: readonly (readonly [first: string, second: string, meaning: Meaning])[] = [
  ['HH-1', 'HH—1', 'same'],
  ['HH-2', 'HH－2', 'same'],
  ['HH-3', 'HH−3', 'same'],
  ['a4', 'A4', 'same'],
  ['⑤', '5', 'same'],
  ['Ⅳ-6', 'IV-6', 'same'],
  ['HH007', '‘HH007’', 'same'],
  ['HH008', '“HH008”', 'same'],
  ['HH009', '"HH009"', 'same'],
  ['HH010', "'HH010", 'same'],
  ['HH011', '\u2066HH011\u2069', 'same'],
  ['HH012', '\u202dHH012\u202c', 'same'],
  ['HH013', 'H\u200bH0\u200c13\ufeff', 'same'],
  ['HH014', 'ＨＨ０１４', 'same'],
  ['HH015', 'НН015', 'same'],
  ['HH016', 'HH 016\u3000', 'same'],
  ['⼀组-17', '一组—17', 'same'],
  ['HH018', 'HH018.0', 'point-zero'],
  ['19', '19.0', 'point-zero'],
  ['20', '20.00', 'point-zero'],
  ['3-21', '2024/3/21', 'day'],
  ['3-22', '2024-03-22', 'day'],
  ['3-23', '2024年3月23日', 'day'],
  ['3-24', '3月24日', 'day'],
  ['3-25', '25-Mar', 'day'],
  ['3-26', 'Mar-26', 'day'],
  ['0027', '27', 'another'],
  ['HH028', 'HHO28', 'another'],
  ['HH029', 'HH029。', 'another'],
  ['3-30', '2024-3-30', 'another'],
];

const TOLD: Readonly<Record<Meaning, readonly string[]>> = {
  same: [],
  'point-zero': ['warning CEL-22'],
  day: ['error CEL-22'],
  another: ['error LED-03'],
};

class Office {
  readonly folder = emptyFolder();

  /** Runs a month; who is paid, and the codes told of each row. Household i has head i. */
  run(period: string, numbers: readonly string[]): { paid: string[]; told: Map<number, string[]> } {
    const rows = numbers.map(
      (id, i) => `"${id.replaceAll('"', '""')}",张三,${personId(i)},搬迁户,1,2024,40000,工资流水`,
    );
    writeFileSync(join(this.folder, `${period}.csv`), `\uFEFF${[HEADERS, ...rows].join('\r\n')}\r\n`);
    const words = ['--policy', 'ningdong-2023-62', '--period', period, '--out', period, '--by', '张制表'];
    this.butie('run', `${period}.csv`, ...words);
    const told = new Map<number, string[]>();
    for (const { code = '', severity = '', row = '' } of this.csv(period, 'exceptions.csv')) {
      if (!/^(?:CEL-22|LED-03)$/.test(code)) continue;
      const index = Number(row) - 2;
      told.set(index, [...(told.get(index) ?? []), `${severity} ${code}`]);
    }
    return { paid: this.csv(period, 'payouts.csv').map(({ payee_id }) => payee_id ?? ''), told };
  }

  csv(period: string, name: string): Record<string, string>[] {
    return rowsOf(readFileSync(join(this.folder, period, name), 'utf8'));
  }

  butie(...words: readonly string[]): ReturnType<typeof butie> {
    return butie(words, { folder: this.folder });
  }
}

describe('household numbers in two spellings', () => {
  const office = new Office();
  let second: ReturnType<Office['run']>;

  beforeAll(() => {
    const first = office.run(
      '2024-10',
      SPELLINGS.map(([one]) => one),
    );
    expect([...first.told.values()]).toEqual([]);
    expect(new Set(first.paid).size).toBe(SPELLINGS.length);
    expect(office.butie('approve', 'ningdong-2023-62.2024-10.main', '--by', '李审核').code).toBe(0);
    second = office.run(
      '2024-11',
      SPELLINGS.map(([, other]) => other),
    );
  });

  it.each(SPELLINGS.map((spelling, index) => [...spelling, index] as const))('%j, then %j', (_, __, meaning, index) => {
    expect(second.told.get(index) ?? []).toEqual(TOLD[meaning]);
  });

  it('nobody is paid again', () => {
    expect(second.paid).toEqual([]);
  });

  it('hold and release find a household however its number is typed', () => {
    for (const [i, typed] of ['hh-1', 'HH—1', '‘HH-1’', '\u2066HH-1\u2069', 'ＨＨ－１', 'HH-1 '].entries()) {
      expect(office.butie('hold', typed, '--reason', `核查${i}`, '--by', '李审核').code).toBe(0);
      expect(office.butie('holds').stdout).toContain(`核查${i}`);
      const other = i % 2 === 0 ? 'Hh-1' : 'HH‐1';
      expect(office.butie('release', other, '--of', 'LED-16', '--reason', '查清', '--by', '李审核').code).toBe(0);
    }
    expect(office.butie('holds').stdout).not.toContain('核查');
  });
});

it('a fraction as the number of a household is told', () => {
  const { paid, told } = new Office().run('2024-10', ['1.5']);
  expect(paid).toEqual(['1.5']);
  expect(told.get(0)).toEqual(['warning CEL-22']);
});
