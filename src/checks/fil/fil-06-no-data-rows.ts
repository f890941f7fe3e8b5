import { defineCheck } from '../define-check.js';

export const noDataRows = defineCheck({
  code: 'FIL-06',
  name: 'no-data-rows',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: {},
  text: {
    zh: {
      title: '没有数据行',
      what: () => '表头下面应有数据行，现为 0 行',
      why: '没有数据就没有可核算的人，这张表不参与核算',
      how: '请检查是否选错工作表、数据是否被筛选或删除',
    },
    en: {
      title: 'No data rows',
      what: () => 'there should be rows below the header; there are none',
      why: 'there is nobody to compute for; this sheet is not used',
      how: 'check whether it is the right sheet and whether the rows were filtered away or deleted',
    },
  },
  examples: [],
});
