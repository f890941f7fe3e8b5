import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { dayNumber, latestDay } from '../../domain/calendar.js';
import { filePlace } from '../cell-place.js';

/** Days before as-of after which a list is called old. */
const OLDEST = 90;

export const listOutdated = defineCheck({
  code: 'XSH-09',
  name: 'list-outdated',
  severity: 'warning',
  stage: 'lists',
  needs: [],
  lists: ['死亡', '财政供养', '工商登记', '公益性岗位', '资产', '监测系统', '其他'],
  sample: { what: 'old', kind: '死亡', date: '2023-05-06', days: 420 },
  text: {
    zh: {
      title: '比对名单过旧或为空',
      what: (p) =>
        p['what'] === 'empty'
          ? `${param(p, 'kind')}名单应有人员，现为空`
          : p['what'] === 'undated'
            ? `${param(p, 'kind')}名单应写明日期，现没有`
            : `${param(p, 'kind')}名单应在90天以内，现为 ${param(p, 'date')}，已 ${param(p, 'days')} 天`,
      why: '名单旧了会漏掉新发生的情况；比对照常进行',
      how: '请向提供单位索取最新名单',
    },
    en: {
      title: 'A list is old or empty',
      what: (p) =>
        p['what'] === 'empty'
          ? `the list ${param(p, 'kind')} should name people; it is empty`
          : p['what'] === 'undated'
            ? `the list ${param(p, 'kind')} should carry a date; it has none`
            : `the list ${param(p, 'kind')} should be 90 days old at most; it is of ${param(p, 'date')}, ${param(p, 'days')} days`,
      why: 'an old list misses what happened since; it was used all the same',
      how: 'ask for the newest list',
    },
  },
  examples: [
    {
      title: '半年前的名单',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['文件 死亡名单.xlsx'],
      asOf: '2024-12-31',
      lists: [
        {
          kind: '死亡',
          file: '死亡名单.xlsx',
          date: '2024-06-30',
          entries: new Map([['64018119880808004X', { name: null, date: null, note: null, row: 2 }]]),
        },
      ],
    },
    {
      title: '空名单',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: ['文件 死亡名单.xlsx'],
      asOf: '2024-12-31',
      lists: [{ kind: '死亡', file: '死亡名单.xlsx', date: '2024-12-01', entries: new Map([]) }],
    },
    {
      title: '上月的名单',
      tables: { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] },
      expect: [],
      asOf: '2024-12-31',
      lists: [
        {
          kind: '死亡',
          file: '死亡名单.xlsx',
          date: '2024-12-01',
          entries: new Map([['64018119880808004X', { name: null, date: null, note: null, row: 2 }]]),
        },
      ],
    },
  ],
  run: (context) => {
    const { lists, report } = context;
    for (const { kind, file, date, entries } of lists) {
      const place = filePlace(file);
      if (entries.size === 0) {
        report({ place, params: { what: 'empty', kind } });
        continue;
      }
      if (date === null) {
        report({ severity: 'info', place, params: { what: 'undated', kind } });
        continue;
      }
      const { asOf } = context;
      if (asOf === null) continue;
      const days = dayNumber(asOf) - dayNumber(latestDay(date));
      if (days > OLDEST) report({ place, params: { what: 'old', kind, date, days } });
    }
  },
});
