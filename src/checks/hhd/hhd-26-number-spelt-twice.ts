import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const numberSpeltTwice = defineCheck({
  code: 'HHD-26',
  name: 'number-spelt-twice',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { first: '001', second: '1', count: 4, heads: 'agree' },
  text: {
    zh: {
      title: '户编号有两种写法',
      what: (p) =>
        param(p, 'heads') === 'agree'
          ? `户编号应只有一种写法，现有「${param(p, 'first')}」和「${param(p, 'second')}」（共 ${param(p, 'count')} 户）；户主是同一人，按「${param(p, 'first')}」一户核算`
          : `户编号「${param(p, 'first')}」和「${param(p, 'second')}」只差前面的 0，应是同一户主，现看不出是同一户`,
      why: '只差几个 0 的户编号可能是同一户，分开算会发错',
      how: '请统一户编号的写法（整列设为文本后重填），不要删行；确是两户的请改用不同的编号',
    },
    en: {
      title: 'A household number in two spellings',
      what: (p) =>
        param(p, 'heads') === 'agree'
          ? `one spelling is needed, "${param(p, 'first')}" and "${param(p, 'second')}" occur (${param(p, 'count')} households); the heads agree, they are counted as "${param(p, 'first')}"`
          : `"${param(p, 'first')}" and "${param(p, 'second')}" differ by noughts alone and have no head in common`,
      why: 'such numbers may be one household; counted apart they would be paid wrongly',
      how: 'write the number one way (as text) and delete no rows; give two households two numbers',
    },
  },
  examples: [],
});
