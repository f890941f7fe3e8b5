import { maskNumbersInText } from '../../domain/masking.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { tableLines } from '../terminal/terminal-table.js';
import { withLedger } from '../input/with-ledger.js';

/** The standing list: who, why, by whom, since when. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation;
  const zh = terminal.lang === 'zh';
  return withLedger(invocation, async (ledger, { format }): Promise<ExitCode> => {
    const list = ledger.holds().map((hold) => ({
      payee: terminal.reveal ? hold.payee : maskNumbersInText(hold.payee),
      reason: hold.reason,
      by: hold.by,
      since: hold.at.slice(0, 10),
    }));
    if (format === 'json') terminal.print(JSON.stringify(list));
    else if (list.length === 0) terminal.note(terminal.pick({ zh: '停发名单是空的', en: 'nobody is on the list' }));
    else
      await terminal.printAll(
        tableLines(
          [
            { title: zh ? '对象' : 'payee', max: 24 },
            { title: zh ? '原因' : 'reason', max: 40 },
            { title: zh ? '经办' : 'by', max: 16 },
            { title: zh ? '自' : 'since' },
          ],
          list.map(({ payee, reason, by, since }) => [payee, reason, by, since]),
        ),
      );
    return 0;
  });
}
