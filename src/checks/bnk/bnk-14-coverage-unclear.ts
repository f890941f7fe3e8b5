import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

const ZH: Readonly<Record<string, string>> = {
  'which-file': '这个批次有几个银行文件，应说明回盘是哪一个文件的（--of 文件名）',
  failures: '声明为仅失败，文件里应没有成功的行',
  successes: '声明为仅成功，文件里应没有失败或退回的行',
};
const EN: Readonly<Record<string, string>> = {
  'which-file': 'the batch has several bank files; it should be said which one the return is about (--of FILE)',
  failures: 'declared to list failures only, the file should list no payments',
  successes: 'declared to list payments only, the file should list no failures',
};

export const coverageUnclear = defineCheck({
  code: 'BNK-14',
  name: 'coverage-unclear',
  severity: 'error',
  stage: 'bank',
  needs: [],
  sample: { coverage: 'failures', count: 2 },
  text: {
    zh: {
      title: '回盘范围不清',
      what: (p) =>
        `${ZH[String(p['coverage'])] ?? '应说明回盘是全部结果、仅失败还是仅成功'}，现有 ${param(p, 'count')} ${p['coverage'] === 'which-file' ? '个文件' : '行不符'}`,
      why: '范围不清时，没有列出的行不能推断为成功或失败',
      how: '请问清银行后用 --coverage full、failures 或 successes 说明',
    },
    en: {
      title: 'What the return file covers is not clear',
      what: (p) =>
        `${EN[String(p['coverage'])] ?? 'it should be said whether the file is full'}; ${param(p, 'count')} ${p['coverage'] === 'which-file' ? 'files' : 'rows differ'}`,
      why: 'nothing can be inferred for the lines it does not list',
      how: 'ask the bank, then say --coverage full, failures or successes',
    },
  },
  examples: [],
});
