import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

export const workPlaceUndecided = defineCheck({
  code: 'ROW-08',
  name: 'work-place-undecided',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { found: '外地' },
  text: {
    zh: {
      title: '务工地点判断不出省内省外',
      what: (p) => `务工所在地应写明省、市、县，现为「${param(p, 'found')}」，判断不出省内还是省外`,
      why: '省内省外标准不同，判断不出就不能定金额，这一项暂按不能决定处理',
      how: '请写全省市县，例如「浙江省宁波市」',
    },
    en: {
      title: 'Work place cannot be placed',
      what: (p) => `the work place should name province, city and county; "${param(p, 'found')}" cannot be placed`,
      why: 'the amount depends on the province; this benefit cannot be decided',
      how: 'write the full place, such as 浙江省宁波市',
    },
  },
  examples: [],
});
