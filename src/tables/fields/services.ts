import { defineTable } from './define-table.js';
import { SERVICE_KIND } from './listed-values.js';
import { PERSON_ID, PERSON_NAME } from './shared-fields.js';

/** 服务: one row a person and act of service. */
export const SERVICES = defineTable(
  '服务',
  'Services',
  {
    name: {
      header: '姓名',
      english: 'Name',
      type: 'name',
      required: true,
      blank: 'warning',
      common: true,
      synonyms: PERSON_NAME,
    },
    personId: {
      header: '身份证号',
      english: 'ID number',
      type: 'person-id',
      required: true,
      common: true,
      synonyms: PERSON_ID,
    },
    kind: {
      header: '服务类别',
      english: 'Kind of service',
      type: 'listed',
      required: true,
      blank: 'warning',
      listed: SERVICE_KIND,
      synonyms: ['服务类型', '服务项目', '服务内容'],
    },
    date: {
      header: '日期',
      english: 'Date',
      type: 'date',
      required: true,
      blank: 'warning',
      common: true,
      synonyms: ['服务日期', '服务时间', '时间', '走访日期', '走访时间'],
    },
    result: { header: '结果', english: 'Result', type: 'text', synonyms: ['服务结果', '办理结果'] },
    note: { header: '说明', english: 'Note', type: 'text', common: true, synonyms: ['备注', '服务说明', '情况说明'] },
  },
  [],
);
