import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const nameUnsupported = defineCheck({
  code: 'BNK-08',
  name: 'name-unsupported',
  severity: 'warning',
  stage: 'bank',
  needs: [],
  sample: { line: 7, character: '䶮', bytes: 6 },
  text: {
    zh: {
      title: '户名含银行不支持的字符',
      what: (p) =>
        `第 ${param(p, 'line')} 行户名应能用银行字符集表示且不过长，现有“${param(p, 'character')}”（${param(p, 'bytes')} 字节）`,
      why: '银行会拒收整个文件；此行已从文件中取出，单独列出',
      how: '请按银行预留户名的写法改正，或换一种银行文件格式导出',
    },
    en: {
      title: 'A name the bank’s character set does not have',
      what: (p) =>
        `the name in line ${param(p, 'line')} should fit the bank’s character set and length; it holds "${param(p, 'character')}" (${param(p, 'bytes')} bytes)`,
      why: 'the bank would refuse the whole file; the line is left out and listed',
      how: 'write the name as the bank has it, or export in another format',
    },
  },
  examples: [],
});
