import { defineCheck } from '../define-check.js';
import { param, reasonText } from '../param.js';

const ZH: Readonly<Record<string, string>> = {
  amount: '金额应为大于0的数，现读不出来',
  payee: '应写明领取人的身份证号、户编号或信用代码，现没有',
  household: '按户发放的应能对应户编号，现对不上',
  benefit: '应写明是哪个项目，现没有或不认识',
  year: '应写明是哪一年度，现没有',
  worker: '按人计算的项目应每人一行并写明享受人身份证号，现没有；只有合计数就查不出哪些人已补过',
  course: '培训补贴应每人每班一行，写明享受人身份证号、开始日期和课程，现没有',
  known: '该批次已在台账里，应不再导入',
};
const EN: Readonly<Record<string, string>> = {
  amount: 'the amount should be a number above 0 and cannot be read',
  payee: 'the ID number, household or credit code of the payee is missing',
  household: 'a household benefit needs the household; none fits',
  benefit: 'the benefit is missing or unknown',
  year: 'the year is missing',
  worker: 'a benefit counted by worker needs a row for each with their ID number',
  course: 'a course subsidy needs a row for each trainee and course: ID number, start date and course',
  known: 'its batch is in the ledger already',
};

export const openingRowUnusable = defineCheck({
  code: 'LED-14',
  name: 'opening-row-unusable',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { reason: 'amount', found: '—' },
  text: {
    zh: {
      title: '期初行不能导入',
      what: (p) => `${reasonText(ZH, p, ZH['payee'] ?? '')}（${param(p, 'found')}）`,
      why: '这一行的已发金额没有计入历史，以后可能重复发放',
      how: '请改正后重新导入；同一文件改正前不会只导入一半',
    },
    en: {
      title: 'An opening row cannot be taken',
      what: (p) => `${reasonText(EN, p, EN['payee'] ?? '')} (${param(p, 'found')})`,
      why: 'what it paid is missing from history and might be paid again',
      how: 'correct the row and import again; nothing of the file is taken until then',
    },
  },
  examples: [],
});
