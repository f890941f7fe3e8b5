import { defineCheck } from '../define-check.js';
import { cellPlace } from '../cell-place.js';
import { param } from '../param.js';
import { ofHousehold, ofMember } from '../subject.js';
import { maskId } from '../../domain/masking.js';
import type { BusinessRow, HouseholdRow, MemberRow } from '../../domain/roster.js';
import type { FindingPlace, FindingSubject } from '../../findings/finding.js';

interface Seat {
  readonly household: string;
  readonly place: FindingPlace;
  readonly subject: Partial<FindingSubject>;
}

/** CONTRACT §4: the same person in two households is an error; it stands on a row of each, so both are held. */
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
  run: ({ roster, report }) => {
    const first = new Map<string, { row: MemberRow | HouseholdRow | BusinessRow; field: string; household: string }>();
    const conflicts = new Map<string, Seat[]>();
    const seat = (row: MemberRow | HouseholdRow | BusinessRow, id: string | null, field: string): void => {
      const household = row.householdId;
      if (id === null || household === null) return;
      const known = first.get(id);
      if (known === undefined) {
        first.set(id, { row, field, household });
        return;
      }
      if (known.household === household) return;
      const seats = conflicts.get(id) ?? [seatOf(known.row, known.field, known.household)];
      if (!seats.some((other) => other.household === household)) seats.push(seatOf(row, field, household));
      conflicts.set(id, seats);
    };
    const seatOf = (row: MemberRow | HouseholdRow | BusinessRow, field: string, household: string): Seat => ({
      household,
      place: cellPlace(roster, row, field),
      subject: 'headId' in row ? ofHousehold(row) : ofMember(row),
    });
    for (const row of roster.rows.成员) seat(row, row.personId, '身份证号');
    for (const row of roster.rows.住户) seat(row, row.headId, '户主身份证号');
    for (const row of roster.rows.经营) seat(row, row.personId, '经营者身份证号');

    for (const [id, seats] of conflicts) {
      for (const one of seats) {
        const others = seats.filter((other) => other !== one);
        report({
          place: one.place,
          subject: one.subject,
          value: id,
          params: { id: maskId(id), first: one.household, second: others.map((other) => other.household).join('、') },
          related: others.map((other) => other.place),
        });
      }
    }
  },
});
