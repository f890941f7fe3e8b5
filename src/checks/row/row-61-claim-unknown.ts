import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** A claim for something that the chosen document does not pay: it must not vanish. */
export const claimUnknown = defineCheck({
  code: 'ROW-61',
  name: 'claim-unknown',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { found: '高龄津贴', near: '', known: '社保补贴、贷款贴息' },
  text: {
    zh: {
      title: '所选政策没有这个补贴项目',
      what: (p) => `补贴项目应为所选政策的一项（${param(p, 'known')}），现为「${param(p, 'found')}」`,
      why: '这一行没有参加核算，不会发放',
      how: '属于别的文件的，用那份政策另行核算；写错的请改',
    },
    en: {
      title: 'A subsidy that the chosen policy does not have',
      what: (p) => `补贴项目 should be one of ${param(p, 'known')}, is "${param(p, 'found')}"`,
      why: 'the row was not considered and pays nothing',
      how: 'run it under its own policy, or correct the word',
    },
  },
  examples: [],
});
