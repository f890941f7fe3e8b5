import { readEvidence } from '../../domain/evidence.js';
import { cellPlace } from '../cell-place.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { ofHousehold, ofMember } from '../subject.js';

/** Evidence that counts as named, although a paper is refused beside it or nobody can tell what the text is. */
export const evidenceUnclear = defineCheck({
  code: 'ROW-15',
  name: 'evidence-unclear',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { text: '老板说过', refused: 'no' },
  text: {
    zh: {
      title: '证明材料要看一看',
      what: (p) =>
        param(p, 'refused') === 'yes'
          ? `证明材料应写明有哪些材料，现为「${param(p, 'text')}」，其中有的没有交`
          : `证明材料应写明是什么材料，现为「${param(p, 'text')}」，看不出是什么`,
      why: '目前按有证明材料计算；没有材料的收入不应计入奖补',
      how: '请核对原件：有，写明合同、流水、收入证明等；没有，填「无」',
    },
    en: {
      title: 'Evidence to be looked at',
      what: (p) =>
        param(p, 'refused') === 'yes'
          ? `the evidence should say which papers there are, is "${param(p, 'text')}", with one of them missing`
          : `the evidence should say which paper it is, is "${param(p, 'text')}", which is no known paper`,
      why: 'it counts as evidence for now; income without papers should not count for the bonus',
      how: 'look at the papers: name them (contract, wage record, certificate), or write that there is none',
    },
  },
  examples: [
    {
      title: '看不出是什么材料',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            年务工收入: 24000,
            证明材料: '老板说过',
          },
        ],
      },
      expect: ['成员!证明材料@1'],
    },
    {
      title: '有合同没有流水',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            年务工收入: 24000,
            证明材料: '劳动合同，缺流水',
          },
        ],
      },
      expect: ['成员!证明材料@1'],
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
            证明材料: '劳动合同、工资流水',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    const { 住户, 成员, 经营 } = roster.rows;
    const look = (row: (typeof 住户 | typeof 成员 | typeof 经营)[number], subject: ReturnType<typeof ofMember>) => {
      const { filled, known, refused } = readEvidence(row.evidence);
      if (!filled || (known && !refused)) return;
      report({
        place: cellPlace(roster, row, '证明材料'),
        subject,
        value: row.evidence,
        params: { text: row.evidence ?? '', refused: refused ? 'yes' : 'no' },
      });
    };
    for (const row of 住户) look(row, ofHousehold(row));
    for (const row of 成员) look(row, ofMember(row));
    for (const row of 经营) look(row, ofMember(row));
  },
});
