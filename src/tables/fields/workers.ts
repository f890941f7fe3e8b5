import { defineTable } from './define-table.js';
import { WORKER_CATEGORY } from './listed-values.js';
import { CREDIT_CODE, PERSON_ID, PERSON_NAME } from './shared-fields.js';

/** 用工: one row a worker and spell at an organisation. */
export const WORKERS = defineTable(
  '用工',
  'Workers',
  {
    organisationName: {
      header: '单位名称',
      english: 'Organisation',
      type: 'organisation-name',
      required: true,
      blank: 'warning',
      level: 'organisation',
      synonyms: ['用工单位', '用工单位名称', '企业名称', '车间名称', '用人单位', '用人单位名称'],
    },
    creditCode: {
      header: '统一社会信用代码',
      english: 'Credit code',
      type: 'credit-code',
      required: true,
      level: 'organisation',
      severity: 'warning',
      synonyms: [...CREDIT_CODE, '单位代码'],
    },
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
    category: {
      header: '人员类别',
      english: 'Category',
      type: 'listed',
      required: true,
      blank: 'warning',
      listed: WORKER_CATEGORY,
      synonyms: ['人员类型', '人员身份', '人口类别', '人员属性'],
    },
    hiredOn: {
      header: '入职日期',
      english: 'Hired on',
      type: 'date',
      required: true,
      blank: 'warning',
      synonyms: ['入职时间', '上岗日期', '上岗时间', '到岗日期', '用工开始日期', '就业开始日期'],
    },
    leftOn: {
      header: '离职日期',
      english: 'Left on',
      type: 'end-date',
      synonyms: ['离职时间', '离岗日期', '离岗时间', '用工结束日期'],
    },
    gender: { header: '性别', english: 'Sex', type: 'text', extra: true, common: true },
  },
  [
    { header: '单位', meanings: ['单位名称', '计量单位'] },
    { header: '开始时间', meanings: ['入职日期', '合同开始日期'] },
    { header: '结束时间', meanings: ['离职日期', '合同结束日期'] },
    { header: '合同开始日期', meanings: ['入职日期', '合同开始日期'] },
    { header: '合同结束日期', meanings: ['离职日期', '合同结束日期'] },
  ],
);
