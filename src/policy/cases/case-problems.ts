import { isIsoDay } from '../../domain/calendar.js';
import { parseYuan } from '../../domain/money.js';
import type { PackPlaces } from '../pack/pack-problems.js';
import type { Pack, PackProblem } from '../pack/pack.js';
import { claimWords } from '../assess/claim-findings.js';
import { namesWord } from '../kinds/word-match.js';
import { similar } from '../pack/similar.js';
import { caseRoster } from './case-rows.js';
import { variantsOf } from './case-variants.js';

/** Cases that name benefits, flags, headers or columns that do not exist, or hold cells that cannot be read. */
export function caseProblems(pack: Pack, places: PackPlaces): PackProblem[] {
  const benefits = new Set(pack.benefits.map(({ id }) => id));
  const words = claimWords(pack);
  const flags = new Set(pack.flags.map(({ id }) => id));
  return pack.cases.flatMap((one, i) => {
    const path = ['cases', i];
    const problems: PackProblem[] = [];
    const report = (at: (string | number)[], zh: string, en: string, key?: string): void => {
      problems.push(places.problem([...path, ...at], zh, en, key));
    };
    for (const id of [...Object.keys(one.expect.pays), ...Object.keys(one.expect.outcomes)])
      if (!benefits.has(id)) report(['expect'], `没有名为「${id}」的奖补项目`, `there is no benefit "${id}"`, id);
    for (const flag of one.expect.flags ?? [])
      if (!flags.has(flag.replace(/\?$/, '')))
        report(['expect', 'flags'], `没有名为「${flag}」的标记`, `there is no flag "${flag}"`);
    one.each?.rows.forEach((row, k) => {
      const wanted = one.each?.columns.length ?? 0;
      if (row.length !== wanted)
        report(
          ['each', 'rows', k],
          `这一行应有${wanted}格，现有${row.length}格`,
          `this row should have ${wanted} cells, has ${row.length}`,
        );
    });
    one.申请.forEach((row, k) => {
      const item = String(row['补贴项目'] ?? '');
      if (words.length === 0 || item.startsWith('$') || namesWord(words, item) !== undefined) return;
      const near = similar(item, words);
      report(
        ['申请', k, '补贴项目'],
        `「${item}」不是本政策的补贴项目${near === null ? '' : `，是不是「${near}」？`}（有：${words.join('、')}）`,
        `"${item}" is no subsidy of this pack${near === null ? '' : `; did you mean "${near}"?`} (it has: ${words.join(', ')})`,
      );
    });
    const seen = new Set<string>();
    for (const variant of variantsOf(one)) {
      if (!isIsoDay(variant.asOf))
        report(['asOf'], `asOf 应为真实日期，现为 ${variant.asOf}`, `asOf should be a real day, is ${variant.asOf}`);
      for (const [benefit, pays] of Object.entries(variant.pays))
        for (const amount of typeof pays === 'string' ? [pays] : Object.values(pays))
          if (parseYuan(amount) === null)
            report(['expect', 'pays', benefit], `应为金额，现为 ${amount}`, `should be an amount, is ${amount}`);
      for (const { table, row, header, zh, en } of caseRoster(variant.tables).problems) {
        const key = `${table}|${row}|${header}`;
        if (seen.has(key)) continue;
        seen.add(key);
        report([table, Math.min(row, one[table].length - 1), header], zh, en);
      }
    }
    return problems;
  });
}
