import { defineTable } from './define-table.js';

/** 指标填报: whatever a clause asks to be counted and no other table holds. */
export const INDICATORS = defineTable(
  '指标填报',
  'Indicators',
  {
    clause: {
      header: '条款编号',
      english: 'Clause',
      type: 'text',
      required: true,
      blank: 'warning',
      synonyms: ['条款', '指标编号', '条款号'],
    },
    subject: { header: '对象', english: 'Subject', type: 'text', synonyms: ['填报对象', '指标对象'] },
    value: {
      header: '指标值',
      english: 'Value',
      type: 'as-written',
      required: true,
      blank: 'warning',
      synonyms: ['数值', '填报值', '完成值', '完成情况'],
    },
    unit: { header: '单位', english: 'Unit', type: 'text', common: true, synonyms: ['计量单位'] },
    date: { header: '日期', english: 'Date', type: 'date', common: true, synonyms: ['填报日期', '统计日期', '时间'] },
    note: { header: '说明', english: 'Note', type: 'text', common: true, synonyms: ['备注', '填报说明', '情况说明'] },
  },
  [],
);
