import { defineCheck } from '../define-check.js';

/** src/CONTRACT.md §4: a row that cannot be tied to anyone is reported and holds nothing else. */
export const payeeCodeMissing = defineCheck({
  code: 'ROW-30',
  name: 'payee-code-missing',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  text: {
    zh: {
      title: '这一行找不到领取补贴的单位',
      what: () => '中介代码或机构代码应填写，现为空白，不知道补给谁',
      why: '这一行没有计入任何单位的补贴',
      how: '请补填统一社会信用代码（劳务经纪人填身份证号）后重新运行',
    },
    en: {
      title: 'A row names no payee',
      what: () => '中介代码 or 机构代码 should be filled, is blank; nobody can be paid for it',
      why: 'the row was counted for no organisation',
      how: 'fill in the credit code (a broker’s ID number) and run again',
    },
  },
  examples: [],
});
