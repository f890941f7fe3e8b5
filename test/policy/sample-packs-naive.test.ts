import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assess } from '../../src/policy/assess/evaluate.js';
import { caseRoster } from '../../src/policy/cases/case-rows.js';
import { variantsOf } from '../../src/policy/cases/case-variants.js';
import type { Pack } from '../../src/policy/pack/pack.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

function packOf(name: string): Pack {
  const { pack } = parsePack(readFileSync(`samples/packs/${name}.yaml`, 'utf8'), name);
  if (pack === null) throw new Error(`${name} does not parse`);
  return pack;
}

/** What a benefit pays for the rows of a case of the pack, with some of its cells replaced. */
function paid(
  pack: Pack,
  benefit: string,
  asOf: string,
  table: '成员' | '申请',
  rows: Record<string, string | number | null>[],
): number {
  const [first] = pack.cases;
  if (first === undefined) throw new Error('no case');
  const [variant] = variantsOf({ ...first, each: undefined, asOf, 住户: [], 成员: [], 申请: [], [table]: rows });
  if (variant === undefined) throw new Error('no variant');
  const request = {
    pack,
    roster: caseRoster(variant.tables).roster,
    asOf,
    period: asOf.slice(0, 7),
    readings: {},
    parameters: {},
  };
  return assess(request)
    .entitlements.filter(({ benefitId }) => benefitId === benefit)
    .reduce((sum, { amount }) => sum + amount, 0);
}

it('old age, a second time: month by month, by the birthday alone', () => {
  const pack = packOf('old-age');
  for (let year = 1920; year <= 1946; year += 1)
    for (const day of ['01-01', '02-29', '03-31', '04-01', '04-30', '05-15', '06-30', '12-31']) {
      if (day === '02-29' && year % 4 !== 0) continue;
      for (const last of [4, 5, 6]) {
        let due = 0;
        for (let month = 4; month <= last; month += 1) {
          const bornMonth = Number(day.slice(0, 2));
          // Counted from the month after the birthday: the birthday's month itself is still the age before.
          const age = 2024 - year - (bornMonth < month ? 0 : 1);
          due += age >= 100 ? 30000 : age >= 90 ? 10000 : age >= 80 ? 5000 : 0;
        }
        const asOf = `2024-0${last}-${last === 5 ? 31 : 30}`;
        expect(
          paid(pack, 'old-age', asOf, '成员', [{ 姓名: '张三', 身份证号: `${year}-${day}` }]),
          `${year}-${day} ${asOf}`,
        ).toBe(due);
      }
    }
});

it('the wage bonus, a second time: in whole 分', () => {
  const pack = packOf('fare-and-bonus');
  for (let wages = 1; wages < 6_000_000; wages += 61_237)
    for (const fen of [wages, 1_000_000, 1_000_001, 3_000_000, 3_000_001]) {
      const percent = fen <= 1_000_000 ? 2 : fen <= 3_000_000 ? 3 : 4;
      const due = Math.min(Math.floor((fen * percent) / 10_000) * 100, 150_000);
      const row = { 姓名: '张三', 身份证号: '1990-01-01', 年务工收入: (fen / 100).toFixed(2), 证明材料: '合同' };
      expect(paid(pack, 'bonus', '2024-12-31', '成员', [row]), String(fen)).toBe(due);
    }
});

it('certificates, a second time: distinct ones, listed occupations more', () => {
  const pack = packOf('certificates');
  const items = ['电工', '焊工', '养老护理员', '中式烹调师'];
  const levels = ['五级', '四级', '三级'];
  for (let n = 0; n < 144; n += 1) {
    const rows = [n % 12, Math.floor(n / 12)].map((one) => ({
      item: items[one % 4] ?? '',
      level: levels[one % 3] ?? '',
    }));
    const distinct = new Map(rows.map((row) => [`${row.item}${row.level}`, row]));
    let due = 0;
    for (const { item, level } of distinct.values()) {
      const amount = { 五级: 100_000, 四级: 150_000, 三级: 200_000 }[level] ?? 0;
      due += item === '电工' || item === '养老护理员' ? amount + amount / 5 : amount;
    }
    const cells = rows.map(({ item, level }) => ({
      姓名: '张三',
      身份证号: '1990-01-01',
      补贴项目: item,
      等级: level,
      证明材料: '证书',
    }));
    expect(paid(pack, 'certificate', '2024-12-31', '申请', cells)).toBe(due);
  }
});
