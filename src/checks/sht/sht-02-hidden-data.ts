import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const hiddenData = defineCheck({
  code: 'SHT-02',
  name: 'hidden-data',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { rows: 3, columns: 1, sheets: 0 },
  text: {
    zh: {
      title: '有隐藏的行、列或工作表',
      what: (p) =>
        `应看得见全部数据，现隐藏 ${param(p, 'rows')} 行、${param(p, 'columns')} 列、${param(p, 'sheets')} 个工作表`,
      why: '隐藏的数据也参与核算，可能多发',
      how: '请取消隐藏和筛选，确认这些人也要核算；不要的就删除',
    },
    en: {
      title: 'Hidden rows, columns or sheets',
      what: (p) =>
        `all data should be visible; hidden: ${param(p, 'rows')} rows, ${param(p, 'columns')} columns, ${param(p, 'sheets')} sheets`,
      why: 'hidden data is computed too and may be paid',
      how: 'unhide them and clear filters; delete what does not belong',
    },
  },
  examples: [],
});
