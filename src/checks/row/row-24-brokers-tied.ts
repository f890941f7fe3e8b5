import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** Of brokers: the same start at two brokers cannot be decided. */
export const brokersTied = defineCheck({
  code: 'ROW-24',
  name: 'brokers-tied',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { brokers: '诚信劳务公司', start: '2022-03-01' },
  text: {
    zh: {
      title: '两家中介同一天组织同一人就业',
      what: (p) => `此人的开始日期${param(p, 'start')}与「${param(p, 'brokers')}」相同，分不出先后`,
      why: '每名务工人员只补一家，分不出先后，两家都暂不补',
      how: '请核对劳动合同和起始日期，改正后重新运行',
    },
    en: {
      title: 'Two brokers placed one worker on the same day',
      what: (p) => `the start ${param(p, 'start')} is the same as that of "${param(p, 'brokers')}"`,
      why: 'only one broker is paid for a worker; which one cannot be told, so neither is',
      how: 'check contracts and start dates, correct them and run again',
    },
  },
  examples: [],
});
