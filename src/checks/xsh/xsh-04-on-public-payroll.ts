import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { maskName, maskNumbersInText } from '../../domain/masking.js';
import { eachHit } from '../compare-lists.js';

export const onPublicPayroll = defineCheck({
  code: 'XSH-04',
  name: 'on-public-payroll',
  severity: 'error',
  stage: 'lists',
  needs: [],
  lists: ['财政供养'],
  sample: { name: '张**', note: '' },
  text: {
    zh: {
      title: '在财政供养名单上',
      what: (p) => `${param(p, 'name')} 应不是财政供养人员，现在名单上`,
      why: '财政供养人员按规定不得享受，发了要追回，本户（本人）暂不发放',
      how: '请核实身份；已不是财政供养人员的，请联系提供单位更新名单',
    },
    en: {
      title: 'On the public payroll',
      what: (p) => `${param(p, 'name')} should not be paid by the treasury, and is on that list`,
      why: 'people on the public payroll may not receive it; the payment is held',
      how: 'check it; if it is out of date, have the list corrected',
    },
  },
  examples: [
    {
      title: '成员在名单上',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
      lists: [
        {
          kind: '财政供养',
          file: '财政供养名单.xlsx',
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
          kind: '财政供养',
          file: '财政供养名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['64018119880808004X', { name: '李四', date: null, note: null, row: 2 }]]),
        },
      ],
    },
  ],
  run: (context) => {
    eachHit(context, '财政供养', ({ id, name, entry, place, subject, listPlace }) => {
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
