import { defineTable } from './define-table.js';
import { ORGANISATION_KIND } from './listed-values.js';
import { ACCOUNT_FIELDS, CREDIT_CODE } from './shared-fields.js';

/** 单位: workshops, brokers, training institutions … */
export const ORGANISATIONS = defineTable(
  '单位',
  'Organisations',
  {
    name: {
      header: '单位名称',
      english: 'Organisation',
      type: 'organisation-name',
      required: true,
      blank: 'warning',
      synonyms: ['企业名称', '机构名称', '车间名称', '主体名称', '公司名称'],
    },
    creditCode: {
      header: '统一社会信用代码',
      english: 'Credit code',
      type: 'credit-code',
      required: true,
      severity: 'warning',
      synonyms: CREDIT_CODE,
    },
    kind: {
      header: '单位类型',
      english: 'Kind',
      type: 'listed',
      required: true,
      listed: ORGANISATION_KIND,
      synonyms: ['单位类别', '机构类型', '企业类型', '主体类型'],
    },
    recognisedOn: {
      header: '认定日期',
      english: 'Recognised on',
      type: 'date',
      synonyms: ['认定时间', '批准日期', '挂牌日期'],
    },
    recognitionNumber: {
      header: '认定文号',
      english: 'Recognition number',
      type: 'text',
      synonyms: ['认定文件', '认定文件号', '批准文号', '文号'],
    },
    posts: {
      header: '岗位总数',
      english: 'Posts',
      type: 'count',
      severity: 'warning',
      synonyms: ['岗位数', '岗位数量', '总岗位数', '提供岗位数'],
    },
    ...ACCOUNT_FIELDS,
    owner: {
      header: '法定代表人',
      english: 'Owner',
      type: 'name',
      extra: true,
      severity: 'warning',
      synonyms: ['法人代表', '法人', '法人姓名', '负责人', '经营者', '业主'],
    },
    ownerId: {
      header: '法定代表人身份证号',
      english: 'ID number of owner',
      type: 'person-id',
      extra: true,
      severity: 'warning',
      synonyms: ['法人身份证号', '法人代表身份证号', '负责人身份证号', '经营者身份证号', '业主身份证号'],
    },
  },
  [
    { header: '单位', meanings: ['单位名称', '计量单位'] },
    { header: '编号', meanings: ['统一社会信用代码', '序号'] },
  ],
);
