import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { isFilled } from '../../domain/evidence.js';
import { cellPlace, hasColumn, wasUnreadable } from '../cell-place.js';
import { ofMember } from '../subject.js';

export const amountZeroOrBlank = defineCheck({
  code: 'CEL-07',
  name: 'amount-zero-or-blank',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { what: '年务工收入' },
  text: {
    zh: {
      title: '有证明材料但金额为0或空',
      what: (p) => `有证明材料的应填${param(p, 'what')}，现为0或空`,
      why: '没有金额就按没有这项收入核算，可能少发',
      how: '请按证明材料补填金额；确实没有收入的，把证明材料改为「无」',
    },
    en: {
      title: 'Evidence but no amount',
      what: (p) => `where there is evidence ${param(p, 'what')} should be stated; it is 0 or blank`,
      why: 'without an amount nothing is counted and too little may be paid',
      how: 'fill in the amount from the evidence, or change the evidence to 无',
    },
  },
  examples: [
    {
      title: '有证明没金额',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            年务工收入: null,
            证明材料: '工资流水',
          },
        ],
      },
      expect: ['成员!年务工收入@1'],
    },
    {
      title: '养殖业收入为0',
      tables: {
        经营: [
          {
            户编号: 'H1',
            经营者姓名: '张三',
            经营者身份证号: '640181199001010010',
            主体类型: '养殖业',
            年经营收入: 0,
            证明材料: '承包合同',
          },
        ],
      },
      expect: ['经营!年经营收入@1'],
    },
    {
      title: '有证明有金额，没证明没金额',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            年务工收入: 24000,
            证明材料: '工资流水',
          },
          {
            户编号: 'H1',
            姓名: '李四',
            身份证号: '64018119880808004X',
            与户主关系: '配偶',
            年务工收入: null,
            证明材料: '无',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.成员) {
      if ((row.wageIncome ?? 0) !== 0 || !isFilled(row.evidence)) continue;
      if (!hasColumn(roster, row, '年务工收入') || wasUnreadable(roster, row, '年务工收入')) continue;
      report({ place: cellPlace(roster, row, '年务工收入'), subject: ofMember(row), params: { what: '年务工收入' } });
    }
    for (const row of roster.rows.经营) {
      if ((row.income ?? 0) !== 0 || !isFilled(row.evidence)) continue;
      if (!hasColumn(roster, row, '年经营收入') || wasUnreadable(roster, row, '年经营收入')) continue;
      report({ place: cellPlace(roster, row, '年经营收入'), subject: ofMember(row), params: { what: '年经营收入' } });
    }
  },
});
