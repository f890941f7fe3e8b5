import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import type { Finding } from '../../findings/finding.js';
import type { CheckContext } from '../define-check.js';

/** Looks at the numbers that failed their check digit: dragging a text ID down adds 1 to the whole number, so at most one in
 * eleven of them is valid by chance. People whose order codes follow each other do not look like this, their last digits jump. */
export const idSeries = defineCheck({
  code: 'CEL-04',
  name: 'id-series',
  severity: 'error',
  stage: 'tables',
  needs: [],
  sample: { first: 5, last: 12, count: 8 },
  text: {
    zh: {
      title: '身份证号逐行加1，疑似下拉填充',
      what: (p) =>
        `第 ${param(p, 'first')} 至 ${param(p, 'last')} 行的身份证号应各不相关，现逐行加1（${param(p, 'count')} 处校验不通过）`,
      why: '是拖动填充柄生成的号码，不是真实的人，这几行暂不发放',
      how: '请撤销填充，对照身份证原件逐行录入',
    },
    en: {
      title: 'ID numbers rise by one down the column',
      what: (p) =>
        `the ID numbers of rows ${param(p, 'first')} to ${param(p, 'last')} should have nothing to do with each other; they rise by 1 (${param(p, 'count')} fail the check)`,
      why: 'they were made by dragging the fill handle and are nobody’s; these rows are held',
      how: 'undo the fill and type each number from the card',
    },
  },
  examples: [
    {
      title: '下拉填充三行',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '640181199001010011', 与户主关系: '配偶' },
          { 户编号: 'H1', 姓名: '王五', 身份证号: '640181199001010012', 与户主关系: '之子' },
        ],
      },
      expect: ['成员!身份证号@2'],
    },
    {
      title: '互不相关的号码',
      tables: {
        成员: [
          { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' },
          { 户编号: 'H1', 姓名: '李四', 身份证号: '64018119880808004X', 与户主关系: '配偶' },
        ],
      },
      expect: [],
    },
  ],
  run: ({ found, report }) => {
    const columns = new Map<string, Finding[]>();
    for (const finding of found) {
      if (finding.code !== 'CEL-02' || finding.place.row === null || !isNumber(finding.value)) continue;
      const { place } = finding;
      const key = `${place.file ?? ''}|${place.sheet ?? ''}|${place.column ?? ''}`;
      const column = columns.get(key);
      if (column === undefined) columns.set(key, [finding]);
      else column.push(finding);
    }
    for (const findings of columns.values()) {
      findings.sort((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0));
      let series: Finding[] = [];
      for (const finding of [...findings, null]) {
        const last = series.at(-1);
        if (finding !== null && (last === undefined || continues(last, finding))) {
          series.push(finding);
          continue;
        }
        tell(series, report);
        series = finding === null ? [] : [finding];
      }
    }
  },
});

/** Rows apart at most: the odd valid number in between is no finding. */
const WIDEST_GAP = 2;

function isNumber(value: string | null): value is string {
  return value !== null && /^\d{18}$/.test(value.trim());
}

function continues(before: Finding, after: Finding): boolean {
  const rows = (after.place.row ?? 0) - (before.place.row ?? 0);
  const step = BigInt(after.value?.trim() ?? 0) - BigInt(before.value?.trim() ?? 0);
  return rows > 0 && rows <= WIDEST_GAP && step === BigInt(rows);
}

function tell(series: readonly Finding[], report: CheckContext['report']): void {
  const [first] = series;
  const last = series.at(-1);
  if (first === undefined || last === undefined || series.length < 2) return;
  report({
    place: first.place,
    subject: first.subject,
    params: { first: first.place.row ?? 0, last: last.place.row ?? 0, count: series.length },
    related: series.slice(1).map((finding) => finding.place),
  });
}
