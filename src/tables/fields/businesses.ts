import { defineTable } from './define-table.js';
import { BUSINESS_KIND, BUSINESS_STATUS } from './listed-values.js';
import { ACCOUNT_FIELDS, ALWAYS_AMBIGUOUS, CREDIT_CODE, HOUSEHOLD_ID } from './shared-fields.js';

/** 经营: one row a business (or a household's planting or breeding). */
export const BUSINESSES = defineTable(
  '经营',
  'Businesses',
  {
    householdId: {
      header: '户编号',
      english: 'Household number',
      type: 'household-id',
      required: true,
      level: 'household',
      synonyms: HOUSEHOLD_ID,
    },
    name: {
      header: '经营者姓名',
      english: 'Owner',
      type: 'name',
      required: true,
      synonyms: ['经营者', '经营人姓名', '经营人', '创业者姓名', '业主姓名', '经营户主姓名'],
      weak: ['姓名'],
    },
    personId: {
      header: '经营者身份证号',
      english: 'ID number of owner',
      type: 'person-id',
      anyDocument: true,
      required: true,
      synonyms: ['经营者身份证号码', '经营者证件号码', '经营者身份证', '经营人身份证号', '创业者身份证号'],
      weak: ['身份证号', '证件号码', '公民身份号码'],
    },
    kind: {
      header: '主体类型',
      english: 'Kind of business',
      type: 'listed',
      required: true,
      listed: BUSINESS_KIND,
      synonyms: ['经营主体类型', '市场主体类型', '经营类型', '主体类别'],
    },
    businessName: {
      header: '主体名称',
      english: 'Business name',
      type: 'organisation-name',
      synonyms: ['经营主体名称', '企业名称', '店铺名称', '字号名称', '字号', '创业项目', '经营主体', '市场主体名称'],
    },
    creditCode: {
      header: '统一社会信用代码',
      english: 'Credit code',
      type: 'credit-code',
      severity: 'warning',
      synonyms: [...CREDIT_CODE, '营业执照号'],
    },
    registeredOn: {
      header: '登记日期',
      english: 'Registered on',
      type: 'date',
      synonyms: ['注册日期', '登记时间', '注册时间', '注册登记日期', '工商登记日期', '营业执照登记日期', '创业时间'],
    },
    status: {
      header: '经营状态',
      english: 'Status',
      type: 'listed',
      listed: BUSINESS_STATUS,
      synonyms: ['经营状况', '经营情况', '登记状态', '营业状态'],
    },
    income: {
      header: '年经营收入',
      english: 'Income of the year',
      type: 'money',
      synonyms: ['经营收入', '年经营性收入', '生产经营收入', '生产经营性收入', '经营性收入', '年营业收入', '年产值'],
    },
    jobsCreated: {
      header: '带动就业人数',
      english: 'Jobs created',
      type: 'count',
      synonyms: ['带动就业数', '吸纳就业人数', '带动就业', '吸纳就业'],
    },
    firstBusiness: {
      header: '首次创业',
      english: 'First business',
      type: 'yes-no',
      synonyms: ['是否首次创业', '是否初次创业'],
    },
    returnee: {
      header: '返乡创业人员',
      english: 'Returnee',
      type: 'yes-no',
      synonyms: ['是否返乡创业人员', '是否返乡创业', '返乡创业', '返乡人员', '是否返乡'],
    },
    evidence: {
      header: '证明材料',
      english: 'Evidence',
      type: 'evidence',
      synonyms: ['佐证材料', '收入证明', '收入证明材料', '经营证明', '证明', '证明资料', '佐证资料'],
    },
    ...ACCOUNT_FIELDS,
  },
  [
    ...ALWAYS_AMBIGUOUS,
    { header: '年收入', meanings: ['年经营收入', '家庭总收入'] },
    { header: '月收入', meanings: ['年经营收入', '月均收入'] },
    { header: '类型', meanings: ['主体类型', '户类型'] },
    { header: '名称', meanings: ['主体名称', '经营者姓名'] },
  ],
);
