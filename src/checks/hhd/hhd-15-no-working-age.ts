import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { isOfWorkingAge } from '../../domain/labour.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

export const noWorkingAge = defineCheck({
  code: 'HHD-15',
  name: 'no-working-age',
  severity: 'info',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['户编号', '身份证号'] }],
  sample: { household: 'H1', count: 2 },
  text: {
    zh: {
      title: '没有劳动年龄人口的户',
      what: (p) => `户编号 ${param(p, 'household')} 的 ${param(p, 'count')} 名成员都不在16至59周岁之间`,
      why: '按「无劳动力户」处理，不计入零就业家庭；不影响发放',
      how: '不必处理；年龄不对的请核对身份证号',
    },
    en: {
      title: 'A household without anybody of working age',
      what: (p) => `none of the ${param(p, 'count')} members of ${param(p, 'household')} is 16 to 59 years old`,
      why: 'it counts as a household without labour, not as zero-employment; the payment is not affected',
      how: 'nothing to do; if an age is wrong, check the ID number',
    },
  },
  examples: [
    {
      title: '两位老人',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181195001010012', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '640181195201010025', 与户主关系: '配偶' },
        ],
      },
      expect: ['成员!身份证号@1'],
    },
    {
      title: '户主34岁',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
    },
  ],
  run: ({ roster, index, asOf, report }) => {
    if (asOf === null) return;
    for (const [household, rows] of index.members) {
      const [first] = rows;
      if (first === undefined) continue;
      if (!rows.every((row) => isOfWorkingAge(row.personId, asOf) === false)) continue;
      report({
        place: cellPlace(roster, first, '身份证号'),
        subject: ofMember(first),
        params: { household, count: rows.length },
      });
    }
  },
});
