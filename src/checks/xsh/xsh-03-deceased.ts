import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { earliestDay } from '../../domain/calendar.js';
import { maskName } from '../../domain/masking.js';
import { eachHit } from '../compare-lists.js';

export const deceased = defineCheck({
  code: 'XSH-03',
  name: 'deceased',
  severity: 'error',
  stage: 'lists',
  needs: [],
  lists: ['死亡'],
  sample: { date: '2023-05-06', name: '张**' },
  text: {
    zh: {
      title: '在死亡名单上',
      what: (p) =>
        p['date'] === ''
          ? `${param(p, 'name')} 应健在，现在死亡名单上（日期未填）`
          : `${param(p, 'name')} 应健在，名单记载已于 ${param(p, 'date')} 死亡`,
      why: '给已死亡人员发放要追回，本户（本人）暂不发放',
      how: '请核实后更新成员和人口数；名单有误的请联系提供单位更正',
    },
    en: {
      title: 'On the list of deaths',
      what: (p) =>
        p['date'] === ''
          ? `${param(p, 'name')} should be alive, and is on the list of deaths (no date)`
          : `${param(p, 'name')} should be alive; the list says died on ${param(p, 'date')}`,
      why: 'money paid to the dead must be claimed back; the payment is held',
      how: 'update members and household size; if the list is wrong, have it corrected',
    },
  },
  examples: [
    {
      title: '成员已死亡',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['成员!身份证号@1'],
      lists: [
        {
          kind: '死亡',
          file: '死亡名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['640181199001010010', { name: '张三', date: '2024-05-06', note: null, row: 2 }]]),
        },
      ],
    },
    {
      title: '核算日以后死亡',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
      asOf: '2024-04-30',
      lists: [
        {
          kind: '死亡',
          file: '死亡名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['640181199001010010', { name: '张三', date: '2024-05-06', note: null, row: 2 }]]),
        },
      ],
    },
  ],
  run: (context) => {
    eachHit(
      context,
      '死亡',
      ({ id, name, entry, place, subject, listPlace }) => {
        const { asOf } = context;
        if (entry.date !== null && asOf !== null && earliestDay(entry.date) > asOf) return;
        context.report({
          // A dead worker is no payee: the organisation is asked, not held.
          ...((subject.organisation ?? null) === null ? {} : { severity: 'warning' }),
          place,
          subject,
          value: id,
          params: { date: entry.date ?? '', name: maskName(name ?? entry.name ?? '') },
          related: [listPlace],
        });
      },
      true,
    );
  },
});
