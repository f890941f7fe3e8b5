import { param } from '../param.js';
import { listCheck } from './list-check.js';

export const registeredBusiness = listCheck({
  code: 'XSH-05',
  name: 'registered-business',
  severity: 'warning',
  lists: ['工商登记'],
  sample: { name: '张**', note: '登记为某某商店' },
  text: {
    zh: {
      title: '登记为经营者',
      what: (p) => `${param(p, 'name')} 登记为经营者（${param(p, 'note')}），经营表中应有，现在没有`,
      why: '可能漏填经营收入，或不再符合条件；不影响本次发放',
      how: '请核实是否实际经营，补填经营表或说明情况',
    },
    en: {
      title: 'Registered as a business owner',
      what: (p) =>
        `${param(p, 'name')} is registered (${param(p, 'note')}) and should be among the businesses, but is not`,
      why: 'income may be missing; the payment is not affected',
      how: 'find out whether the business is run, and add it or explain',
    },
  },
  passes: ({ index }, id) => index.owners.has(id),
  examples: [
    {
      title: '已填在经营表里',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
        经营: [{ 户编号: 'H1', 经营者姓名: '张三', 经营者身份证号: '640181199001010010', 主体类型: '个体工商户' }],
      },
      expect: [],
      lists: [
        {
          kind: '工商登记',
          file: '工商登记名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['640181199001010010', { name: '张三', date: null, note: null, row: 2 }]]),
        },
      ],
    },
  ],
});
