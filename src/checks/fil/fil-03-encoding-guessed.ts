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
      what: (p) =>
        p['count'] === 0
          ? `按 ${param(p, 'encoding')} 编码读取，没有发现乱码；编码应写在文件里，现为推断`
          : `按 ${param(p, 'encoding')} 编码读取，应没有乱码，现有 ${param(p, 'count')} 处`,
      why: (p) => (p['count'] === 0 ? '没有乱码就不影响发放' : '姓名、地名成了乱码会与银行户名不符，打款会退回'),
      how: '请核对中文是否正常；不正常就在 Excel 中另存为「CSV UTF-8」或 .xlsx',
    },
    en: {
      title: 'Text encoding was guessed',
      what: (p) =>
        p['count'] === 0
          ? `read as ${param(p, 'encoding')} without garbled characters; the encoding should be stated, it was guessed`
          : `read as ${param(p, 'encoding')}; there should be no garbled characters, there are ${param(p, 'count')}`,
      why: (p) =>
        p['count'] === 0
          ? 'nothing is affected while no character is garbled'
          : 'garbled names do not match those of the bank and come back unpaid',
      how: 'check the Chinese text; if it is wrong, save the file as "CSV UTF-8" or .xlsx',
    },
  },
  examples: [],
});
