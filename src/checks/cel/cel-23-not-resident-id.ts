import { isResidentId } from '../../domain/resident-id.js';
import { cellPlace } from '../cell-place.js';
import { defineCheck } from '../define-check.js';
import { ofMember } from '../subject.js';

export const notResidentId = defineCheck({
  code: 'CEL-23',
  name: 'not-resident-id',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['身份证号'] }],
  sample: { reason: 'member' },
  text: {
    zh: {
      title: '不是居民身份证号',
      what: (p) => (p['reason'] === 'head' ? '户主应有居民身份证号，现为其他证件号' : '不是居民身份证号，未校验'),
      why: (p) =>
        p['reason'] === 'head'
          ? '户主要凭居民身份证号核算和打款，本户暂不发放'
          : '护照、居留证号没有校验位，写错了看不出来；照写作为此人的号码，收入照算',
      how: '请对照证件核对号码；户主请填居民身份证号（含港澳台居民居住证、外国人永久居留身份证的18位号码）',
    },
    en: {
      title: 'Not a resident ID number',
      what: (p) =>
        p['reason'] === 'head'
          ? 'the head should have a resident ID number; this is another document'
          : 'not a resident ID number, not verified',
      why: (p) =>
        p['reason'] === 'head'
          ? 'a household is known and paid by the resident ID of its head; it is held'
          : 'a passport or permit has no check digit; it keys the person as written, and the income counts',
      how: 'compare it with the document; a head needs a resident ID of 18 digits, residence permits included',
    },
  },
  examples: [
    {
      title: '外籍配偶的护照号',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '阮氏', 身份证号: 'C1234567', 与户主关系: '配偶' },
        ],
      },
      expect: ['成员!身份证号@2'],
    },
    {
      title: '户主只有护照',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '阮氏', 身份证号: 'C1234567', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
    },
    {
      title: '居民身份证',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.成员) {
      if (row.personId === null || isResidentId(row.personId)) continue;
      const isHead = row.relation === '户主';
      report({
        severity: isHead ? 'error' : 'warning',
        place: cellPlace(roster, row, '身份证号'),
        subject: ofMember(row),
        value: row.personId,
        params: { reason: isHead ? 'head' : 'member' },
      });
    }
  },
});
