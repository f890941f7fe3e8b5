import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { maskName, maskNumbersInText } from '../../domain/masking.js';
import { eachHit } from '../compare-lists.js';

export const assetHit = defineCheck({
  code: 'XSH-06',
  name: 'asset-hit',
  severity: 'warning',
  stage: 'lists',
  needs: [],
  lists: ['资产'],
  sample: { name: '张**', note: '房产' },
  text: {
    zh: {
      title: '比对到房产、车辆或公积金',
      what: (p) => `${param(p, 'name')} 比对到资产记录：${param(p, 'note')}`,
      why: '可能不再符合帮扶条件；不影响本次发放',
      how: '请入户核实资产情况并记录结果',
    },
    en: {
      title: 'Property, vehicle or fund on record',
      what: (p) => `${param(p, 'name')} has assets on record: ${param(p, 'note')}`,
      why: 'the household may no longer qualify; the payment is not affected',
      how: 'visit the household and record what was found',
    },
  },
  examples: [
    {
      title: '成员在名单上',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
      lists: [
        {
          kind: '资产',
          file: '资产名单.xlsx',
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
          kind: '资产',
          file: '资产名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['64018119880808004X', { name: '李四', date: null, note: null, row: 2 }]]),
        },
      ],
    },
  ],
  run: (context) => {
    eachHit(context, '资产', ({ id, name, entry, place, subject, listPlace }) => {
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
