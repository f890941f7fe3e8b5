import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const paidInOtherHousehold = defineCheck({
  code: 'LED-03',
  name: 'paid-in-other-household',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { batch: 'ningdong-2023-62.2024-06.main', household: 'HH0034', here: 'HH0012', name: '张*' },
  text: {
    zh: {
      title: '此人曾以别的户领取',
      what: (p) =>
        `一家人应只领一次，现户编号 ${param(p, 'here')} 与批次 ${param(p, 'batch')} 中已领取的户编号 ${param(p, 'household')} 有同一人（${param(p, 'name')}）`,
      why: '可能换了户编号、换了户主或拆户，照发就是同一笔钱领两次，本户不发',
      how: (p) =>
        `请核对户口簿：同一户用 butie release ${param(p, 'here')} --of LED-03 --same-as ${param(p, 'household')}，确是两户用 --separate，都要写 --reason 和 --by，再重新 run`,
    },
    en: {
      title: 'Paid before under another household',
      what: (p) =>
        `a family is paid once: ${param(p, 'here')} and ${param(p, 'household')}, which batch ${param(p, 'batch')} paid, have a person in common (${param(p, 'name')})`,
      why: 'the number or the head may have changed, or the household been split: the same money would be paid twice; this household is held',
      how: (p) =>
        `look at the household register: one household: butie release ${param(p, 'here')} --of LED-03 --same-as ${param(p, 'household')}; two: --separate; both with --reason and --by; then run again`,
    },
  },
  examples: [],
});
