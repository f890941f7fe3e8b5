import { findCheck } from '../../checks/index.js';
import { coverageOf, hasClauseList, uncovered } from '../../policy/pack/coverage.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readPacks } from '../input/policy-files.js';
import { tableLines } from '../terminal/terminal-table.js';

/** Tells of every clause what the packs do with it; exit 1 when a clause is missing or names a check that does not exist. */
export async function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const read = await readPacks(positional);
  const packs = read.flatMap(({ pack }) => (pack === null ? [] : [pack]));
  const entries = packs.flatMap(coverageOf);
  const missing = packs.flatMap(uncovered);
  const unknown = packs.flatMap(({ checks }) =>
    checks.flatMap(({ codes }) => codes.filter((code) => !findCheck(code))),
  );
  if (values.text('format') === 'json') terminal.print(JSON.stringify(entries));
  else {
    const zh = terminal.lang === 'zh';
    const titles = zh ? ['政策包', '条款', '落在', '由谁', '说明'] : ['pack', 'clause', 'status', 'by', 'reason'];
    for (const line of tableLines(
      titles.map((title) => ({ title })),
      entries.map(({ pack, clause, status, by, reason }) => [
        pack,
        clause,
        zh ? STATUS_WORDS[status] : status,
        by.join('、'),
        reason,
      ]),
    ))
      terminal.print(line);
    terminal.note(
      terminal.pick({
        zh: `${entries.length} 条，${missing.length === 0 ? '没有遗漏' : `遗漏 ${missing.join('、')}`}`,
        en: `${entries.length} clauses, ${missing.length === 0 ? 'none missing' : `missing ${missing.join(', ')}`}`,
      }),
    );
  }
  if (!packs.every(hasClauseList))
    terminal.note(
      terminal.pick({
        zh: '自己的政策包没有条款清单：上面只是引用到的条款，其余的请对照原文，写进 unmodelled',
        en: 'a pack of your own has no list of clauses: these are the ones it cites; name the others under unmodelled',
      }),
    );
  return missing.length + unknown.length > 0 || packs.length < read.length ? 1 : 0;
}

const STATUS_WORDS = {
  benefit: '补贴',
  flag: '标记',
  target: '目标',
  reported: '目标（人填报）',
  check: '查错',
  ledger: '台账',
  calendar: '日历',
  catalogue: '目录（金额未定）',
  unmodelled: '留给人办',
} as const;
