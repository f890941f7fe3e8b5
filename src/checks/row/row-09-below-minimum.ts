import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const belowMinimum = defineCheck({
  code: 'ROW-09',
  name: 'below-minimum',
  severity: 'info',
  stage: 'rules',
  told: 'trace',
  needs: [],
  sample: {
    benefit: '跨省务工交通补贴',
    found: '4个月',
    foundEn: '4 months',
    minimum: '6个月',
    minimumEn: '6 months',
    clause: '吴利政规发〔2021〕7号 三（一）3',
  },
  text: {
    zh: {
      title: '未达到最低要求',
      what: (p) =>
        `${param(p, 'benefit')}应不少于${param(p, 'minimum')}，现为${param(p, 'found')}（依据 ${param(p, 'clause')}）`,
      why: '按政策这一项不予奖补；这是核算结果，不是填表错误',
      how: '不必处理；如果填错了，请改正后重新运行',
    },
    en: {
      title: 'Below the minimum',
      what: (p) =>
        `${param(p, 'benefit')} asks for ${param(p, 'minimumEn')} or more; it is ${param(p, 'foundEn')} (${param(p, 'clause')})`,
      why: 'the policy pays nothing for it; this is an outcome, not a mistake in the file',
      how: 'nothing to do; if the figure is wrong, correct it and run again',
    },
  },
  examples: [],
});
