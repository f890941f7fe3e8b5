import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { ofHousehold } from '../subject.js';

/** No clause takes payment away when a risk is cleared, so it only informs. */
export const riskCleared = defineCheck({
  code: 'ROW-13',
  name: 'risk-cleared',
  severity: 'info',
  stage: 'roster',
  needs: [{ table: '住户', fields: ['监测对象类别', '风险是否消除'] }],
  sample: { class: '边缘易致贫户' },
  text: {
    zh: {
      title: '监测对象风险已消除',
      what: (p) => `该户为${param(p, 'class')}，风险是否消除填「是」`,
      why: '风险消除后仍可按搬迁户享受的项目照常核算；只针对监测对象的项目请核对时间',
      how: '如果风险是在本次奖补期间之前消除的，请核对是否还在范围内',
    },
    en: {
      title: 'The risk of this household was cleared',
      what: (p) => `the household is ${param(p, 'class')} and its risk is cleared`,
      why: 'what it gets as a moved household is computed as usual',
      how: 'check whether it is still in scope where only monitored households are paid',
    },
  },
  examples: [
    {
      title: '风险已消除',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            监测对象类别: '边缘易致贫户',
            风险是否消除: '是',
          },
        ],
      },
      expect: ['住户!风险是否消除@1'],
    },
    {
      title: '风险未消除',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            监测对象类别: '边缘易致贫户',
            风险是否消除: '否',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.住户) {
      if (row.riskCleared !== true || row.monitoringClass === null) continue;
      report({
        place: cellPlace(roster, row, '风险是否消除'),
        subject: ofHousehold(row),
        value: '是',
        params: { class: row.monitoringClass },
      });
    }
  },
});
