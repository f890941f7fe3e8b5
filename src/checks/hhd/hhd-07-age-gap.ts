import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { yearOf } from '../../domain/calendar.js';
import { birthDateOf, isResidentId } from '../../domain/resident-id.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

/** Years by which a relation must be younger (positive) or older (negative) than the head. */
const GAPS: ReadonlyMap<string, number> = new Map([
  ['之子', 15],
  ['之女', 15],
  ['之孙子', 30],
  ['之孙女', 30],
  ['之父', -15],
  ['之母', -15],
  ['之祖父', -30],
  ['之祖母', -30],
]);

export const ageGap = defineCheck({
  code: 'HHD-07',
  name: 'age-gap',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['身份证号', '与户主关系'] }],
  sample: { relation: '之子', gap: 10 },
  text: {
    zh: {
      title: '与户主关系和年龄不符',
      what: (p) =>
        `父母与子女应相差15岁以上（祖孙30岁以上），${param(p, 'relation')}与户主现相差 ${param(p, 'gap')} 岁`,
      why: '多半是关系或身份证号填错；不影响本次发放',
      how: '请对照户口簿核对关系和身份证号',
    },
    en: {
      title: 'Relation does not fit the ages',
      what: (p) =>
        `parents and children should be 15 years apart (grandparents 30); ${param(p, 'relation')} and the head are ${param(p, 'gap')} years apart`,
      why: 'most likely the relation or an ID number is wrong; the payment is not affected',
      how: 'compare with the household register',
    },
  },
  examples: [
    {
      title: '儿子只小2岁',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '张四', 身份证号: '640181199201010058', 与户主关系: '之子' },
        ],
      },
      expect: ['成员!与户主关系@2'],
    },
    {
      title: '儿子小25岁，父亲大40岁',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '张四', 身份证号: '640181201506010016', 与户主关系: '之子' },
          { 户编号: 'H1', 姓名: '张老', 身份证号: '640181195001010012', 与户主关系: '之父' },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const rows of index.members.values()) {
      const head = rows.find((row) => row.relation === '户主');
      const headYear = birthYear(head?.personId ?? null);
      if (head === undefined || headYear === null) continue;
      for (const row of rows) {
        const rule = GAPS.get(row.relation ?? '');
        const year = birthYear(row.personId);
        if (rule === undefined || year === null) continue;
        const gap = rule > 0 ? year - headYear : headYear - year;
        if (gap >= Math.abs(rule)) continue;
        report({
          place: cellPlace(roster, row, '与户主关系'),
          subject: ofMember(row),
          value: row.relation,
          params: { relation: row.relation ?? '', gap },
          related: [cellPlace(roster, head, '身份证号')],
        });
      }
    }
  },
});

function birthYear(id: string | null): number | null {
  return id === null || !isResidentId(id) ? null : yearOf(birthDateOf(id));
}
