import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { formatYuan } from '../../domain/money.js';
import type { BusinessRow, HouseholdRow, MemberRow } from '../../domain/roster.js';
import { NOWHERE } from '../../findings/finding.js';
import { cellPlace, hasColumn } from '../cell-place.js';
import { isFilled } from '../../domain/evidence.js';
import { ofMember } from '../subject.js';

export const evidenceMissing = defineCheck({
  code: 'ROW-14',
  name: 'evidence-missing',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { amount: '24000.00', what: '务工收入' },
  text: {
    zh: {
      title: '缺少证明材料',
      what: (p) =>
        p['payees'] === undefined
          ? `有${param(p, 'what')} ${param(p, 'amount')} 元，应有证明材料，现没有`
          : `应有「证明材料」这一列，现没有，${param(p, 'payees')} 户（人）填了的收入都没有证明`,
      why: '没有证明材料的收入不计入奖补',
      how: '请补交合同、工资流水或收入证明，并在「证明材料」列填写',
    },
    en: {
      title: 'Evidence is missing',
      what: (p) =>
        p['payees'] === undefined
          ? `${param(p, 'what')} of ${param(p, 'amount')} yuan should have evidence; there is none`
          : `there should be a column 证明材料; without it the income of ${param(p, 'payees')} households has no evidence`,
      why: 'income without evidence does not count for the bonus',
      how: 'add the contract, wage record or certificate and fill in 证明材料',
    },
  },
  examples: [
    {
      title: '有收入没证明',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            年务工收入: 24000,
            证明材料: '无',
          },
        ],
      },
      expect: ['成员!证明材料@1'],
    },
    {
      title: '整列没有，只说一次',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 年务工收入: 24000 },
          { 户编号: 'H2', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '户主', 年务工收入: 9000 },
        ],
      },
      expect: ['成员!证明材料@0'],
    },
    {
      title: '有劳动合同',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            年务工收入: 24000,
            证明材料: '劳动合同',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    // Where the whole column is missing, that is said once for everybody it concerns.
    const without = new Map<number, Set<string>>();
    const lacksColumn = (row: HouseholdRow | MemberRow | BusinessRow): boolean => {
      if (hasColumn(roster, row, '证明材料')) return false;
      const payees = without.get(row.table) ?? new Set();
      without.set(row.table, payees.add(row.householdId ?? `第${row.row}行`));
      return true;
    };
    for (const row of roster.rows.成员) {
      if (row.wageIncome === null || row.wageIncome <= 0 || isFilled(row.evidence) || lacksColumn(row)) continue;
      report({
        place: cellPlace(roster, row, '证明材料'),
        subject: ofMember(row),
        value: row.evidence,
        params: { amount: formatYuan(row.wageIncome), what: '务工收入' },
      });
    }
    for (const row of roster.rows.经营) {
      if (row.income === null || row.income <= 0 || isFilled(row.evidence) || lacksColumn(row)) continue;
      report({
        place: cellPlace(roster, row, '证明材料'),
        subject: ofMember(row),
        value: row.evidence,
        params: { amount: formatYuan(row.income), what: '经营收入' },
      });
    }
    // The household's own figure counts where no member states one.
    for (const row of roster.rows.住户)
      if (row.wageIncome !== null && row.wageIncome > 0 && !isFilled(row.evidence))
        if (index.members.get(row.householdId ?? '')?.some((member) => member.wageIncome !== null) !== true)
          lacksColumn(row);
    for (const [table, payees] of without) {
      const source = roster.tables[table];
      if (source === undefined) continue;
      const { file, sheet, headerRows } = source;
      report({
        place: { ...NOWHERE, table, field: 'evidence', file, sheet, row: headerRows[1], header: '证明材料' },
        params: { payees: payees.size },
      });
    }
  },
});
