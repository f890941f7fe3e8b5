import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

const ZH: Readonly<Record<string, string>> = {
  planned: '没有审核',
  stopped: '已停发',
  failed: '失败',
  returned: '退回',
  'in-flight': '在途',
  paid: '成功',
};
const EN: Readonly<Record<string, string>> = {
  planned: 'not approved',
  stopped: 'stopped',
  failed: 'failed',
  returned: 'returned',
  'in-flight': 'in flight',
  paid: 'paid',
};

export const resultContradicts = defineCheck({
  code: 'BNK-19',
  name: 'result-contradicts',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { line: 4, before: 'failed', found: 'paid' },
  text: {
    zh: {
      title: '回盘结果与台账矛盾',
      what: (p) =>
        `第 ${param(p, 'line')} 行在台账中为${ZH[String(p['before'])] ?? '—'}，现回盘为${ZH[String(p['found'])] ?? '—'}`,
      why: '可能已另行补发，改记成功会重复；该笔保持原状',
      how: '请向银行核实；确实到账的用 reverse 登记追回补发的那笔',
    },
    en: {
      title: 'The result contradicts the ledger',
      what: (p) =>
        `line ${param(p, 'line')} is ${EN[String(p['before'])] ?? '—'} in the ledger, the bank says ${EN[String(p['found'])] ?? '—'}`,
      why: 'it may have been paid again meanwhile; the line stays as it was',
      how: 'ask the bank; if both were booked, claw the second back with reverse',
    },
  },
  examples: [],
});
