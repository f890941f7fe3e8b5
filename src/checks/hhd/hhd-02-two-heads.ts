import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

export const twoHeads = defineCheck({
  code: 'HHD-02',
  name: 'two-heads',
  severity: 'error',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['户编号', '与户主关系'] }],
  sample: { household: 'H1', count: 2, relation: '户主' },
  text: {
    zh: {
      title: '户里有两个户主或配偶',
      what: (p) =>
        `每户应只有一名${param(p, 'relation')}，户编号 ${param(p, 'household')} 现有 ${param(p, 'count')} 名`,
      why: '可能把两户并在一起，或关系填错，人数和收件人都不清，本户暂不发放',
      how: '请对照户口簿改正「与户主关系」；确是两户的请分开编号',
    },
    en: {
      title: 'Two heads or two spouses',
      what: (p) =>
        `each household should have one ${param(p, 'relation')}; ${param(p, 'household')} has ${param(p, 'count')}`,
      why: 'two households may have been put together; the household is held',
      how: 'correct the relations from the household register, or give each household its own number',
    },
  },
  examples: [
    {
      title: '两个户主',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '户主' },
        ],
      },
      expect: ['成员!与户主关系@2'],
    },
    {
      title: '户主和配偶',
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
    for (const [household, rows] of index.members) {
      for (const relation of ['户主', '配偶']) {
        let count = 0;
        for (const row of rows) if (row.relation === relation) count += 1;
        if (count < 2) continue;
        const [first, ...again] = rows.filter((row) => row.relation === relation);
        for (const row of again)
          report({
            place: cellPlace(roster, row, '与户主关系'),
            subject: ofMember(row),
            value: relation,
            params: { household, count, relation },
            related: first === undefined ? [] : [cellPlace(roster, first, '与户主关系')],
          });
      }
    }
  },
});
