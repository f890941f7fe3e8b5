import type { RunResult } from '../../batch/run/run-result.js';
import type { reportedItems } from '../../policy/pack/reported.js';

type Pack = RunResult['pack'];

/** What the income year means for a pack, by the default of its reading `income-year`; null where it counts by none. */
export function incomeYearText(pack: Pack): string | null {
  if (pack.time !== 'income-year') return null;
  const last = Number(pack.window.to.slice(0, 4));
  const reading = pack.readings.find(({ id }) => id === 'income-year');
  const spans =
    reading?.default === 'oct-sep' ? `${last - 2}年10月1日至${last - 1}年9月30日` : `${last - 1}年1月1日至12月31日`;
  return `“收入年度”填一个四位年份：本政策的 ${last - 1} 年度是 ${spans}，年务工收入只算这段时间的。`;
}

/** Rows of 指标填报 for what a pack's clauses ask to be reported, each once, the value left to a person. */
export function reportedRows(items: ReturnType<typeof reportedItems>): Readonly<Record<string, string>>[] {
  const rows = new Map<string, Readonly<Record<string, string>>>();
  for (const { indicator, subject, unit, due } of items) {
    const key = `${indicator}\n${subject}`;
    if (!rows.has(key))
      rows.set(key, {
        条款编号: indicator,
        对象: subject,
        单位: unit,
        ...(due === null ? {} : { 说明: `${due} 前填报` }),
      });
  }
  return [...rows.values()];
}
