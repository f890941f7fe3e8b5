import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import type { Params } from '../../findings/finding.js';

const MOST = 6;

export const notInList = defineCheck({
  code: 'CEL-09',
  name: 'not-in-list',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: {
    found: '普通劳力',
    suggestion: '普通劳动力',
    allowed: '普通劳动力、技能劳动力、弱劳动力或半劳动力、丧失劳动力、无劳动力',
  },
  text: {
    zh: {
      title: '不在可选项内',
      what: (p) => `应为可选项之一，现为「${param(p, 'found')}」${hint(p)}；可选：${choices(p, ' 等')}`,
      why: '认不出的选项不会替您猜，本户（本人）暂不发放',
      mild: '认不出的选项不会替您猜；照写保留，不因此暂缓发放',
      how: '请改成可选项之一',
    },
    en: {
      title: 'Not one of the choices',
      what: (p) => `should be one of ${choices(p, ' …')}, is "${param(p, 'found')}"`,
      why: 'an unknown choice is not guessed; the payment is held',
      mild: 'an unknown choice is not guessed; it is kept as written and holds no payment',
      how: 'change it to one of the choices',
    },
  },
  examples: [
    {
      title: '多了一个字',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 劳动技能: '普通的劳动力' },
        ],
      },
      expect: ['成员!劳动技能@1'],
    },
    {
      title: '带代码也认',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '01-本人', 劳动技能: '普通劳动力' },
        ],
      },
      expect: [],
    },
  ],
});

function hint(p: Params): string {
  const suggestion = p['suggestion'] ?? '';
  return suggestion === '' ? '' : `，是否为「${suggestion}」`;
}

/** The first choices of a long list; the template's dropdown and the cell's note show them all. */
function choices(p: Params, more: string): string {
  const allowed = String(p['allowed'] ?? '').split('、');
  return allowed.slice(0, MOST).join('、') + (allowed.length > MOST ? more : '');
}
