import { param } from '../param.js';
import { listCheck } from './list-check.js';

export const assetHit = listCheck({
  code: 'XSH-06',
  name: 'asset-hit',
  severity: 'warning',
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
});
