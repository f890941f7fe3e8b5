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
      why: '合计行以下按页脚处理，这一行不参与核算，这个人领不到',
      how: '请把这一行移到合计行以上并重新合计',
    },
    en: {
      title: 'Data below the total row',
      what: (p) => `all rows should stand above the total (row ${param(p, 'total')}); there is data below it`,
      why: 'what is below the total is taken for a footer; this row is not computed',
      how: 'move the row above the total and sum again',
    },
  },
  examples: [],
});
