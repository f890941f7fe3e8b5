import { defineCheck } from '../define-check.js';
import { cellPlace } from '../cell-place.js';
import { ofHousehold, ofMember } from '../subject.js';
import { roughAge } from '../../domain/labour.js';
import { ageOfResident } from '../../domain/resident-id.js';

const OLDEST = 110;

export const birthImprobable = defineCheck({
  code: 'CEL-21',
  name: 'birth-improbable',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { what: 'old' },
  text: {
    zh: {
      title: '按身份证号年龄不合理',
      what: (p) =>
        p['what'] === 'future'
          ? '按身份证号，出生日期应不晚于核算日，现晚于核算日'
          : '按身份证号，年龄应不超过110岁，现已超过',
      why: '多半是号码录错，可能付错人；不影响本次发放',
      how: '请对照身份证核对号码',
    },
    en: {
      title: 'The age by the ID number is improbable',
      what: (p) =>
        p['what'] === 'future'
          ? 'by the ID number, the birth should not be after the assessment date, and it is'
          : 'by the ID number, the age should be 110 at most, and is more',
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
    if (asOf === null) return;
    for (const row of roster.rows.成员) {
      const what = improbable(row.personId, asOf);
      if (what === null) continue;
      report({
        place: cellPlace(roster, row, '身份证号'),
        subject: ofMember(row),
        value: row.personId,
        params: { what },
      });
    }
    for (const row of roster.rows.住户) {
      const what = improbable(row.headId, asOf);
      if (what === null || (row.headId !== null && index.persons.has(row.headId))) continue;
      report({
        place: cellPlace(roster, row, '户主身份证号'),
        subject: ofHousehold(row),
        value: row.headId,
        params: { what },
      });
    }
  },
});

/** Older than anybody, or born after the day; null for everyone else. */
function improbable(id: string | null, day: string): 'old' | 'future' | null {
  if (id === null) return null;
  const rough = roughAge(id, day);
  if (rough > 0 && rough <= OLDEST) return null;
  const age = ageOfResident(id, day);
  if (age === null || (age >= 0 && age <= OLDEST)) return null;
  return age < 0 ? 'future' : 'old';
}
