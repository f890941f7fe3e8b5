import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { formatYuan } from '../../domain/money.js';
import { isEmployed } from '../../domain/roster.js';
import { cellPlace, hasColumn, wasUnreadable } from '../cell-place.js';
import { netIncomeOf } from '../../domain/net-income.js';
import { ofHousehold } from '../subject.js';
import type { Fen } from '../../domain/money.js';
import type { HouseholdRow } from '../../domain/roster.js';
import type { RosterIndex } from '../roster-index.js';

/** Bounds of the old county checkers, in 分 a head. */
const LOW: Fen = 500_00;
const HIGH: Fen = 30_000_00;

export const incomeUnusual = defineCheck({
  code: 'HHD-10',
  name: 'income-unusual',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '住户', fields: ['户编号'] }],
  sample: { what: 'low', found: '300.00' },
  text: {
    zh: {
      title: '收入异常或缺项',
      what: (p) =>
        p['what'] === 'missing'
          ? '有成员在务工，应填年务工收入，现户和成员都没有填'
          : p['what'] === 'low'
            ? `人均收入一般应不低于500元，现为 ${param(p, 'found')} 元`
            : `人均收入一般应不超过30000元，现为 ${param(p, 'found')} 元`,
      why: (p) =>
        p['what'] === 'missing'
          ? '没有收入就不能核算奖补，也不能判断是否低于监测线'
          : '可能少写、多写了零或漏了一项；按所填核算',
      how: '请核对各项收入和单位',
    },
    en: {
      title: 'Income is unusual or missing',
      what: (p) =>
        p['what'] === 'missing'
          ? 'somebody is employed, so wage income should be stated; neither household nor members state it'
          : p['what'] === 'low'
            ? `income per head is usually 500 yuan or more; it is ${param(p, 'found')}`
            : `income per head is usually 30000 yuan or less; it is ${param(p, 'found')}`,
      why: (p) =>
        p['what'] === 'missing'
          ? 'without income neither the bonus nor the monitoring line can be decided'
          : 'a zero may be missing or extra, or a part left out; it counts as stated',
      how: 'check the parts and their units',
    },
  },
  examples: [
    {
      title: '人均300元',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            人均纯收入: 300,
          },
        ],
      },
      expect: ['住户!人均纯收入@1'],
    },
    {
      title: '人均5万元',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 2,
            收入年度: 2024,
            年务工收入: 100000,
            人均纯收入: null,
          },
        ],
      },
      expect: ['住户!人均纯收入@1'],
    },
    {
      title: '有人务工但没有收入',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            年务工收入: null,
            人均纯收入: null,
          },
        ],
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            就业状态: '务工',
            年务工收入: null,
          },
        ],
      },
      expect: ['住户!年务工收入@1'],
    },
    {
      title: '人均9000元',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            人均纯收入: 9000,
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const row of roster.rows.住户) {
      const net = netIncomeOf(row);
      const perHead = net !== null && row.size !== null && row.size > 0 ? net / row.size : row.perCapitaIncome;
      const what = perHead === null ? missingWages(row, index) : perHead < LOW ? 'low' : perHead > HIGH ? 'high' : null;
      if (what === null) continue;
      const field = what === 'missing' ? '年务工收入' : '人均纯收入';
      if (what === 'missing' && (!hasColumn(roster, row, field) || wasUnreadable(roster, row, field))) continue;
      report({
        place: cellPlace(roster, row, field),
        subject: ofHousehold(row),
        params: { what, found: perHead === null ? '' : formatYuan(Math.round(perHead)) },
      });
    }
  },
});

function missingWages(row: HouseholdRow, index: RosterIndex): 'missing' | null {
  if (row.householdId === null) return null;
  const members = index.members.get(row.householdId) ?? [];
  const working = members.some((member) => isEmployed(member.employmentStatus) === true);
  return working && members.every((member) => member.wageIncome === null) ? 'missing' : null;
}
