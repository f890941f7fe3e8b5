import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { earliestDay, latestDay } from '../../domain/calendar.js';
import { cellPlace } from '../cell-place.js';
import { repeatedBy } from '../../domain/group-rows.js';
import { ofMember, ofPlacement, ofTraining, ofWorker } from '../subject.js';
import type { IsoDate } from '../../domain/calendar.js';
import type { RowReference } from '../../domain/roster.js';
import type { FindingSubject } from '../../findings/finding.js';

/** A member has one row, so spells can overlap in 用工 only; there it is a warning, since the rules count heads. */
export const spellMalformed = defineCheck({
  code: 'ROW-05',
  name: 'spell-malformed',
  severity: 'error',
  stage: 'roster',
  needs: [],
  sample: { what: 'order', start: '2024-05-01', end: '2024-03-01' },
  text: {
    zh: {
      title: '起止时间矛盾',
      what: (p) =>
        p['what'] === 'overlap'
          ? `同一人的用工时间应不重叠，现 ${param(p, 'start')} 至 ${param(p, 'end')} ${p['same'] === 'yes' ? '在同一单位登记了两段' : '同时在两家单位'}`
          : `结束日期应不早于开始日期 ${param(p, 'start')}，现为 ${param(p, 'end')}`,
      why: (p) =>
        p['what'] === 'overlap'
          ? '同一时间登记了两段，可能有一段是挂名或重复；人数照常计算，请核实'
          : '起止颠倒就不知道做了多久，不能判断是否满期，暂不发放',
      how: '请对照合同或考勤核对起止日期',
    },
    en: {
      title: 'Start and end contradict each other',
      what: (p) =>
        p['what'] === 'overlap'
          ? `spells of one person should not overlap; from ${param(p, 'start')} to ${param(p, 'end')} there are two${p['same'] === 'yes' ? ' at one employer' : ' employers'}`
          : `the end should not be before the start ${param(p, 'start')}, it is ${param(p, 'end')}`,
      why: (p) =>
        p['what'] === 'overlap'
          ? 'one of the two may be in name only; the head count is not changed'
          : 'nobody can tell how long it lasted; the payment is held',
      how: 'compare with the contract or attendance record',
    },
  },
  examples: [
    {
      title: '结束早于开始',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工开始日期: '2024-05-01',
            务工结束日期: '2024-03-01',
          },
        ],
      },
      expect: ['成员!务工结束日期@1'],
    },
    {
      title: '在同一车间有两段重叠',
      tables: {
        用工: [
          {
            单位名称: '某某帮扶车间',
            统一社会信用代码: '91350100M000100Y43',
            姓名: '张三',
            身份证号: '640181199001010010',
            人员类别: '搬迁群众',
            入职日期: '2024-01-01',
            离职日期: '2024-06-30',
          },
          {
            单位名称: '某某帮扶车间',
            统一社会信用代码: '91350100M000100Y43',
            姓名: '张三',
            身份证号: '640181199001010010',
            人员类别: '搬迁群众',
            入职日期: '2024-05-01',
            离职日期: null,
          },
        ],
      },
      expect: ['用工!入职日期@2'],
    },
    {
      title: '同时在两家车间',
      tables: {
        用工: [
          {
            单位名称: '某某帮扶车间',
            统一社会信用代码: '91350100M000100Y43',
            姓名: '张三',
            身份证号: '640181199001010010',
            人员类别: '搬迁群众',
            入职日期: '2024-01-01',
            离职日期: null,
          },
          {
            单位名称: '另一车间',
            统一社会信用代码: '91110000600037341L',
            姓名: '张三',
            身份证号: '640181199001010010',
            人员类别: '搬迁群众',
            入职日期: '2024-06-01',
            离职日期: null,
          },
        ],
      },
      expect: ['用工!入职日期@2'],
    },
    {
      title: '先后在两家；同月结束',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工开始日期: '2024-05-10',
            务工结束日期: '2024-05',
          },
        ],
        用工: [
          {
            单位名称: '某某帮扶车间',
            统一社会信用代码: '91350100M000100Y43',
            姓名: '张三',
            身份证号: '640181199001010010',
            人员类别: '搬迁群众',
            入职日期: '2024-01-01',
            离职日期: '2024-06-01',
          },
          {
            单位名称: '另一车间',
            统一社会信用代码: '91110000600037341L',
            姓名: '张三',
            身份证号: '640181199001010010',
            人员类别: '搬迁群众',
            入职日期: '2024-06-01',
            离职日期: null,
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    const { rows } = roster;
    const order = (
      row: RowReference,
      start: IsoDate | null,
      end: IsoDate | null,
      field: string,
      subject: Partial<FindingSubject>,
    ): void => {
      if (start === null || end === null || latestDay(end) >= earliestDay(start)) return;
      report({ place: cellPlace(roster, row, field), subject, value: end, params: { what: 'order', start, end } });
    };
    for (const row of rows.成员) order(row, row.workStart, row.workEnd, '务工结束日期', ofMember(row));
    for (const row of rows.用工) order(row, row.hiredOn, row.leftOn, '离职日期', ofWorker(row));
    for (const row of rows.劳务输出) order(row, row.startedOn, row.endedOn, '结束日期', ofPlacement(row));
    for (const row of rows.培训) order(row, row.startedOn, row.endedOn, '结束日期', ofTraining(row));

    for (const spells of repeatedBy(rows.用工, (row) => row.personId).values()) {
      const sorted = [...spells].sort((a, b) => (a.hiredOn ?? '').localeCompare(b.hiredOn ?? ''));
      for (const [i, row] of sorted.entries()) {
        const previous = sorted[i - 1];
        if (previous === undefined || row.hiredOn === null) continue;
        const end = previous.leftOn;
        if (end !== null && latestDay(end) <= latestDay(row.hiredOn)) continue;
        report({
          severity: 'warning',
          place: cellPlace(roster, row, '入职日期'),
          subject: ofWorker(row),
          value: row.hiredOn,
          params: {
            what: 'overlap',
            start: row.hiredOn,
            end: end ?? '今',
            same: row.creditCode !== null && row.creditCode === previous.creditCode ? 'yes' : 'no',
          },
          related: [cellPlace(roster, previous, '入职日期')],
        });
      }
    }
  },
});
