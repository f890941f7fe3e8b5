import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { maskName, maskNumbersInText } from '../../domain/masking.js';
import { eachHit } from '../compare-lists.js';

export const overlappingSubsidy = defineCheck({
  code: 'XSH-07',
  name: 'overlapping-subsidy',
  severity: 'warning',
  stage: 'lists',
  needs: [],
  lists: ['公益性岗位', '其他'],
  sample: { name: '张**', note: '公益性岗位补贴' },
  text: {
    zh: {
      title: '同期享受其他补贴',
      what: (p) => `${param(p, 'name')} 同期在公益性岗位（或其他补贴）名单上：${param(p, 'note')}`,
      why: '有的补贴不能叠加；不影响本次发放',
      how: '请核实能否叠加，不能叠加的停发其中一项',
    },
    en: {
      title: 'Another subsidy at the same time',
      what: (p) => `${param(p, 'name')} is on the list of public posts (or another subsidy): ${param(p, 'note')}`,
      why: 'some subsidies exclude each other; the payment is not affected',
      how: 'check whether both may be paid',
    },
  },
  examples: [
    {
      title: '成员在名单上',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
      lists: [
        {
          kind: '公益性岗位',
          file: '公益性岗位名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['640181199001010010', { name: '张三', date: null, note: '登记为某某商店', row: 2 }]]),
        },
      ],
    },
    {
      title: '成员不在名单上',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
      lists: [
        {
          kind: '公益性岗位',
          file: '公益性岗位名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['64018119880808004X', { name: '李四', date: null, note: null, row: 2 }]]),
        },
      ],
    },
  ],
  run: (context) => {
    for (const kind of ['公益性岗位', '其他'] as const)
      eachHit(context, kind, ({ id, name, entry, place, subject, listPlace }) => {
        context.report({
          place,
          subject,
          value: id,
          params: { name: maskName(name ?? entry.name ?? ''), note: maskNumbersInText(entry.note ?? '') },
          related: [listPlace],
        });
      });
  },
});
