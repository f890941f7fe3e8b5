import { employmentPicture } from '../../domain/labour.js';
import { maskName } from '../../domain/masking.js';
import { cellPlace, wasUnreadable } from '../cell-place.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { ofMember } from '../subject.js';

/** Only where it decides: nobody of the household is known to be employed. A run tells the undecided flag instead. */
export const employmentUnknown = defineCheck({
  code: 'HHD-12',
  name: 'employment-unknown',
  severity: 'warning',
  stage: 'roster',
  told: 'flags',
  needs: [{ table: '成员', fields: ['户编号', '就业状态'] }],
  sample: { name: '张**' },
  text: {
    zh: {
      title: '就业情况缺失',
      what: (p) => `就业状态应填写，现 ${param(p, 'name')} 为空`,
      why: '本户没有已知的就业人员，零就业判断为「待核实」；不影响本次发放',
      how: '请向本人核实后补填就业状态',
    },
    en: {
      title: 'Employment status missing',
      what: (p) => `the status should be stated; that of ${param(p, 'name')} is blank`,
      why: 'nobody else is known to be employed, so zero employment cannot be decided; the payment is not affected',
      how: 'ask the person and fill it in',
    },
  },
  examples: [
    {
      title: '户中无人就业，一人空白',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 就业状态: '失业' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '配偶', 就业状态: null },
        ],
      },
      expect: ['成员!就业状态@2'],
    },
    {
      title: '空白的是老人',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 就业状态: '失业' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '640181195201010025', 与户主关系: '配偶', 就业状态: null },
        ],
      },
      expect: [],
    },
    {
      title: '整列都没有填',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 就业状态: null },
          { 户编号: 'H2', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '户主', 就业状态: null },
        ],
      },
      expect: [],
    },
    {
      title: '户中已有人就业',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 就业状态: '务工' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '配偶', 就业状态: null },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, asOf, report }) => {
    if (asOf === null) return;
    // An empty column that came with the form is no answer that somebody forgot.
    if (roster.rows.成员.every(({ employmentStatus }) => employmentStatus === null)) return;
    for (const rows of index.members.values()) {
      const { anyEmployed, statusMissing } = employmentPicture(rows, asOf);
      if (anyEmployed) continue;
      for (const row of statusMissing) {
        // An unlisted word was told by whoever read it, and without an age nobody knows whether it matters.
        if (row.employmentStatus !== null || row.personId === null || wasUnreadable(roster, row, '就业状态')) continue;
        report({
          place: cellPlace(roster, row, '就业状态'),
          subject: ofMember(row),
          params: { name: maskName(row.name ?? '') },
        });
      }
    }
  },
});
