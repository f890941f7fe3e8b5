import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { formatYuan } from '../../domain/money.js';
import { cellPlace } from '../cell-place.js';
import type { Fen } from '../../domain/money.js';
import type { HouseholdRow, MemberRow } from '../../domain/roster.js';
import type { FindingSubject } from '../../findings/finding.js';
import { ofHousehold, ofMember } from '../subject.js';

/** A median of fewer amounts says nothing about the others. */
const SMALLEST_GROUP = 10;

export const amountOutlier = defineCheck({
  code: 'ROW-12',
  name: 'amount-outlier',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { found: '300000.00', times: 12, median: '24500.00' },
  text: {
    zh: {
      title: '金额与同社区相差十倍以上',
      what: (p) =>
        p['times'] === 0
          ? `金额应与同社区相近（中位数 ${param(p, 'median')} 元），现为 ${param(p, 'found')} 元，不到千分之一`
          : `金额应与同社区相近（中位数 ${param(p, 'median')} 元），现为 ${param(p, 'found')} 元，是它的 ${param(p, 'times')} 倍`,
      why: '多半是多写或少写了零，或把万元当成元；按所填核算，填错会发错',
      how: '请核对单位是元还是万元，小数点有没有点错',
    },
    en: {
      title: 'An amount far from others of the community',
      what: (p) =>
        p['times'] === 0
          ? `the amount should be near the median ${param(p, 'median')} yuan of the community; ${param(p, 'found')} is less than a thousandth`
          : `the amount should be near the median ${param(p, 'median')} yuan of the community; ${param(p, 'found')} is ${param(p, 'times')} times that`,
      why: 'most likely a zero too many or 万元 for 元; it counts as stated',
      how: 'check the unit and the decimal point',
    },
  },
  examples: [
    {
      title: '多写一个零',
      tables: {
        成员: [
          { 户编号: 'H0', 姓名: '张一', 身份证号: '640181199001010109', 与户主关系: '户主', 年务工收入: 24000 },
          { 户编号: 'H1', 姓名: '张二', 身份证号: '640181199001010125', 与户主关系: '户主', 年务工收入: 24100 },
          { 户编号: 'H2', 姓名: '张三', 身份证号: '640181199001010141', 与户主关系: '户主', 年务工收入: 24200 },
          { 户编号: 'H3', 姓名: '张四', 身份证号: '640181199001010168', 与户主关系: '户主', 年务工收入: 24300 },
          { 户编号: 'H4', 姓名: '张五', 身份证号: '640181199001010184', 与户主关系: '户主', 年务工收入: 24400 },
          { 户编号: 'H5', 姓名: '张六', 身份证号: '640181199001010205', 与户主关系: '户主', 年务工收入: 24500 },
          { 户编号: 'H6', 姓名: '张七', 身份证号: '640181199001010221', 与户主关系: '户主', 年务工收入: 24600 },
          { 户编号: 'H7', 姓名: '张八', 身份证号: '640181199001010248', 与户主关系: '户主', 年务工收入: 24700 },
          { 户编号: 'H8', 姓名: '张九', 身份证号: '640181199001010264', 与户主关系: '户主', 年务工收入: 24800 },
          { 户编号: 'H9', 姓名: '张十', 身份证号: '640181199001010280', 与户主关系: '户主', 年务工收入: 24900 },
          { 户编号: 'H99', 姓名: '王五', 身份证号: '640181199101010018', 与户主关系: '户主', 年务工收入: 300000 },
        ],
      },
      expect: ['成员!年务工收入@11'],
    },
    {
      title: '都差不多',
      tables: {
        成员: [
          { 户编号: 'H0', 姓名: '张一', 身份证号: '640181199001010109', 与户主关系: '户主', 年务工收入: 24000 },
          { 户编号: 'H1', 姓名: '张二', 身份证号: '640181199001010125', 与户主关系: '户主', 年务工收入: 24100 },
          { 户编号: 'H2', 姓名: '张三', 身份证号: '640181199001010141', 与户主关系: '户主', 年务工收入: 24200 },
          { 户编号: 'H3', 姓名: '张四', 身份证号: '640181199001010168', 与户主关系: '户主', 年务工收入: 24300 },
          { 户编号: 'H4', 姓名: '张五', 身份证号: '640181199001010184', 与户主关系: '户主', 年务工收入: 24400 },
          { 户编号: 'H5', 姓名: '张六', 身份证号: '640181199001010205', 与户主关系: '户主', 年务工收入: 24500 },
          { 户编号: 'H6', 姓名: '张七', 身份证号: '640181199001010221', 与户主关系: '户主', 年务工收入: 24600 },
          { 户编号: 'H7', 姓名: '张八', 身份证号: '640181199001010248', 与户主关系: '户主', 年务工收入: 24700 },
          { 户编号: 'H8', 姓名: '张九', 身份证号: '640181199001010264', 与户主关系: '户主', 年务工收入: 24800 },
          { 户编号: 'H9', 姓名: '张十', 身份证号: '640181199001010280', 与户主关系: '户主', 年务工收入: 24900 },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    // Members of a household follow each other: one look-up serves them all.
    let last: string | null = null;
    let community = '';
    const communityOf = (household: string | null): string => {
      if (household !== last) {
        last = household;
        community = (household === null ? null : index.households.get(household)?.[0]?.community) ?? '';
      }
      return community;
    };
    const look = <Row extends MemberRow | HouseholdRow>(
      rows: readonly Row[],
      field: string,
      amountOf: (row: Row) => Fen | null,
      subjectOf: (row: Row) => Partial<FindingSubject>,
    ): void => {
      const communities = new Map<string, Fen[]>();
      const communityOfRow: string[] = [];
      for (const row of rows) {
        const amount = amountOf(row);
        if (amount === null || amount <= 0) continue;
        const own = communityOf(row.householdId);
        communityOfRow.push(own);
        const amounts = communities.get(own);
        if (amounts === undefined) communities.set(own, [amount]);
        else amounts.push(amount);
      }
      const medians = new Map<string, Fen>();
      for (const [name, amounts] of communities)
        if (amounts.length >= SMALLEST_GROUP) medians.set(name, medianOf(amounts));
      if (medians.size === 0) return;
      let next = 0;
      for (const row of rows) {
        const amount = amountOf(row);
        if (amount === null || amount <= 0) continue;
        const median = medians.get(communityOfRow[next++] ?? '');
        if (median === undefined || (amount < median * 10 && amount * 1000 > median)) continue;
        report({
          place: cellPlace(roster, row, field),
          subject: subjectOf(row),
          value: formatYuan(amount),
          params: {
            found: formatYuan(amount),
            median: formatYuan(median),
            times: amount > median ? Math.floor(amount / median) : 0,
          },
        });
      }
    };
    look(roster.rows.成员, '年务工收入', (row) => row.wageIncome, ofMember);
    look(roster.rows.成员, '月工资', (row) => row.monthlyWage, ofMember);
    look(roster.rows.住户, '年务工收入', (row) => row.wageIncome, ofHousehold);
    look(roster.rows.住户, '人均纯收入', (row) => row.perCapitaIncome, ofHousehold);
  },
});

/** Lower median; the amounts may be in any order. */
function medianOf(amounts: readonly Fen[]): Fen {
  const sorted = Float64Array.from(amounts).sort();
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
