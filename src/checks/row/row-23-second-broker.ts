import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** Of brokers: of two brokers the earlier start is paid, the other gets a finding. */
export const secondBroker = defineCheck({
  code: 'ROW-23',
  name: 'second-broker',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { broker: '诚信劳务公司', start: '2022-03-01', own: '2022-05-01' },
  text: {
    zh: {
      title: '同一务工人员已由另一家中介先输出',
      what: (p) => `此人已由「${param(p, 'broker')}」自${param(p, 'start')}起组织就业，本单位自${param(p, 'own')}起`,
      why: '每名务工人员一次性只补一家，补给先组织的一家，本行不计',
      how: '无需处理；先后有误的，请改正开始日期后重新运行',
    },
    en: {
      title: 'Another broker placed this worker first',
      what: (p) =>
        `"${param(p, 'broker')}" placed this worker from ${param(p, 'start')}; this broker from ${param(p, 'own')}`,
      why: 'one worker earns the subsidy once, for the earlier broker; this row does not count',
      how: 'nothing to do; if the dates are wrong, correct them and run again',
    },
  },
  examples: [],
});
