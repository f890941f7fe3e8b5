import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { formatYuan } from '../../domain/money.js';
import { cellPlace, hasColumn, wasUnreadable } from '../cell-place.js';
import { ofMember } from '../subject.js';
import { toldOn } from '../told-cells.js';

export const incomeWithoutMonths = defineCheck({
  code: 'ROW-03',
  name: 'income-without-months',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['年务工收入', '务工月数'] }],
  sample: { what: 'months', income: '24000.00' },
  text: {
    zh: {
      title: '务工收入和务工月数缺一项',
      what: (p) =>
        p['what'] === 'income'
          ? `务工 ${param(p, 'months')} 个月，应同时填年务工收入，现为空或 0`
          : `年务工收入 ${param(p, 'income')} 元，应同时填务工月数，现为空或 0`,
      why: '收入按所填计入，月数不参与；两项矛盾时请核实',
      how: '请向本人核实后补填或改正',
    },
    en: {
      title: 'Work income or months are missing',
      what: (p) =>
        p['what'] === 'income'
          ? `worked ${param(p, 'months')} months, the income should be stated; it is blank or 0`
          : `earned ${param(p, 'income')} yuan, the months should be stated; they are blank or 0`,
      why: 'the income counts as stated; the two do not fit together',
      how: 'ask the person, then fill in or correct',
    },
  },
  examples: [
    {
      title: '有收入没月数',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工月数: null,
            年务工收入: 24000,
          },
        ],
      },
      expect: ['成员!务工月数@1'],
    },
    {
      title: '有月数没收入',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工月数: 8,
            年务工收入: null,
          },
        ],
      },
      expect: ['成员!年务工收入@1'],
    },
    {
      title: '月数写成文字：只说月数',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工月数: '半年',
            年务工收入: 24000,
          },
        ],
      },
      expect: [],
    },
    {
      title: '都有',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工月数: 8,
            年务工收入: 24000,
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, found, report }) => {
    const oddMonths = toldOn(found, 'CEL-13');
    for (const row of roster.rows.成员) {
      const months = row.workMonths ?? 0;
      const income = row.wageIncome ?? 0;
      if (months > 0 === income > 0) continue;
      const field = months > 0 ? '年务工收入' : '务工月数';
      if (!hasColumn(roster, row, field) || wasUnreadable(roster, row, field)) continue;
      if (income > 0 && (row.workStart !== null || oddMonths(cellPlace(roster, row, field)))) continue;
      report({
        place: cellPlace(roster, row, field),
        subject: ofMember(row),
        params: months > 0 ? { what: 'income', months } : { what: 'months', income: formatYuan(income) },
      });
    }
  },
});
