import { defineCheck } from '../define-check.js';
import { cellPlace } from '../cell-place.js';
import { param } from '../param.js';
import { ofHousehold, ofMember } from '../subject.js';
import { maskId } from '../../domain/masking.js';
import type { BusinessRow, HouseholdRow, MemberRow } from '../../domain/roster.js';

type Row = MemberRow | HouseholdRow | BusinessRow;

/** src/CONTRACT.md §4: the same person in two households is an error; it stands on a row of each, so both are held. */
export const twoHouseholds = defineCheck({
  code: 'HHD-05',
  name: 'two-households',
  severity: 'error',
  stage: 'roster',
  needs: [],
  sample: { id: '6401**********0010', first: 'H1', second: 'H2' },
  text: {
    zh: {
      title: '同一人出现在两户',
      what: (p) => `${param(p, 'id')} 应只在一户，现同时在户编号 ${param(p, 'first')} 和 ${param(p, 'second')}`,
      why: '一人算进两户会重复领取，两户都暂不发放',
      how: '请核实此人属于哪一户，在另一户中删除该行并改正人口数',
    },
    en: {
      title: 'One person in two households',
      what: (p) => `${param(p, 'id')} should be in one household, is in ${param(p, 'first')} and ${param(p, 'second')}`,
      why: 'counting one person twice pays twice; both households are held',
      how: 'find out where the person belongs, delete the other row and correct that household’s size',
    },
  },
  examples: [
    {
      title: '两户都登记了同一成员',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H2', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
        ],
      },
      expect: ['成员!身份证号@1', '成员!身份证号@2'],
    },
    {
      title: '住户表的户主又是另一户的成员',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H2', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '之父' }],
      },
      expect: ['成员!身份证号@1', '住户!户主身份证号@1'],
    },
    {
      title: '同一户内办两家店不算',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
        经营: [
          { 户编号: 'H1', 经营者姓名: '张三', 经营者身份证号: '640181199001010010', 主体类型: '个体工商户' },
          { 户编号: 'H1', 经营者姓名: '张三', 经营者身份证号: '640181199001010010', 主体类型: '养殖业' },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    const others = new Map<string, HouseholdRow | BusinessRow>();
    const conflicts = new Map<string, Row[]>();
    const seat = (row: Row, id: string | null): void => {
      if (id === null || row.householdId === null) return;
      const known: Row | undefined = index.persons.get(id) ?? others.get(id);
      if (known === undefined) {
        if (!('relation' in row)) others.set(id, row);
        return;
      }
      if (known.householdId === null || known.householdId === row.householdId) return;
      const rows = conflicts.get(id) ?? [known];
      if (!rows.some((other) => other.householdId === row.householdId)) rows.push(row);
      conflicts.set(id, rows);
    };
    for (const [id, rows] of index.repeated) for (const row of rows) seat(row, id);
    for (const row of roster.rows.住户) seat(row, row.headId);
    for (const row of roster.rows.经营) seat(row, row.personId);

    for (const [id, rows] of conflicts) {
      for (const row of rows) {
        const elsewhere = rows.filter((other) => other !== row);
        report({
          place: cellPlace(roster, row, idFieldOf(row)),
          subject: 'headId' in row ? ofHousehold(row) : ofMember(row),
          value: id,
          params: {
            id: maskId(id),
            first: row.householdId ?? '',
            second: elsewhere.map((other) => other.householdId ?? '').join('、'),
          },
          related: elsewhere.map((other) => cellPlace(roster, other, idFieldOf(other))),
        });
      }
    }
  },
});

function idFieldOf(row: Row): string {
  if ('headId' in row) return '户主身份证号';
  return 'creditCode' in row ? '经营者身份证号' : '身份证号';
}
