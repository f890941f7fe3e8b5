import { defineTable } from './define-table.js';
import { TRAINING_KIND } from './listed-values.js';
import { HOUSEHOLD_ID, PERSON_ID, PERSON_NAME } from './shared-fields.js';

/** 培训: one row a trainee and course. */
export const TRAININGS = defineTable(
  '培训',
  'Trainings',
  {
    name: {
      header: '姓名',
      english: 'Name',
      type: 'name',
      required: true,
      blank: 'warning',
      common: true,
      synonyms: [...PERSON_NAME, '学员姓名'],
    },
    personId: {
      header: '身份证号',
      english: 'ID number',
      type: 'person-id',
      required: true,
      common: true,
      synonyms: [...PERSON_ID, '学员身份证号'],
    },
    householdId: {
      header: '户编号',
      english: 'Household number',
      type: 'household-id',
      level: 'household',
      common: true,
      synonyms: HOUSEHOLD_ID,
    },
    kind: {
      header: '培训类别',
      english: 'Kind of training',
      type: 'listed',
      required: true,
      listed: TRAINING_KIND,
      synonyms: ['培训类型', '培训种类'],
    },
    institution: {
      header: '培训机构',
      english: 'Institution',
      type: 'organisation-name',
      level: 'organisation',
      synonyms: ['培训机构名称', '培训单位', '承训机构', '培训学校'],
    },
    institutionCode: {
      header: '机构代码',
      english: 'Code of institution',
      type: 'credit-code',
      level: 'organisation',
      severity: 'warning',
      synonyms: ['培训机构代码', '机构统一社会信用代码', '统一社会信用代码', '培训机构统一社会信用代码'],
    },
    course: {
      header: '课程',
      english: 'Course',
      type: 'text',
      level: 'organisation',
      synonyms: ['培训课程', '课程名称', '培训专业', '培训工种', '培训项目', '培训内容'],
    },
    startedOn: {
      header: '开始日期',
      english: 'From',
      type: 'date',
      required: true,
      synonyms: ['开始时间', '培训开始日期', '培训开始时间', '开班日期', '开班时间'],
    },
    endedOn: {
      header: '结束日期',
      english: 'Until',
      type: 'end-date',
      synonyms: ['结束时间', '培训结束日期', '培训结束时间', '结业日期', '结业时间'],
    },
    days: {
      header: '培训天数',
      english: 'Days',
      type: 'count',
      synonyms: ['天数', '培训时长(天)', '培训时间(天)', '培训天数(天)'],
    },
    passed: {
      header: '是否合格',
      english: 'Passed',
      type: 'yes-no',
      yes: ['合格', '已合格', '通过', '优秀', '良好'],
      no: ['不合格', '未合格', '未通过'],
      synonyms: ['合格', '合格否', '考核结果', '是否考核合格', '结业是否合格'],
    },
    certificate: {
      header: '证书',
      english: 'Certificate',
      type: 'text',
      synonyms: ['证书编号', '证书号', '取得证书', '结业证书', '证书名称'],
    },
  },
  [
    { header: '培训时间', meanings: ['开始日期', '培训天数'] },
    { header: '类别', meanings: ['培训类别', '人员类别'] },
    { header: '单位', meanings: ['培训机构', '务工单位'] },
  ],
);
