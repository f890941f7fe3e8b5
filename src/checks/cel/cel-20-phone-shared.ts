import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { repeatedBy } from '../../domain/group-rows.js';
import { ofHousehold } from '../subject.js';

/** A family or two may share a phone; more is somebody who filled in their own. */
const MOST = 5;

export const phoneShared = defineCheck({
  code: 'CEL-20',
  name: 'phone-shared',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '住户', fields: ['联系电话'] }],
  sample: { count: 6 },
  text: {
    zh: {
      title: '联系电话被多户共用',
      what: (p) => `联系电话应为本户的，现被 ${param(p, 'count')} 户共用`,
      why: '通知和回访找不到本人；不影响发放',
      how: '请换成本户的电话；村干部代填的请注明',
    },
    en: {
      title: 'A phone number shared by many households',
      what: (p) => `the phone should be the household’s own; ${param(p, 'count')} households share it`,
      why: 'nobody of the household can be reached; the payment is not affected',
      how: 'replace it by the household’s own number',
    },
  },
  examples: [
    {
      title: '六户共用',
      tables: {
        住户: [
          {
            户编号: 'H0',
            户主姓名: '张一',
            户主身份证号: '640181199001010301',
            家庭人口数: 1,
            收入年度: 2024,
            联系电话: '13800138000',
          },
          {
            户编号: 'H1',
            户主姓名: '张二',
            户主身份证号: '640181199001010328',
            家庭人口数: 1,
            收入年度: 2024,
            联系电话: '13800138000',
          },
          {
            户编号: 'H2',
            户主姓名: '张三',
            户主身份证号: '640181199001010344',
            家庭人口数: 1,
            收入年度: 2024,
            联系电话: '13800138000',
          },
          {
            户编号: 'H3',
            户主姓名: '张四',
            户主身份证号: '640181199001010360',
            家庭人口数: 1,
            收入年度: 2024,
            联系电话: '13800138000',
          },
          {
            户编号: 'H4',
            户主姓名: '张五',
            户主身份证号: '640181199001010387',
            家庭人口数: 1,
            收入年度: 2024,
            联系电话: '13800138000',
          },
          {
            户编号: 'H5',
            户主姓名: '张六',
            户主身份证号: '640181199001010408',
            家庭人口数: 1,
            收入年度: 2024,
            联系电话: '13800138000',
          },
        ],
      },
      expect: ['住户!联系电话@1'],
    },
    {
      title: '各用各的',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            联系电话: '13800138000',
          },
          {
            户编号: 'H2',
            户主姓名: '李四',
            户主身份证号: '64018119880808004X',
            家庭人口数: 1,
            收入年度: 2024,
            联系电话: '16600000000',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const rows of repeatedBy(roster.rows.住户, (row) => row.phone).values()) {
      const count = rows.length;
      const [first, ...others] = rows;
      if (first === undefined || count <= MOST) continue;
      report({
        place: cellPlace(roster, first, '联系电话'),
        subject: ofHousehold(first),
        value: first.phone,
        params: { count },
        related: others.map((row) => cellPlace(roster, row, '联系电话')),
      });
    }
  },
});
