import { param } from '../param.js';
import { listCheck } from './list-check.js';

export const overlappingSubsidy = listCheck({
  code: 'XSH-07',
  name: 'overlapping-subsidy',
  severity: 'warning',
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
});
