import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber } from '../../src/domain/calendar.js';
import { formatYuan } from '../../src/domain/money.js';
import { fieldByKey, type Field } from '../../src/tables/fields/index.js';
import type { TableKind } from '../../src/domain/roster.js';
import { readAmount, YUAN } from '../../src/tables/values/amount.js';
import { CellProblem } from '../../src/tables/values/cell-problem.js';
import { readDate } from '../../src/tables/values/date.js';
import { cleanText } from '../../src/tables/values/plain-text.js';
import { readValue } from '../../src/tables/values/read-value.js';
import { readCount, readMonths, readYear } from '../../src/tables/values/whole-number.js';
import { readYesNo } from '../../src/tables/values/yes-no.js';
import type { Cell } from '../../src/tables/grid.js';
import { date, errorCell } from './workbook-builder.js';

function field(kind: TableKind, key: string): Field {
  const found = fieldByKey(kind, key);
  if (found === undefined) throw new Error(`no field ${key}`);
  return found;
}

function outcome(cell: Cell, kind: TableKind, key: string): unknown {
  const reading = readValue(cell, field(kind, key), YUAN);
  return reading instanceof CellProblem ? `${reading.code} ${reading.severity} ${String(reading.value)}` : reading;
}

describe('amounts', () => {
  const fenAmount = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
  const WIDE = '０１２３４５６７８９';

  it('reads back every amount that is written exactly, in text and in a number cell', () => {
    fc.assert(
      fc.property(fenAmount, (amount) => {
        expect(readAmount(formatYuan(amount))).toBe(amount);
        expect(readAmount(Number(formatYuan(amount)))).toBe(amount);
        expect(readAmount(formatYuan(amount).replace(/\d/g, (digit) => WIDE.charAt(Number(digit))))).toBe(amount);
        expect(readAmount(`${formatYuan(amount)} 元`)).toBe(amount);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives 万元 in a header and 万元 in a cell the same value, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (millionths) => {
        const text = `${Math.trunc(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`;
        expect(readAmount(text, { factor: 10_000, stated: true })).toBe(millionths);
        expect(readAmount(`${text}万元`)).toBe(millionths);
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds a number cell half up on its 15 significant digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }), (whole, thousandths) => {
        const decimals = String(thousandths).padStart(3, '0');
        const wanted = Number(`${whole}${decimals.slice(0, 2)}`) + (Number(decimals.charAt(2)) >= 5 ? 1 : 0);
        expect(readAmount(Number(`${whole}.${decimals}`))).toBe(wanted);
      }),
      { numRuns: 5000 },
    );
    expect(readAmount(2087.0249999999996)).toBe(208_703);
    expect(readAmount(0.1 + 0.2)).toBe(30);
  });

  it.each([
    ['约八千', 'not-a-number'],
    ['8000左右', 'not-a-number'],
    ['3000-5000', 'not-a-number'],
    ['1,23', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['8000.005', 'decimals'],
    ['8000.50', 800_050],
    ['8000.500', 800_050],
    ['0.8万', 800_000],
    ['-5.5', -550],
    ['(1,200.50)', -120_050],
    ['（200）', -20_000],
    ['￥ 1,200.00', 120_000],
    ['暂无', null],
    ['', null],
    ['99999999999999999', 'too-large'],
  ])('reads %s', (written, wanted) => {
    expect(readAmount(written)).toBe(wanted);
  });

  it('does not choose between two units', () => {
    expect(readAmount('8000元', { factor: 10_000, stated: true })).toBe('unit-conflict');
    expect(readAmount('0.8万元', { factor: 1, stated: true })).toBe('unit-conflict');
    expect(readAmount('0.8万元', { factor: 10_000, stated: true })).toBe(800_000);
  });

  it('takes a negative amount only where a loss may stand', () => {
    expect(outcome('(200)', '住户', 'wageIncome')).toBe('CEL-06 error null');
    expect(outcome(-200, '住户', 'perCapitaIncome')).toBe(-20_000);
  });
});

describe('dates', () => {
  it('reads every day in each of its usual spellings', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 45_000 }), (number) => {
        const day = dayFromNumber(number);
        const [y = '', m = '', d = ''] = day.split('-');
        const [month, dayOfMonth] = [String(Number(m)), String(Number(d))];
        const wanted = { kind: 'date', date: day };
        for (const text of [
          day,
          `${y}/${month}/${dayOfMonth}`,
          `${y}.${month}.${dayOfMonth}`,
          `${y}年${month}月${dayOfMonth}日`,
          `${y}${m}${d}`,
          `${day} 00:00:00`,
          ` ${y}年 ${m}月${d}日 `,
        ])
          expect(readDate(text), text).toEqual(wanted);
        expect(readDate(date(day))).toEqual(day < '1900-01-02' ? readDate(date(day)) : wanted);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps months as months and never gives a day that was not written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const wanted = { kind: 'date', date: `${year}-${String(month).padStart(2, '0')}` };
        for (const text of [
          `${year}年${month}月`,
          `${year}.${month}`,
          `${year}-${month}`,
          wanted.date.replace('-', ''),
        ])
          expect(readDate(text), text).toEqual(wanted);
      }),
    );
  });

  it.each([
    ['二〇二三年十二月三十一日', { kind: 'date', date: '2023-12-31' }],
    ['二○二三年十月', { kind: 'date', date: '2023-10' }],
    ['2023年2月30日', { kind: 'problem', reason: 'no-such-day' }],
    ['2023-13', { kind: 'problem', reason: 'no-such-day' }],
    ['9月12日', { kind: 'problem', reason: 'no-year' }],
    ['2023年9月至今', { kind: 'range', from: '2023-09', to: null }],
    ['2023-09-01至2024-03-31', { kind: 'range', from: '2023-09-01', to: '2024-03-31' }],
    ['2023.9.1—2024.3.31', { kind: 'range', from: '2023-09-01', to: '2024-03-31' }],
    [45181, { kind: 'date', date: '2023-09-12' }],
    [202309, { kind: 'date', date: '2023-09' }],
    [20230912, { kind: 'date', date: '2023-09-12' }],
    [2023.1, { kind: 'ambiguous', readings: ['2023-01', '2023-10'] }],
    [2023.11, { kind: 'date', date: '2023-11' }],
    [12, { kind: 'problem', reason: 'not-a-date' }],
    ['1/2/2023', { kind: 'ambiguous', readings: ['2023-01-02', '2023-02-01'] }],
    ['无', { kind: 'blank' }],
  ])('reads %s', (written, wanted) => {
    expect(readDate(written)).toEqual(wanted);
  });

  it('takes 至今 as an open end and nowhere else', () => {
    expect(outcome('至今', '成员', 'workEnd')).toBeNull();
    expect(outcome('至今', '成员', 'workStart')).toBe('CEL-08 error null');
    expect(outcome(2023.1, '成员', 'workStart')).toBe('CEL-17 error null');
    expect(outcome('2023年9月至2024年3月', '成员', 'workStart')).toBe('CEL-08 error null');
  });
});

describe('other values', () => {
  it.each([
    ['是', true],
    ['√', true],
    ['✓', true],
    [1, true],
    [true, true],
    ['Ｙ', true],
    ['无', false],
    ['×', false],
    ['x', false],
    [0, false],
    [' 否 ', false],
    ['', null],
    ['-', null],
    ['暂无', null],
    ['也许', undefined],
    [2, undefined],
  ])('reads yes or no from %s', (written, wanted) => {
    expect(readYesNo(written)).toBe(wanted);
  });

  it('reads whole numbers', () => {
    expect([
      readCount('3人'),
      readCount(3),
      readCount('3.0'),
      readCount(3.5),
      readCount('-1'),
      readCount('无'),
    ]).toEqual([3, 3, 3, undefined, undefined, null]);
    expect([readMonths('12个月'), readMonths(13), readMonths('全年'), readMonths(6.5)]).toEqual([
      12,
      13,
      undefined,
      undefined,
    ]);
    expect([readYear('2023年度'), readYear(2023), readYear('2023.0'), readYear('23年'), readYear(20231)]).toEqual([
      2023,
      2023,
      2023,
      undefined,
      undefined,
    ]);
  });

  it.each<[Cell, TableKind, string, unknown]>([
    [640181199001010000, '成员', 'personId', 'CEL-03 error null'],
    ['6.40181199001010E+17', '成员', 'personId', 'CEL-03 error null'],
    [640181900101001, '成员', 'personId', 'CEL-01 warning 640181199001010010'],
    ["'64018119880808004ｘ", '成员', 'personId', '64018119880808004X'],
    ['6401 8119 9001 0100 10', '成员', 'personId', '640181199001010010'],
    ['64018119900101OO10', '成员', 'personId', 'CEL-02 error null'],
    [6228480000000000000, '住户', 'accountNumber', 'BNK-01 warning null'],
    ['6228 4800 0000 0000 000', '住户', 'accountNumber', '6228480000000000000'],
    [12, '住户', 'householdId', '12'],
    ['０01', '住户', 'householdId', '001'],
    ['01-本人', '成员', 'relation', '户主'],
    ['长子', '成员', 'relation', '之子'],
    ['外甥', '成员', 'relation', 'CEL-09 warning 外甥'],
    ['其它行业', '经营', 'kind', 'CEL-09 error null'],
    ['个体户', '经营', 'kind', '个体工商户'],
    ['张 三', '成员', 'name', '张三'],
    ['阿不都·热合曼', '成员', 'name', '阿不都·热合曼'],
    ['阿不都•热合曼', '成员', 'name', 'CEL-14 warning 阿不都•热合曼'],
    ['𠮷田䶮', '成员', 'name', '𠮷田䶮'],
    ['张三1', '成员', 'name', 'CEL-12 error 张三1'],
    ['未知', '成员', 'name', 'CEL-12 error null'],
    [13, '成员', 'workMonths', 'CEL-13 warning 13'],
    ['全年', '成员', 'workMonths', 'CEL-13 warning null'],
    ['9135', '单位', 'creditCode', 'CEL-18 warning 9135'],
    ['无', '成员', 'evidence', null],
    [errorCell('#N/A'), '成员', 'wageIncome', 'CEL-16 error null'],
    [errorCell('#N/A'), '成员', 'accountNumber', 'CEL-16 warning null'],
    ['是', '成员', 'labourContract', true],
    ['已签订', '成员', 'labourContract', true],
    ['不清楚', '成员', 'labourContract', 'CEL-09 error null'],
    ['不清楚', '成员', 'workWish', 'CEL-09 warning null'],
    ['无', '指标填报', 'value', '无'],
  ])('%j as %s.%s', (cell, kind, key, wanted) => {
    expect(outcome(cell, kind, key)).toBe(wanted);
  });

  it('cleans without changing Han characters, and cleaning twice changes nothing', () => {
    expect(cleanText('\u200b　ＡＢ１２（元） \n')).toBe('AB12(元)');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
