import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLabourCapable } from '../../src/domain/labour.js';
import { ageOfResident, isResidentId, readResidentId, residentIdCheck } from '../../src/domain/resident-id.js';
import { isEmployed } from '../../src/domain/roster.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { FindingCollector } from '../../src/findings/collector.js';
import { fieldByKey } from '../../src/tables/fields/index.js';
import type { TableKind } from '../../src/domain/roster.js';
import { blankRecord } from '../../src/tables/rows/blank-record.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { YUAN } from '../../src/tables/values/amount.js';
import { CellProblem } from '../../src/tables/values/cell-problem.js';
import { readValue } from '../../src/tables/values/read-value.js';
import { readYesNo } from '../../src/tables/values/yes-no.js';
import type { Cell } from '../../src/tables/grid.js';
import { errorCell, gridWorkbook } from './workbook-builder.js';

function outcome(cell: Cell, kind: TableKind, key: string): unknown {
  const field = fieldByKey(kind, key);
  if (field === undefined) throw new Error(key);
  const reading = readValue(cell, field, YUAN);
  return reading instanceof CellProblem ? `${reading.code} ${reading.severity} ${String(reading.value)}` : reading;
}

const withCheck = (first17: string): string => first17 + residentIdCheck(first17);

describe('identity numbers', () => {
  it.each(['81', '82', '83'])('%s: residence permits of Hong Kong, Macao and Taiwan are resident IDs', (region) => {
    const id = withCheck(`${region}000019900101001`);
    expect(readResidentId(id)).toMatchObject({ problem: 'ok', id });
    expect(readResidentId(withCheck('840000199001010010'.slice(0, 17))).problem).toBe('region');
  });

  it('foreigners’ permits of 18 digits begin with 9 and the province', () => {
    expect(readResidentId(withCheck('96484019900101001')).problem).toBe('ok');
    expect(readResidentId(withCheck('99984019900101001')).problem).toBe('region');
  });

  it.each(['C1234567', 'e12345678', 'EA1234567', 'USA310080051501', 'H12345678', 'M1234567801', 'P1234567A'])(
    '%s keys a member whole and never a head',
    (number) => {
      expect(outcome(number, '成员', 'personId')).toBe(number.toUpperCase());
      expect(outcome(number, '住户', 'headId')).toMatch(/^CEL-0[12] error null$/);
      expect(outcome(number, '用工', 'personId')).toMatch(/^CEL-0[12] error null$/);
      expect(ageOfResident(number, '2024-12-31')).toBeNull();
    },
  );

  it.each(['HH001', '64018119900101001', '6401811990010100', 'X', 'O40181199001010010', '户1234567'])(
    '%s stays wrong',
    (number) => {
      expect(outcome(number, '成员', 'personId')).toMatch(/^CEL-0[12] error/);
    },
  );

  it('is a warning for a member and an error for a head', async () => {
    const header = ['户编号', '姓名', '身份证号', '与户主关系'];
    const rows = [
      header,
      ['H1', '张三', '640181199001010010', '户主'],
      ['H1', '阮氏', 'C1234567', '配偶'],
      ['H2', '李四', 'C7654321', '户主'],
    ];
    const { roster } = await readRoster([gridWorkbook({ 成员: rows })]);
    const collector = new FindingCollector();
    runChecks({ roster, asOf: '2024-12-31', lists: [], only: ['CEL-23', 'CEL-05', 'HHD-03', 'HHD-07'] }, collector);
    expect(collector.findings.map(({ code, severity, place }) => [code, severity, place.row])).toEqual([
      ['CEL-23', 'warning', 3],
      ['CEL-23', 'error', 4],
    ]);
  });

  it('only numbers of 18 characters hold a birth date', () => {
    fc.assert(fc.property(fc.string(), (text) => isResidentId(text) === (text.length === 18)));
  });
});

describe('words of 就业状态', () => {
  it.each(['务农', '自营', '本地务工', '省外务工', '乡村公益性岗位', '是', '有', '√'])('%s is employed', (word) => {
    const status = outcome(word, '成员', 'employmentStatus');
    expect(isEmployed(typeof status === 'string' ? status : null)).toBe(true);
  });

  it.each(['否', '×', '没有', '退休', '参军', '服刑', '在校', '学生', '现役'])('%s is not', (word) => {
    const status = outcome(word, '成员', 'employmentStatus');
    expect(isEmployed(typeof status === 'string' ? status : null)).toBe(false);
  });

  it.each(['退休', '参军', '服刑', '在校'])(
    '%s is outside the labour force, whatever the skill says',
    (employmentStatus) => {
      const member = { ...blankRecord('成员', 0, 2), labourSkill: '普通劳动力', employmentStatus };
      expect(isLabourCapable(member, '2024-12-31')).toBe(false);
      expect(isLabourCapable({ ...member, employmentStatus: '失业' }, '2024-12-31')).toBe(true);
    },
  );
});

describe('words of kinship', () => {
  it.each([
    ['老婆', '配偶'],
    ['老公', '配偶'],
    ['大儿子', '之子'],
    ['小女儿', '之女'],
    ['儿媳', '之儿媳'],
    ['孙儿', '之孙子'],
    ['公公', '之公公'],
    ['丈母娘', '之岳母'],
    ['爸爸', '之父'],
    ['02-老婆', '配偶'],
  ])('%s is %s', (word, relation) => {
    expect(outcome(word, '成员', 'relation')).toBe(relation);
  });
});

describe('dates as people write them', () => {
  it.each([
    ['2023年9月12日 星期二', '2023-09-12'],
    ['2023-09-12（周二）', '2023-09-12'],
    ['2023年9月12日上午', '2023-09-12'],
    ['2023年9月12日下午3时30分', '2023-09-12'],
    ['2023年9月初', '2023-09'],
    ['2023年9月上旬', '2023-09'],
    ['2023年底', '2023'],
    ['23年10月', '2023-10'],
    ['23.9', '2023-09'],
    ['78年5月', '1978-05'],
    ['12.10', 'CEL-17 error null'],
    ['12年10月', '2012-10'],
    ['23.2.30', 'CEL-17 error null'],
  ])('%s is %s', (text, wanted) => {
    expect(outcome(text, '成员', 'workStart')).toBe(wanted);
  });

  it('leaves the century of a birth to a person', () => {
    expect(outcome('23年10月', '成员', 'birthDate')).toBe('CEL-17 warning null');
  });
});

describe('amounts as people write them', () => {
  it.each([
    ['RMB 12000', 1_200_000],
    ['人民币12,000元', 1_200_000],
    ['12000元/年', 1_200_000],
    ['¥12000', 1_200_000],
    ['7万', 'CEL-06 warning 7000000'],
    ['1.5万元', 'CEL-06 warning 1500000'],
    ['12000元/月', 'CEL-06 error null'],
    ['12000元/人', 'CEL-06 error null'],
    ['约10万', 'CEL-06 error null'],
    ['10万左右', 'CEL-06 error null'],
    ['7-8万', 'CEL-06 error null'],
  ])('%s is %s', (text, wanted) => {
    expect(outcome(text, '住户', 'wageIncome')).toBe(wanted);
  });
});

describe('printed choices', () => {
  it.each([
    ['☑是 □否', true],
    ['□是 ☑否', false],
    ['☒是 ☐否', true],
    ['■是 □否', true],
    ['√ 是', true],
    ['□是 □否', undefined],
    ['☑是 ☑否', undefined],
    ['R是 £否', undefined],
    ['□是', undefined],
  ])('%s is %s', (text, wanted) => {
    expect(readYesNo(text)).toBe(wanted);
  });

  it('are read in lists of words too', () => {
    expect(outcome('□已就业 ☑失业', '成员', 'employmentStatus')).toBe('失业');
  });
});

describe('figures in a larger unit', () => {
  const HOUSE = ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度'];
  const MEMBER = ['户编号', '姓名', '身份证号', '与户主关系'];
  const A = '640181199001010010';
  const B = '640181199001010029';
  const found = async (unit: string, house: Cell, one: Cell, two: Cell): Promise<string[]> => {
    const { roster } = await readRoster([
      gridWorkbook({
        住户: [
          [...HOUSE, `年务工收入（${unit}）`],
          ['H1', '张三', A, 2, 2024, house],
        ],
        成员: [
          [...MEMBER, `年务工收入（${unit}）`],
          ['H1', '张三', A, '户主', one],
          ['H1', '李四', B, '配偶', two],
        ],
      }),
    ]);
    const collector = new FindingCollector();
    runChecks({ roster, asOf: '2024-12-31', lists: [], only: ['HHD-08'] }, collector);
    return collector.findings.map(({ code }) => code);
  };

  it.each([
    ['万元', 3.34, 1.67, 1.66, []],
    ['万元', 3.34, 1.67, 1.65, ['HHD-08']],
    ['万元', 3.3333, 1.6667, 1.6667, []],
    ['万元', 3.3333, 1.6667, 1.6669, ['HHD-08']],
    ['元', 33_400, 16_700, 16_699, ['HHD-08']],
    ['元', 33_400, 16_700, 16_700, []],
  ] satisfies [string, number, number, number, string[]][])(
    '%s: %s against %s and %s',
    async (unit, house, one, two, codes) => {
      expect(await found(unit, house, one, two)).toEqual(codes);
    },
  );
});

describe('what is said of a cell', () => {
  it('names a lost picture and a private font', () => {
    const field = fieldByKey('成员', 'evidence');
    const name = fieldByKey('成员', 'name');
    if (field === undefined || name === undefined) throw new Error('no field');
    expect(readValue(errorCell('#NAME?'), field, YUAN)).toMatchObject({
      code: 'CEL-16',
      params: { reason: 'picture' },
    });
    expect(readValue('张\ue123', name, YUAN)).toMatchObject({ code: 'CEL-14', params: { reason: 'private-font' } });
  });

  it('keeps the number of a card apart from its account', async () => {
    const header = ['户编号', '姓名', '身份证号', '与户主关系', '社保卡号', '社保卡银行账号'];
    const row = ['H1', '张三', '640181199001010010', '户主', 'A12345670', '6228480000000000018'];
    const { roster, findings } = await readRoster([gridWorkbook({ 成员: [header, row] })]);
    expect(roster.rows.成员[0]?.accountNumber).toBe('6228480000000000018');
    expect(findings.map(({ code }) => code)).not.toContain('HDR-02');
  });
});
