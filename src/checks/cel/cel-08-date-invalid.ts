import type { IsoDate } from '../../domain/calendar.js';
import { addYears, earliestDay } from '../../domain/calendar.js';
import type { RowReference } from '../../domain/roster.js';
import type { FindingSubject } from '../../findings/finding.js';
import { cellPlace } from '../cell-place.js';
import { defineCheck } from '../define-check.js';
import { param, reasonText } from '../param.js';
import type { Params } from '../../findings/finding.js';
import { ofMember, ofOrganisation, ofPlacement, ofTraining, ofWorker } from '../subject.js';

const ZH: Readonly<Record<string, string>> = {
  'no-such-day': '日期应真实存在',
  future: '开始、登记、认定的日期应不晚于核算日',
  'not-a-year': '年度应为四位年份',
  'no-year': '日期应写明年份',
  'time-only': '应为日期，不能只有时刻',
  range: '应为一个日期，不能是一段时间',
  open: '开始日期应为一个日期，不能写「至今」',
};
const EN: Readonly<Record<string, string>> = {
  'no-such-day': 'the day should exist',
  future: 'a start, registration or recognition should not be later than the assessment date',
  'not-a-year': 'the income year should be a year of four digits',
  'no-year': 'a date should name its year',
  'time-only': 'should be a date, not a time of day',
  range: 'should be one date, not a span',
  open: 'a start should be one date, not "until now"',
};

/** A start this far ahead is a slip of the pen; a nearer one is a roster that is newer than the assessment date. */
const YEARS_AHEAD = 5;

/** The year that was probably meant: 24 and 2023-2024 say 2024; nothing else does. */
function yearHint(params: Params, before: string): string {
  const found = param(params, 'found');
  const [, last = ''] = /^(?:(?:20)?\d{2}\D{1,3})?((?:20)?\d{2})\D{0,2}$/.exec(found) ?? [];
  return last === '' ? '' : `${before}${last.length === 2 ? `20${last}` : last}`;
}

/**
 * The table reader raises it for what is no date. What begins after as-of is looked at here: a warning, because the rule
 * itself leaves it out; an error only where the year cannot be meant. Ends after as-of are nothing (src/CONTRACT.md §4).
 */
export const dateInvalid = defineCheck({
  code: 'CEL-08',
  name: 'date-invalid',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { found: '2023-02-30', reason: 'no-such-day' },
  text: {
    zh: {
      title: '日期不对',
      what: (p) => `${reasonText(ZH, p, '日期应写成 2024-06-01 这样')}，现为「${param(p, 'found')}」`,
      why: (p) =>
        p['reason'] === 'future'
          ? '晚于核算日的开始日期，本次按尚未开始处理；年份明显写错的暂不发放'
          : '日期读不出就不知道是否满足期限，不能猜，本户（本人）暂不发放',
      how: (p) =>
        p['reason'] === 'not-a-year'
          ? `请写成一个四位年份${yearHint(p, '，例如 ')}；跨两年的写收入所属的那一年`
          : '请对照合同、执照或文件原件改正；只知道年月的写成 2024-06',
    },
    en: {
      title: 'The date is not right',
      what: (p) =>
        `${reasonText(EN, p, 'a date should be written like 2024-06-01')}; the cell says "${param(p, 'found')}"`,
      why: (p) =>
        p['reason'] === 'future'
          ? 'what starts after the assessment date counts as not begun; a year that cannot be meant is held'
          : 'an unreadable date decides no term and is not guessed; the payment is held',
      how: (p) =>
        p['reason'] === 'not-a-year'
          ? `write one year of four digits${yearHint(p, ', such as ')}; of a span over two years, the year that the income belongs to`
          : 'correct it from the contract, licence or document; write 2024-06 where only the month is known',
    },
  },
  examples: [
    {
      title: '2月30日',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            务工开始日期: '2023-02-30',
          },
        ],
      },
      expect: ['成员!务工开始日期@1'],
    },
    {
      title: '登记日期晚于核算日',
      tables: {
        经营: [
          {
            户编号: 'H1',
            经营者姓名: '张三',
            经营者身份证号: '640181199001010010',
            主体类型: '个体工商户',
            登记日期: '2025-03-01',
          },
        ],
      },
      asOf: '2024-12-31',
      expect: ['经营!登记日期@1'],
    },
    {
      title: '结束日期晚于核算日不算',
      tables: {
        用工: [
          {
            单位名称: '某某帮扶车间',
            统一社会信用代码: '91350100M000100Y43',
            姓名: '张三',
            身份证号: '640181199001010010',
            人员类别: '搬迁群众',
            入职日期: '2024-01-01',
            离职日期: '2025-12-31',
          },
        ],
      },
      asOf: '2024-12-31',
      expect: [],
    },
  ],
  run: ({ roster, asOf, report }) => {
    if (asOf === null) return;
    const limit = addYears(asOf, YEARS_AHEAD);
    const look = (
      row: RowReference,
      date: IsoDate | null,
      field: string,
      subject: () => Partial<FindingSubject>,
    ): void => {
      if (date === null || earliestDay(date) <= asOf) return;
      report({
        severity: earliestDay(date) > limit ? 'error' : 'warning',
        place: cellPlace(roster, row, field),
        subject: subject(),
        value: date,
        params: { found: date, reason: 'future' },
      });
    };
    const { rows } = roster;
    for (const row of rows.成员) look(row, row.workStart, '务工开始日期', () => ofMember(row));
    for (const row of rows.经营) look(row, row.registeredOn, '登记日期', () => ofMember(row));
    for (const row of rows.单位) look(row, row.recognisedOn, '认定日期', () => ofOrganisation(row));
    for (const row of rows.用工) look(row, row.hiredOn, '入职日期', () => ofWorker(row));
    for (const row of rows.劳务输出) look(row, row.startedOn, '开始日期', () => ofPlacement(row));
    for (const row of rows.培训) look(row, row.startedOn, '开始日期', () => ofTraining(row));
  },
});
