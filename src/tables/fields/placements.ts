import { defineTable } from './define-table.js';
import { PERSON_ID, PERSON_NAME } from './shared-fields.js';

/** 劳务输出: one row a worker placed by a broker at an employer. */
export const PLACEMENTS = defineTable(
  '劳务输出',
  'Placements',
  {
    brokerName: {
      header: '中介名称',
      english: 'Broker',
      type: 'organisation-name',
      required: true,
      blank: 'warning',
      level: 'organisation',
      synonyms: [
        '劳务中介名称',
        '中介机构名称',
        '中介组织名称',
        '劳务经纪人',
        '劳务经纪人姓名',
        '中介机构',
        '劳务公司名称',
      ],
    },
    brokerCode: {
      header: '中介代码',
      english: 'Code of broker',
      type: 'credit-code-or-person-id',
      required: true,
      level: 'organisation',
      severity: 'warning',
      synonyms: [
        '中介统一社会信用代码',
        '中介机构代码',
        '统一社会信用代码',
        '劳务经纪人身份证号',
        '中介代码或身份证号',
      ],
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
    registeredCounty: {
      header: '户籍县区',
      english: 'Registered county',
      type: 'text',
      required: true,
      blank: 'warning',
      synonyms: ['户籍所在县区', '户籍所在县', '户籍县(区)', '户籍县', '户籍所在县(区)', '户籍地县区'],
    },
    employer: {
      header: '用工单位',
      english: 'Employer',
      type: 'text',
      required: true,
      blank: 'warning',
      synonyms: ['用工单位名称', '用人单位', '务工单位', '务工企业名称', '就业单位', '务工单位名称', '输出单位'],
    },
    startedOn: {
      header: '开始日期',
      english: 'From',
      type: 'date',
      required: true,
      blank: 'warning',
      synonyms: ['开始时间', '务工开始日期', '务工开始时间', '输出日期', '输出时间', '上岗日期'],
    },
    endedOn: {
      header: '结束日期',
      english: 'Until',
      type: 'end-date',
      synonyms: ['结束时间', '务工结束日期', '务工结束时间', '终止时间'],
    },
  },
  [
    { header: '单位', meanings: ['用工单位', '计量单位'] },
    { header: '务工时间', meanings: ['开始日期', '务工月数'] },
  ],
);
