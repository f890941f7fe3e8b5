import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const unitInHeader = defineCheck({
  code: 'HDR-04',
  name: 'unit-in-header',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { unit: '万元' },
  text: {
    zh: {
      title: '表头带单位',
      what: (p) => `金额应以元为单位，现表头写的是${param(p, 'unit')}，已换算为元`,
      why: '单位看错金额会差一万倍',
      how: '请抽查几行换算后的金额；不对就改成以元填写',
    },
    en: {
      title: 'A unit in the header',
      what: (p) => `amounts should be in yuan; the header says ${param(p, 'unit')}, converted to yuan`,
      why: 'a wrong unit is wrong by a factor of ten thousand',
      how: 'check some converted amounts; if they are wrong, fill the column in yuan',
    },
  },
  examples: [],
});
