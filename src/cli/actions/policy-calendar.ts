import { dueDates } from '../../policy/pack/calendar.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readDay, required } from '../line/options.js';
import { usablePacks } from '../input/policy-files.js';
import { tableLines } from '../terminal/terminal-table.js';

/** Tells what is due between two days under the named packs, or all that come with the program. */
export async function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const from = required(readDay('--from', values.text('from')), '--from', 'policy calendar');
  const to = required(readDay('--to', values.text('to')), '--to', 'policy calendar');
  const due = dueDates(await usablePacks(positional), from, to);
  const zh = terminal.lang === 'zh';
  if (values.text('format') === 'json')
    terminal.print(
      JSON.stringify(
        due.map(({ day, pack, id, name, nameEn, note, clause, duty }) => ({
          day,
          pack,
          id,
          name: zh ? name : nameEn,
          note,
          clause,
          duty,
        })),
      ),
    );
  else if (due.length === 0) terminal.print(zh ? '这段时间没有期限' : 'nothing is due');
  else {
    const titles = zh
      ? ['期限', '政策包', '事项', '说明', '条款', '责任单位']
      : ['due', 'pack', 'what', 'note', 'clause', 'office'];
    for (const line of tableLines(
      titles.map((title) => ({ title })),
      due.map(({ day, pack, name, nameEn, note, clause, duty }) => [
        day,
        pack,
        zh ? name : nameEn,
        note ?? '',
        clause,
        duty.join('、'),
      ]),
    ))
      terminal.print(line);
  }
  return 0;
}
