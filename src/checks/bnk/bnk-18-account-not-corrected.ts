import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const accountNotCorrected = defineCheck({
  code: 'BNK-18',
  name: 'account-not-corrected',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { reason: '已销户', batch: 'ningdong-2023-62.2024-06.main' },
  text: {
    zh: {
      title: '退票后账户没有更正',
      what: (p) => `上次（批次 ${param(p, 'batch')}）因“${param(p, 'reason')}”没有付成，账户应已更正，现与上次相同`,
      why: '用同一账户重发还会退票',
      how: '请先更正账户；确认原账户已恢复的，补发时注明',
    },
    en: {
      title: 'The account was not corrected after a return',
      what: (p) =>
        `batch ${param(p, 'batch')} failed because of "${param(p, 'reason')}"; the account should be another one, it is the same`,
      why: 'it would come back again',
      how: 'correct the account first, or state at reissue that it works again',
    },
  },
  examples: [],
});
