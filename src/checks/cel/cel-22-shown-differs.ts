import { defineCheck } from '../define-check.js';
import { param, reasonText } from '../param.js';

const ZH: Readonly<Record<string, string>> = {
  day: '户编号应为编号，现为日期',
  fraction: '户编号应为编号，现带小数',
  'point-zero': '户编号应为编号，现末尾带 .0，已去掉',
};
const EN: Readonly<Record<string, string>> = {
  day: 'a household number should be a number, is a day',
  fraction: 'a household number should be a number, is a fraction',
  'point-zero': 'a household number should be a number, is written with .0, which was taken off',
};

/** What a cell shows counts, not what is stored behind it. */
export const shownDiffers = defineCheck({
  code: 'CEL-22',
  name: 'shown-differs',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { found: '2024-03-05', stored: '2024-03-05', reason: 'day' },
  text: {
    zh: {
      title: '单元格不是写的那样',
      what: (p) => `${reasonText(ZH, p, '单元格显示的和存的不一样')}：「${param(p, 'found')}」`,
      why: 'Excel 会把 3-5 这样的编号变成日期，明年再填就成了另一户；认错户会重复发放',
      how: '请把这一列设为「文本」格式，照原样重新填写',
    },
    en: {
      title: 'A cell is not what was typed',
      what: (p) => `${reasonText(EN, p, 'the cell shows something else than it stores')}: "${param(p, 'found')}"`,
      why: 'Excel turns a number such as 3-5 into a day; next year it is another household, and would be paid twice',
      how: 'format the column as text and type the value again as it should be',
    },
  },
  examples: [],
});
