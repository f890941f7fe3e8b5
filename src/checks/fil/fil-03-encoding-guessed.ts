import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const encodingGuessed = defineCheck({
  code: 'FIL-03',
  name: 'encoding-guessed',
  severity: 'warning',
  stage: 'reader',
  needs: [],
  sample: { encoding: 'GB18030', count: 2 },
  text: {
    zh: {
      title: '文字编码是推断的',
      what: (p) => `按 ${param(p, 'encoding')} 编码读取，发现乱码 ${param(p, 'count')} 处，应为 0 处`,
      why: '姓名、地名成了乱码会与银行户名不符，打款会退回',
      how: '请核对中文是否正常；不正常就在 Excel 中另存为「CSV UTF-8」或 .xlsx',
    },
    en: {
      title: 'Text encoding was guessed',
      what: (p) => `read as ${param(p, 'encoding')}; ${param(p, 'count')} garbled characters, there should be none`,
      why: 'garbled names do not match the bank’s and come back unpaid',
      how: 'check the Chinese text; if it is wrong, save the file as "CSV UTF-8" or .xlsx',
    },
  },
  examples: [],
});
