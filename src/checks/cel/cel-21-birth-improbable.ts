import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { birthDateOf } from '../../domain/resident-id.js';
import { cellPlace } from '../cell-place.js';
import { ofHousehold, ofMember } from '../subject.js';
import type { HouseholdRow, MemberRow } from '../../domain/roster.js';
import type { FindingSubject } from '../../findings/finding.js';
import { ageOfPerson } from '../working-age.js';

export const birthImprobable = defineCheck({
  code: 'CEL-21',
  name: 'birth-improbable',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { birth: '1890-01-01', age: 134 },
  text: {
    zh: {
      title: '按身份证号年龄不合理',
      what: (p) =>
        Number(p['age']) < 0
          ? `出生日期应不晚于核算日，身份证号中现为 ${param(p, 'birth')}`
          : `年龄应不超过110岁，按身份证号现为 ${param(p, 'age')} 岁（${param(p, 'birth')} 出生）`,
      why: '多半是号码录错，可能付错人；不影响本次发放',
      how: '请对照身份证核对号码',
    },
    en: {
      title: 'The age by the ID number is improbable',
      what: (p) =>
        Number(p['age']) < 0
          ? `the birth date should not be after the assessment date; the ID number says ${param(p, 'birth')}`
          : `an age should be 110 at most; by the ID number it is ${param(p, 'age')} (born ${param(p, 'birth')})`,
      why: 'most likely the number is wrong; the payment is not affected',
      how: 'compare the number with the identity card',
    },
  },
  examples: [
    {
      title: '1890年出生',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181189001010011', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
    },
    {
      title: '1950年出生',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181195001010012', 与户主关系: '户主' }] },
      expect: [],
    },
  ],
  run: ({ roster, index, asOf, report }) => {
    const look = (
      row: MemberRow | HouseholdRow,
      id: string | null,
      field: string,
      subject: Partial<FindingSubject>,
    ): void => {
      const age = ageOfPerson(id, asOf);
      if (id === null || age === null || (age >= 0 && age <= 110)) return;
      report({ place: cellPlace(roster, row, field), subject, value: id, params: { birth: birthDateOf(id), age } });
    };
    for (const row of roster.rows.成员) look(row, row.personId, '身份证号', ofMember(row));
    for (const row of roster.rows.住户)
      if (row.headId !== null && !index.persons.has(row.headId))
        look(row, row.headId, '户主身份证号', ofHousehold(row));
  },
});
