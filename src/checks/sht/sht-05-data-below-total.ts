import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const dataBelowTotal = defineCheck({
  code: 'SHT-05',
  name: 'data-below-total',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { total: 120 },
  text: {
    zh: {
      title: '合计行以下还有数据',
      what: (p) => `数据应全部在合计行（第 ${param(p, 'total')} 行）以上，现在其下还有`,
      why: '不知道这一行该不该算，本户（本人）暂不发放',
      how: '请把这一行移到合计行以上并重新合计',
    },
    en: {
      title: 'Data below the total row',
      what: (p) => `all rows should stand above the total (row ${param(p, 'total')}); there is data below it`,
      why: 'nobody knows whether this row belongs to the roster; the payment is held',
      how: 'move the row above the total and sum again',
    },
  },
  examples: [],
});
