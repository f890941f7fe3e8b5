import { type CheckContext, defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { addMonths, earliestDay, latestDay } from '../../domain/calendar.js';
import { formatYuan } from '../../domain/money.js';
import { type BusinessRow, isEmployed, type MemberRow, OUTSIDE_LABOUR_FORCE } from '../../domain/roster.js';
import { cellPlace } from '../cell-place.js';
import { ofMember } from '../subject.js';

/** Months after the end of a job from which 就业状态 is asked about: within them the next job may have begun. */
const MONTHS_BETWEEN_JOBS = 6;
/** Statuses that no job's end takes away. */
const OWN_WORK = /自主创业|灵活就业|务农|自营/;

export const statusContradictsWork = defineCheck({
  code: 'ROW-54',
  name: 'status-contradicts-work',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '成员', fields: ['就业状态'] }],
  sample: { status: '未就业', what: 'job', start: '2024-03-01' },
  text: {
    zh: {
      title: '就业状态与务工、经营情况矛盾',
      what: (p) =>
        p['what'] === 'ended'
          ? `务工已于 ${param(p, 'end')} 结束，就业状态仍填「${param(p, 'status')}」`
          : p['what'] === 'shop'
            ? `名下${param(p, 'shop')}正常经营，年经营收入 ${param(p, 'income')} 元，就业状态填「${param(p, 'status')}」`
            : `${param(p, 'start')} 起务工、没有结束，就业状态填「${param(p, 'status')}」`,
      why: '零就业和稳定就业以就业状态为准，填错会漏帮或错帮；不影响本次发放',
      how: '请向本人核实；就业状态、务工起止日期和经营情况哪一项过时就改哪一项',
    },
    en: {
      title: 'The employment status contradicts the work',
      what: (p) =>
        p['what'] === 'ended'
          ? `the job ended on ${param(p, 'end')} and the status still says "${param(p, 'status')}"`
          : p['what'] === 'shop'
            ? `a running business with an income of ${param(p, 'income')} yuan stands in this name; the status says "${param(p, 'status')}"`
            : `a job since ${param(p, 'start')} has no end; the status says "${param(p, 'status')}"`,
      why: 'the status decides on zero and on stable employment; the payment is not affected',
      how: 'ask the person, and correct the status, the days of work or the business',
    },
  },
  examples: [
    {
      title: '未就业却有没结束的务工',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            就业状态: '未就业',
            务工开始日期: '2024-03-01',
          },
        ],
      },
      asOf: '2024-10-31',
      expect: ['成员!就业状态@1'],
    },
    {
      title: '未就业却有正常经营的门店',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            就业状态: '未就业',
          },
        ],
        经营: [
          {
            户编号: 'H1',
            经营者姓名: '张三',
            经营者身份证号: '640181199001010010',
            主体类型: '个体工商户',
            经营状态: '正常',
            年经营收入: 50000,
          },
        ],
      },
      asOf: '2024-10-31',
      expect: ['成员!就业状态@1'],
    },
    {
      title: '十五个月前就结束的务工仍填务工',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            就业状态: '务工',
            务工开始日期: '2022-03-01',
            务工结束日期: '2023-07-31',
          },
        ],
      },
      asOf: '2024-10-31',
      expect: ['成员!就业状态@1'],
    },
    {
      title: '结束不久的、未就业的、停业的都不矛盾',
      tables: {
        成员: [
          {
            户编号: 'H1',
            姓名: '张三',
            身份证号: '640181199001010010',
            与户主关系: '户主',
            就业状态: '务工',
            务工开始日期: '2024-01-01',
            务工结束日期: '2024-06-30',
          },
          {
            户编号: 'H1',
            姓名: '李四',
            身份证号: '640181199202020027',
            与户主关系: '配偶',
            就业状态: '未就业',
            务工开始日期: '2023-01-01',
            务工结束日期: '2023-06-30',
          },
        ],
        经营: [
          {
            户编号: 'H1',
            经营者姓名: '李四',
            经营者身份证号: '640181199202020027',
            主体类型: '个体工商户',
            经营状态: '停业',
            年经营收入: 50000,
          },
        ],
      },
      asOf: '2024-10-31',
      expect: [],
    },
  ],
  run: (context) => {
    const { roster, asOf, report } = context;
    if (asOf === null) return;
    const shops = shopsByOwner(context);
    for (const row of roster.rows.成员) {
      const params = contradiction(row, shops.get(row.personId ?? ''), asOf);
      if (params === null) continue;
      report({
        place: cellPlace(roster, row, '就业状态'),
        subject: ofMember(row),
        value: row.employmentStatus,
        params: { ...params, status: row.employmentStatus ?? '' },
      });
    }
  },
});

/** Running 小微企业 and 个体工商户 with an income, by the ID number of their owner. Fields and beasts are 务农, no shop. */
function shopsByOwner({ roster }: CheckContext): ReadonlyMap<string, BusinessRow> {
  const shops = new Map<string, BusinessRow>();
  for (const row of roster.rows.经营) {
    if (row.personId === null || row.status !== '正常' || (row.income ?? 0) <= 0) continue;
    if (row.kind === '小微企业' || row.kind === '个体工商户') shops.set(row.personId, row);
  }
  return shops;
}

function contradiction(
  row: MemberRow,
  shop: BusinessRow | undefined,
  asOf: string,
): Readonly<Record<string, string>> | null {
  const employed = isEmployed(row.employmentStatus);
  if (employed === null || OUTSIDE_LABOUR_FORCE.has(row.employmentStatus ?? '')) return null;
  const { workStart: start, workEnd: end } = row;
  if (employed) {
    if (end === null || OWN_WORK.test(row.employmentStatus ?? '')) return null;
    return addMonths(latestDay(end), MONTHS_BETWEEN_JOBS) < asOf ? { what: 'ended', end } : null;
  }
  if (start !== null && earliestDay(start) <= asOf && (end === null || earliestDay(end) > asOf))
    return { what: 'job', start };
  if (shop === undefined) return null;
  return { what: 'shop', shop: shop.businessName ?? shop.kind ?? '', income: formatYuan(shop.income ?? 0) };
}
