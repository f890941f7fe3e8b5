import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const approverIsMaker = defineCheck({
  code: 'LED-12',
  name: 'approver-is-maker',
  severity: 'error',
  stage: 'ledger',
  needs: [],
  sample: { maker: '张三' },
  text: {
    zh: {
      title: '制单人与审核人相同或内容有变',
      what: (p) => `审核人应是另一人且内容应与制单时一致，现制单人为 ${param(p, 'maker')}`,
      why: '一人经手、审后改动都不能保证钱发得对，批次不予审核',
      how: '请由另一人审核；内容有变的请重新 run',
    },
    en: {
      title: 'Approver is the maker, or the content changed',
      what: (p) => `another person should approve the unchanged content; the maker is ${param(p, 'maker')}`,
      why: 'one hand alone, or a change afterwards, guards nothing; the batch is not approved',
      how: 'let somebody else approve; run again if the content changed',
    },
  },
  examples: [],
});
