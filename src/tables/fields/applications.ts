import { defineTable } from './define-table.js';
import { ACCOUNT_FIELDS, HOUSEHOLD_ID, PERSON_ID, PERSON_NAME } from './shared-fields.js';

/** 申请: one row a claim, with what a rule counts and no other table holds. */
export const APPLICATIONS = defineTable(
  '申请',
  'Applications',
  {
    householdId: {
      header: '户编号',
      english: 'Household number',
      type: 'household-id',
      level: 'household',
      common: true,
      synonyms: HOUSEHOLD_ID,
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
      synonyms: [...PERSON_ID, '申请人身份证号', '申请人身份证'],
    },
    item: {
      header: '补贴项目',
      english: 'Subsidy',
      type: 'text',
      required: true,
      synonyms: ['申请项目', '申报项目', '奖补项目', '补助项目', '申请补贴项目', '申请事项', '补贴事项'],
    },
    quantity: {
      header: '数量',
      english: 'Quantity',
      type: 'quantity',
      common: true,
      synonyms: ['申请数量', '申报数量', '规模', '养殖数量', '种植面积', '面积'],
    },
    unit: { header: '单位', english: 'Unit', type: 'text', common: true, synonyms: ['计量单位', '数量单位'] },
    amount: {
      header: '金额',
      english: 'Amount',
      type: 'money',
      common: true,
      synonyms: ['凭证金额', '发票金额', '贷款金额', '费用金额', '实际金额'],
    },
    level: { header: '等级', english: 'Level', type: 'text', synonyms: ['级别', '证书等级', '技能等级', '档次'] },
    from: {
      header: '起始年月',
      english: 'From month',
      type: 'date',
      synonyms: ['起始月份', '开始年月', '起始时间', '补贴起始年月', '缴费起始年月'],
    },
    until: {
      header: '截止年月',
      english: 'Until month',
      type: 'end-date',
      synonyms: ['截止月份', '结束年月', '终止年月', '截止时间', '补贴截止年月', '缴费截止年月'],
    },
    months: {
      header: '月数',
      english: 'Months',
      type: 'months',
      synonyms: ['补贴月数', '申请月数', '缴费月数', '月份数'],
    },
    premium: {
      header: '缴费金额',
      english: 'Premium paid',
      type: 'money',
      synonyms: ['缴费额', '实际缴费金额', '社保缴费金额', '保费金额'],
    },
    evidence: {
      header: '证明材料',
      english: 'Evidence',
      type: 'evidence',
      common: true,
      synonyms: ['佐证材料', '附件材料'],
    },
    ...ACCOUNT_FIELDS,
  },
  [],
);
