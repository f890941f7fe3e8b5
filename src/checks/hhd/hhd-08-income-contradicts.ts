import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { formatYuan, FEN_PER_YUAN } from '../../domain/money.js';
import { cellPlace, roundingOf, wasUnreadable } from '../cell-place.js';
import { netIncomeOf, NET_INCOME_FIELDS } from '../../domain/net-income.js';
import { ofHousehold } from '../subject.js';

/** 宁东镇: by multiplication, never on a rounded quotient; wages of all members, with evidence or not. */
export const incomeContradicts = defineCheck({
  code: 'HHD-08',
  name: 'income-contradicts',
  severity: 'error',
  stage: 'roster',
  needs: [{ table: '住户', fields: ['户编号'] }],
  sample: { what: 'per-head', stated: '8500.00', computed: '8000.00' },
  text: {
    zh: {
      title: '收入对不上',
      what: (p) =>
        p['what'] === 'wages'
          ? `户的年务工收入应等于成员之和 ${param(p, 'computed')} 元，现为 ${param(p, 'stated')} 元`
          : `人均纯收入按明细应为 ${param(p, 'computed')} 元，现为 ${param(p, 'stated')} 元，相差超过1元`,
      why: '两个数不一样就不知道按哪个核算，本户暂不发放',
      how: '请核对各项收入、支出和人数，改正填错的一处',
    },
    en: {
      title: 'Income figures contradict each other',
      what: (p) =>
        p['what'] === 'wages'
          ? `the household's wage income should be the sum of its members, ${param(p, 'computed')} yuan; it is ${param(p, 'stated')}`
          : `income per head should be ${param(p, 'computed')} yuan by its parts; ${param(p, 'stated')} is stated, more than 1 yuan apart`,
      why: 'nobody knows which figure to go by; the household is held',
      how: 'check the parts, the cost and the household size, and correct the wrong one',
    },
  },
  examples: [
    {
      title: '人均与明细差500元',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 2,
            收入年度: 2024,
            年务工收入: 20000,
            生产经营支出: 4000,
            人均纯收入: 8500,
          },
        ],
      },
      expect: ['住户!人均纯收入@1'],
    },
    {
      title: '成员之和与户不符',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            年务工收入: 25000,
          },
        ],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 年务工收入: 24000 }],
      },
      expect: ['住户!年务工收入@1'],
    },
    {
      title: '正好差1元，成员之和相等',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            年务工收入: 24000,
            人均纯收入: 23999,
          },
        ],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 年务工收入: 24000 }],
      },
      expect: [],
    },
    {
      title: '只填人均，或成员都没填收入',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            人均纯收入: 9000,
            年务工收入: null,
          },
          {
            户编号: 'H2',
            户主姓名: '李四',
            户主身份证号: '64018119880808004X',
            家庭人口数: 1,
            收入年度: 2024,
            人均纯收入: null,
            年务工收入: 9000,
          },
        ],
        成员: [{ 户编号: 'H2', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '户主', 年务工收入: null }],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    for (const row of roster.rows.住户) {
      const net = netIncomeOf(row);
      const { size, perCapitaIncome: perHead } = row;
      const readable = !NET_INCOME_FIELDS.some((field) => wasUnreadable(roster, row, field));
      if (net !== null && perHead !== null && size !== null && size > 0 && readable) {
        const off = NET_INCOME_FIELDS.reduce((sum, field) => sum + roundingOf(roster, row, field), 0);
        const allowed = FEN_PER_YUAN * size + off + roundingOf(roster, row, '人均纯收入') * size;
        if (Math.abs(net - perHead * size) > allowed)
          report({
            place: cellPlace(roster, row, '人均纯收入'),
            subject: ofHousehold(row),
            value: formatYuan(perHead),
            params: { what: 'per-head', stated: formatYuan(perHead), computed: formatYuan(Math.round(net / size)) },
          });
      }
      if (row.wageIncome === null || row.householdId === null) continue;
      const members = index.members.get(row.householdId) ?? [];
      if (members.some((member) => wasUnreadable(roster, member, '年务工收入'))) continue;
      const stated = members.filter((member) => member.wageIncome !== null);
      if (stated.length === 0) continue;
      const sum = stated.reduce((total, member) => total + (member.wageIncome ?? 0), 0);
      const off = stated.reduce((total, member) => total + roundingOf(roster, member, '年务工收入'), 0);
      if (Math.abs(sum - row.wageIncome) <= off + roundingOf(roster, row, '年务工收入')) continue;
      report({
        place: cellPlace(roster, row, '年务工收入'),
        subject: ofHousehold(row),
        value: formatYuan(row.wageIncome),
        params: { what: 'wages', stated: formatYuan(row.wageIncome), computed: formatYuan(sum) },
        related: stated.map((member) => cellPlace(roster, member, '年务工收入')),
      });
    }
  },
});
