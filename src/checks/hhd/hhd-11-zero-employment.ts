import { employmentPicture } from '../../domain/labour.js';
import { cellPlace } from '../cell-place.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { ofMember } from '../subject.js';

/** By the ages of the flags; a run tells the flag of its own pack instead. */
export const zeroEmployment = defineCheck({
  code: 'HHD-11',
  name: 'zero-employment',
  severity: 'warning',
  stage: 'roster',
  told: 'flags',
  needs: [{ table: '成员', fields: ['户编号', '就业状态'] }],
  sample: { count: 2 },
  text: {
    zh: {
      title: '零就业家庭',
      what: (p) => `有劳动力的户应至少1人就业，现有劳动力 ${param(p, 'count')} 人均未就业`,
      why: '列入零就业家庭名单；不影响本次发放',
      how: '请安排职业指导、岗位推荐，并在就业后更新就业状态',
    },
    en: {
      title: 'Zero-employment household',
      what: (p) => `a household able to work should have somebody employed; none of ${param(p, 'count')} is`,
      why: 'it is put on the zero-employment list; the payment is not affected',
      how: 'offer guidance and posts, and update the status afterwards',
    },
  },
  examples: [
    {
      title: '两名劳动力都失业',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 就业状态: '失业' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '配偶', 就业状态: '未就业' },
        ],
      },
      expect: ['成员!就业状态@1'],
    },
    {
      title: '一人务工',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 就业状态: '务工' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '配偶', 就业状态: '未就业' },
        ],
      },
      expect: [],
    },
    {
      title: '一人就业状态空白，待核实',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主', 就业状态: '失业' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '配偶', 就业状态: null },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, asOf, report }) => {
    if (asOf === null) return;
    for (const rows of index.members.values()) {
      const { anyCapable, anyEmployed, statusMissing, capable, capability } = employmentPicture(rows, asOf);
      const first = rows[capability.indexOf(true)];
      if (anyCapable !== true || anyEmployed || statusMissing.length > 0 || first === undefined) continue;
      report({
        place: cellPlace(roster, first, '就业状态'),
        subject: ofMember(first),
        value: first.employmentStatus,
        params: { count: capable },
      });
    }
  },
});
