import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';
import { maskNumbersInText } from '../../domain/masking.js';

export const monitoringSystemDiffers = defineCheck({
  code: 'XSH-08',
  name: 'monitoring-system-differs',
  severity: 'warning',
  stage: 'lists',
  needs: [{ table: '成员', fields: ['身份证号', '务工所在地'] }],
  lists: ['监测系统'],
  sample: { field: '务工所在地', found: '浙江省宁波市', expected: '银川市' },
  text: {
    zh: {
      title: '与监测系统务工信息不一致',
      what: (p) =>
        `${param(p, 'field')}应与监测系统一致，系统为「${param(p, 'expected')}」，现为「${param(p, 'found')}」`,
      why: '两边不一致，检查时会被退回；不影响本次发放',
      how: '请核实后更新名册或监测系统',
    },
    en: {
      title: 'Work information differs from the monitoring system',
      what: (p) =>
        `${param(p, 'field')} should agree with the monitoring system, which says "${param(p, 'expected')}"; here it is "${param(p, 'found')}"`,
      why: 'the difference comes back at inspections; the payment is not affected',
      how: 'check and update the roster or the system',
    },
  },
  examples: [
    {
      title: '系统里在银川',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工所在地: '浙江省宁波市',
          },
        ],
      },
      expect: ['成员!务工所在地@1'],
      lists: [
        {
          kind: '监测系统',
          file: '监测系统名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['640181199001010010', { name: '张三', date: null, note: '银川市', row: 2 }]]),
        },
      ],
    },
    {
      title: '系统里一样',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工所在地: '浙江省宁波市',
          },
        ],
      },
      expect: [],
      lists: [
        {
          kind: '监测系统',
          file: '监测系统名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['640181199001010010', { name: '张三', date: null, note: '宁波市', row: 2 }]]),
        },
      ],
    },
  ],
  run: ({ roster, lists, skipped, report }) => {
    for (const list of lists) {
      if (list.kind !== '监测系统') continue;
      if ((list.uncompared ?? []).length > 0) skipped(`list-rows:${list.kind}`);
      for (const row of roster.rows.成员) {
        const note = row.personId === null ? null : (list.entries.get(row.personId)?.note ?? null);
        if (note === null || row.workPlace === null) continue;
        const told = [row.workPlace, row.employer, row.employmentStatus].filter((text) => text !== null);
        if (told.some((text) => text.includes(note) || note.includes(text))) continue;
        report({
          place: cellPlace(roster, row, '务工所在地'),
          subject: ofMember(row),
          value: row.workPlace,
          params: { field: '务工所在地', found: row.workPlace, expected: maskNumbersInText(note) },
        });
      }
    }
  },
});
