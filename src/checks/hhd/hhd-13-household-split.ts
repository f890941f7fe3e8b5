import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { repeatedBy } from '../../domain/group-rows.js';
import { ofHousehold } from '../subject.js';
import type { HouseholdRow } from '../../domain/roster.js';

/** More households than this on one number is somebody who helps them all (CEL-20, BNK-05), not a split family. */
const MOST = 3;

export const householdSplit = defineCheck({
  code: 'HHD-13',
  name: 'household-split',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '住户', fields: ['户编号'] }],
  sample: { first: 'H1', second: 'H2', what: '银行账号' },
  text: {
    zh: {
      title: '疑似拆户',
      what: (p) => `每户应各有自己的${param(p, 'what')}，现户编号 ${param(p, 'first')} 和 ${param(p, 'second')} 共用`,
      why: '一家分成两户会多领；不影响本次发放',
      how: '请入户核实是一家还是两家',
    },
    en: {
      title: 'Perhaps one household split in two',
      what: (p) =>
        `households should have their own ${param(p, 'what')}; ${param(p, 'first')} and ${param(p, 'second')} share one`,
      why: 'one family counted as two is paid twice; the payment is not affected',
      how: 'visit and find out whether it is one family or two',
    },
  },
  examples: [
    {
      title: '两户共用一个账号',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            社区: 'A社区',
            银行账号: '6228480000000000000',
          },
          {
            户编号: 'H2',
            户主姓名: '李四',
            户主身份证号: '64018119880808004X',
            家庭人口数: 1,
            收入年度: 2024,
            社区: 'A社区',
            银行账号: '6228480000000000000',
          },
        ],
      },
      expect: ['住户!银行账号@2'],
    },
    {
      title: '各有账号',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            社区: 'A社区',
            银行账号: '6228480000000000000',
          },
          {
            户编号: 'H2',
            户主姓名: '李四',
            户主身份证号: '64018119880808004X',
            家庭人口数: 1,
            收入年度: 2024,
            社区: 'A社区',
            银行账号: '6217000000000000004',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    const look = (field: string, valueOf: (row: HouseholdRow) => string | null): void => {
      for (const sharing of repeatedBy(roster.rows.住户, valueOf).values()) {
        for (const rows of repeatedBy(sharing, (row) => row.community ?? '').values()) {
          const households = new Set(rows.map((row) => row.householdId));
          if (households.size < 2 || households.size > MOST) continue;
          const [first, ...again] = rows;
          if (first === undefined) continue;
          for (const row of again) {
            if (row.householdId === null || row.householdId === first.householdId) continue;
            report({
              place: cellPlace(roster, row, field),
              subject: ofHousehold(row),
              value: valueOf(row),
              params: { first: first.householdId ?? '', second: row.householdId, what: field },
              related: [cellPlace(roster, first, field)],
            });
          }
        }
      }
    };
    look('银行账号', (row) => row.accountNumber);
    look('联系电话', (row) => row.phone);
  },
});
