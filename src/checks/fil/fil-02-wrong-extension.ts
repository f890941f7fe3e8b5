import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const wrongExtension = defineCheck({
  code: 'FIL-02',
  name: 'wrong-extension',
  severity: 'warning',
  stage: 'reader',
  needs: [],
  sample: { found: 'html', expected: 'xls' },
  text: {
    zh: {
      title: '文件后缀与内容不符',
      what: (p) => `文件后缀是 ${param(p, 'expected')}，内容应与后缀一致，现为 ${param(p, 'found')}`,
      why: '按实际内容读取；这样的文件换一台电脑可能打不开或读成乱码',
      how: '请用 Excel 或 WPS 打开后另存为 .xlsx，再交上来',
    },
    en: {
      title: 'File name does not match its content',
      what: (p) =>
        `the extension says ${param(p, 'expected')}, the content should match it and is ${param(p, 'found')}`,
      why: 'it was read by its content; other programs may refuse or garble it',
      how: 'open it in Excel or WPS and save it as .xlsx',
    },
  },
  examples: [],
});
