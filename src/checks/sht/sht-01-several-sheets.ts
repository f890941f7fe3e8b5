import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const severalSheets = defineCheck({
  code: 'SHT-01',
  name: 'several-sheets',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { sheets: '6月名册、5月名册' },
  text: {
    zh: {
      title: '有几个工作表像同一种表',
      what: (p) => `同一种表应只有一个，现有：${param(p, 'sheets')}`,
      why: '读错月份就发错钱，不能替您选',
      mild: '几个工作表都已读入；其中重复的户和人会另行指出',
      how: '请用 --sheet 指定要用的工作表，或删去多余的',
    },
    en: {
      title: 'Several sheets look like the same table',
      what: (p) => `there should be one sheet of each kind; these fit: ${param(p, 'sheets')}`,
      why: 'reading the wrong month pays the wrong money, so nobody guesses',
      mild: 'all of them were read; households and people that stand twice are reported by themselves',
      how: 'name the sheet with --sheet, or delete the others',
    },
  },
  examples: [],
});
