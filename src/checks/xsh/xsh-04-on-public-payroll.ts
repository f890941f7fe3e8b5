import { param } from '../param.js';
import { listCheck } from './list-check.js';

export const onPublicPayroll = listCheck({
  code: 'XSH-04',
  name: 'on-public-payroll',
  severity: 'error',
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
});
