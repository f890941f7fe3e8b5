import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { sexOf, isResidentId } from '../../domain/resident-id.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

export const coupleOfOneSex = defineCheck({
  code: 'HHD-03',
  name: 'couple-of-one-sex',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['身份证号', '与户主关系'] }],
  sample: { sex: '男' },
  text: {
    zh: {
      title: '户主与配偶性别相同',
      what: (p) => `户主与配偶性别应不同，按身份证号现都为${param(p, 'sex')}`,
      why: '多半是身份证号录错或串行，可能付错人；不影响本次发放',
      how: '请对照两人的身份证核对号码',
    },
    en: {
      title: 'Head and spouse of one sex',
      what: (p) => `head and spouse should be of different sex; both ID numbers say ${param(p, 'sex')}`,
      why: 'most likely an ID number was mixed up; the payment is not affected',
      how: 'compare both ID numbers with the cards',
    },
  },
  examples: [
    {
      title: '两个号码都是男',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '640181198801010030', 与户主关系: '配偶' },
        ],
      },
      expect: ['成员!身份证号@2'],
    },
    {
      title: '一男一女',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '配偶' },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const rows of index.members.values()) {
      const head = rows.find((row) => row.relation === '户主');
      const spouse = rows.find((row) => row.relation === '配偶');
      if (head === undefined || spouse === undefined || head.personId === null || spouse.personId === null) continue;
      if (!isResidentId(head.personId) || !isResidentId(spouse.personId)) continue;
      const sex = sexOf(head.personId);
      if (sex !== sexOf(spouse.personId) || head.personId === spouse.personId) continue;
      report({
        place: cellPlace(roster, spouse, '身份证号'),
        subject: ofMember(spouse),
        value: spouse.personId,
        params: { sex },
        related: [cellPlace(roster, head, '身份证号')],
      });
    }
  },
});
