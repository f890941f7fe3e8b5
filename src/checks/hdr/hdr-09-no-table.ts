import { defineCheck } from '../define-check.js';
import { reasonText } from '../param.js';

const ZH: Readonly<Record<string, string>> = {
  'no-header': '应有一行表头，前几行里没有找到认得的列名',
  form: '应为一行一人（户）的表，现为一张填写式表单',
  unrelated: '有表头，但不是住户、成员、经营等任何一种表',
};
const EN: Readonly<Record<string, string>> = {
  'no-header': 'there should be a header row; none of the first rows holds known column names',
  form: 'should be a table of one row a person or household, is a form to fill in',
  unrelated: 'there is a header, but of none of the tables (住户, 成员, 经营 …)',
};

export const noTable = defineCheck({
  code: 'HDR-09',
  name: 'no-table',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { reason: 'no-header' },
  text: {
    zh: {
      title: '工作表里没有可用的表',
      what: (p) => reasonText(ZH, p, '没有找到可用的表'),
      why: '认不出列就读不出人，这个工作表不采用；整个文件都没有用上的，批次不能审核，要先改好或去掉这个文件',
      mild: '这个工作表没有采用；文件中其他的表照常核算',
      how: '请用 butie map 查看读取结果；确是名册的，把列名改成标准列名，或用 --map 指定',
    },
    en: {
      title: 'No usable table on the sheet',
      what: (p) => reasonText(EN, p, 'no usable table was found'),
      why: 'without known columns nobody can be read; the sheet is not used, and a batch beside a file that is not used at all cannot be approved',
      mild: 'the sheet is not used; the other tables of the file are',
      how: 'butie map shows how it was read; if it is a roster, use standard column names or --map',
    },
  },
  examples: [],
});
