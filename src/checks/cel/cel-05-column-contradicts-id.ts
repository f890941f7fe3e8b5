import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { ageOfResident, birthDateOf, sexOf, isResidentId } from '../../domain/resident-id.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';
import type { FindingPlace } from '../../findings/finding.js';

const GENDERS: Readonly<Record<string, '男' | '女'>> = {
  男: '男',
  女: '女',
  男性: '男',
  女性: '女',
  '1': '男',
  '2': '女',
};

/** Age and birth date are not shown: beside a masked ID number they would give most of it away. */
export const columnContradictsId = defineCheck({
  code: 'CEL-05',
  name: 'column-contradicts-id',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['身份证号'] }],
  sample: { what: '性别', found: '女', expected: '男' },
  text: {
    zh: {
      title: '与身份证号不一致',
      what: (p) =>
        p['expected'] === undefined
          ? `${param(p, 'what')}应与身份证号一致，现不一致`
          : `${param(p, 'what')}按身份证号应为 ${param(p, 'expected')}，现为 ${param(p, 'found')}`,
      why: '多半是身份证号或这一列填错；按身份证号计算',
      how: '请对照身份证核对',
    },
    en: {
      title: 'A column contradicts the ID number',
      what: (p) =>
        p['expected'] === undefined
          ? `${param(p, 'what')} should agree with the ID number and does not`
          : `${param(p, 'what')} should be ${param(p, 'expected')} by the ID number, it is ${param(p, 'found')}`,
      why: 'either is wrong; the ID number is used',
      how: 'compare with the identity card',
    },
  },
  examples: [
    {
      title: '性别不符',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 性别: '女' }],
      },
      expect: ['成员!性别@1'],
    },
    {
      title: '年龄差5岁',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 年龄: 29 }] },
      expect: ['成员!年龄@1'],
    },
    {
      title: '出生日期不符',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 出生日期: '1990-10-01' },
        ],
      },
      expect: ['成员!出生日期@1'],
    },
    {
      title: '都相符；年龄差1岁不算',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            性别: '男',
            年龄: 35,
            出生日期: '1990-01',
          },
        ],
      },
      expect: [],
    },
  ],
  run: (context) => {
    const { roster, report } = context;
    for (const row of roster.rows.成员) {
      if (row.personId === null || (row.gender === null && row.age === null && row.birthDate === null)) continue;
      if (!isResidentId(row.personId)) continue;
      const place = (field: string): FindingPlace => cellPlace(roster, row, field);
      const subject = ofMember(row);
      const sex = sexOf(row.personId);
      const gender = row.gender === null ? null : (GENDERS[row.gender] ?? null);
      if (gender !== null && gender !== sex)
        report({
          place: place('性别'),
          subject,
          value: row.gender,
          params: { what: '性别', found: gender, expected: sex },
        });
      const asOf = row.age === null ? null : context.asOf;
      const age = asOf === null ? null : ageOfResident(row.personId, asOf);
      if (row.age !== null && age !== null && Math.abs(row.age - age) > 1)
        report({ place: place('年龄'), subject, params: { what: '年龄' } });
      if (row.birthDate !== null && !birthDateOf(row.personId).startsWith(row.birthDate))
        report({ place: place('出生日期'), subject, params: { what: '出生日期' } });
    }
  },
});
