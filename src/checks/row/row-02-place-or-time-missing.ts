import { defineCheck } from '../define-check.js';
import { cellPlace, hasColumn, wasUnreadable } from '../cell-place.js';
import { ofMember } from '../subject.js';
import { toldOn } from '../told-cells.js';

const TIME_FIELDS = ['务工开始日期', '务工月数', '务工结束日期'] as const;

export const placeOrTimeMissing = defineCheck({
  code: 'ROW-02',
  name: 'place-or-time-missing',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['务工所在地'] }],
  sample: { what: 'time' },
  text: {
    zh: {
      title: '务工地点和时间缺一项',
      what: (p) =>
        p['what'] === 'place' ? '填了务工时间，应同时填务工所在地，现为空' : '填了务工所在地，应同时填务工时间，现为空',
      why: '缺一项就不能判断交通补贴等按地点、时间计算的项目，这些项目不予计算',
      how: '请向本人核实后补填',
    },
    en: {
      title: 'Work place or time is missing',
      what: (p) =>
        p['what'] === 'place'
          ? 'a work time is stated, the place should be too; it is blank'
          : 'a work place is stated, the time should be too; it is blank',
      why: 'benefits that depend on place and time cannot be decided',
      how: 'ask the person and fill it in',
    },
  },
  examples: [
    {
      title: '有地点没时间',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工所在地: '浙江省宁波市',
            务工开始日期: null,
            务工月数: null,
          },
        ],
      },
      expect: ['成员!务工开始日期@1'],
    },
    {
      title: '有时间没地点',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工所在地: null,
            务工开始日期: '2024-01-01',
            务工月数: null,
          },
        ],
      },
      expect: ['成员!务工所在地@1'],
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
            务工所在地: '浙江省宁波市',
            务工月数: '半年',
          },
        ],
      },
      expect: [],
    },
    {
      title: '都有，或都没有',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工所在地: '浙江省宁波市',
            务工开始日期: null,
            务工月数: 8,
          },
          {
            户编号: 'H1',
            姓名: '李四',
            身份证号: '64018119880808004X',
            与户主关系: '配偶',
            务工所在地: null,
            务工开始日期: null,
            务工月数: null,
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, found, report }) => {
    const oddMonths = toldOn(found, 'CEL-13');
    for (const row of roster.rows.成员) {
      const timed = row.workStart !== null || row.workEnd !== null || (row.workMonths !== null && row.workMonths > 0);
      const placed = row.workPlace !== null;
      if (timed === placed || !hasColumn(roster, row, '务工所在地')) continue;
      const field = timed ? '务工所在地' : TIME_FIELDS.find((name) => hasColumn(roster, row, name));
      if (field === undefined || [...TIME_FIELDS, field].some((name) => wasUnreadable(roster, row, name))) continue;
      if (!timed && (row.workMonths === 0 || oddMonths(cellPlace(roster, row, '务工月数')))) continue;
      report({
        place: cellPlace(roster, row, field),
        subject: ofMember(row),
        params: { what: timed ? 'place' : 'time' },
      });
    }
  },
});
