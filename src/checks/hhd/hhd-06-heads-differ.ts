import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { maskId, maskName } from '../../domain/masking.js';
import { cellPlace } from '../cell-place.js';
import { ofHousehold, ofMember } from '../subject.js';
import type { HouseholdRow } from '../../domain/roster.js';
import type { Params } from '../../findings/finding.js';

export const headsDiffer = defineCheck({
  code: 'HHD-06',
  name: 'heads-differ',
  severity: 'error',
  stage: 'roster',
  needs: [{ table: '住户', fields: ['户编号'] }],
  sample: { household: 'H1', what: '户主', first: '张**', second: '李**' },
  text: {
    zh: {
      title: '同一户编号前后不一',
      what: (p) => `${householdZh(p)}的${subjectOf(p)}应只有一个，现有 ${param(p, 'first')} 和 ${param(p, 'second')}`,
      why: '不知道是编号重了还是户主填错，会付错户，本户暂不发放',
      how: '请核对户编号；确是两户的改用各自的编号',
    },
    en: {
      title: 'One household number, two heads or other facts',
      what: (p) =>
        `${subjectOf(p)} of ${householdEn(p)} should be one; there are ${param(p, 'first')} and ${param(p, 'second')}`,
      why: 'either the number is used twice or the head is wrong; the household is held',
      how: 'check the number; give two households two numbers',
    },
  },
  examples: [
    {
      title: '两行户主不同',
      tables: {
        住户: [
          { 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 },
          { 户编号: 'H1', 户主姓名: '李四', 户主身份证号: '64018119880808004X', 家庭人口数: 1, 收入年度: 2024 },
        ],
      },
      expect: ['住户!户编号@2'],
    },
    {
      title: '成员表的户主是另一个人',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '户主' }],
      },
      expect: ['成员!身份证号@1'],
    },
    {
      title: '户主一致',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '张三', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const [household, rows] of index.households) {
      const [first, ...again] = rows;
      if (first === undefined) continue;
      for (const row of again) {
        const params = differenceOf(first, row);
        if (params !== null)
          report({
            place: cellPlace(roster, row, '户编号'),
            subject: ofHousehold(row),
            value: household,
            params: { household, ...params },
            related: [cellPlace(roster, first, '户编号')],
          });
      }
      // Of one person with two spellings of the name XSH-02 speaks, of two people marked 户主 HHD-02.
      if (first.headId === null) continue;
      const heads = (index.members.get(household) ?? []).filter((row) => row.relation === '户主');
      const [head] = heads;
      if (head === undefined || head.personId === null || heads.some((row) => row.personId === first.headId)) continue;
      report({
        place: cellPlace(roster, head, '身份证号'),
        subject: ofMember(head),
        value: head.personId,
        params: {
          household,
          what: '户主',
          first: `${maskName(first.headName ?? '')} ${maskId(first.headId)}`,
          second: `${maskName(head.name ?? '')} ${maskId(head.personId)}`,
        },
        related: [cellPlace(roster, first, '户主身份证号')],
      });
    }
  },
});

/** The table reader names the column in `field`, and the household by the finding's subject. */
function subjectOf(p: Params): string {
  return param(p, p['what'] === undefined ? 'field' : 'what');
}

function householdZh(p: Params): string {
  return p['household'] === undefined ? '同一户编号' : `户编号 ${param(p, 'household')} `;
}

function householdEn(p: Params): string {
  return p['household'] === undefined ? 'one household' : `household ${param(p, 'household')}`;
}

/** How two 住户 rows of one number differ; null when they are of the same household (HHD-16). */
export function differenceOf(first: HouseholdRow, second: HouseholdRow): Params | null {
  if (first.headId !== null && second.headId !== null && first.headId !== second.headId)
    return { what: '户主', first: maskId(first.headId), second: maskId(second.headId) };
  if (first.headName !== null && second.headName !== null && first.headName !== second.headName)
    return { what: '户主', first: maskName(first.headName), second: maskName(second.headName) };
  if (first.community !== null && second.community !== null && first.community !== second.community)
    return { what: '社区', first: first.community, second: second.community };
  return null;
}
