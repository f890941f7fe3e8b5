import { expiring } from '../../policy/pack/expiring.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readDay, required } from '../line/options.js';
import { usablePacks } from '../input/policy-files.js';
import { tableLines } from '../terminal/terminal-table.js';
import { badValue } from '../line/usage-faults.js';

/** Tells which windows and parameters end within so many days, or have ended; exit 0 either way. */
export async function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const asOf = required(readDay('--as-of', values.text('as-of')), '--as-of', 'policy expiring');
  const days = readDays(values.text('within') ?? '60d');
  const ends = expiring(await usablePacks(positional), asOf, days);
  const zh = terminal.lang === 'zh';
  if (values.text('format') === 'json')
    terminal.print(
      JSON.stringify(
        ends.map(({ pack, what, name, nameEn, last, daysLeft }) => ({
          pack,
          what,
          name: zh ? name : nameEn,
          last,
          days_left: daysLeft,
        })),
      ),
    );
  else if (ends.length === 0) terminal.print(zh ? `${days} 天内没有到期的` : `nothing ends within ${days} days`);
  else {
    const titles = zh ? ['最后一天', '政策包', '到期的', '还有'] : ['last day', 'pack', 'what', 'left'];
    const left = (number: number): string =>
      number < 0 ? (zh ? `已过 ${-number} 天` : `${-number} days ago`) : zh ? `${number} 天` : `${number} days`;
    for (const line of tableLines(
      titles.map((title) => ({ title })),
      ends.map(({ pack, what, name, nameEn, last, daysLeft }) => [
        last,
        pack,
        what === 'window' ? (zh ? name : nameEn) : `${what}（${zh ? name : nameEn}）`,
        left(daysLeft),
      ]),
    ))
      terminal.print(line);
  }
  return 0;
}

function readDays(text: string): number {
  const match = /^(\d{1,5})d?$/.exec(text.trim());
  if (match !== null) return Number(match[1]);
  throw badValue(
    'bad-days',
    '--within',
    text,
    { zh: '天数，如 60d', en: 'a number of days, such as 60d' },
    { zh: '例如 --within 60d', en: 'for example --within 60d' },
  );
}
