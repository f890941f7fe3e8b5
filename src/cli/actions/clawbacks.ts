import { maskNumbersInText } from '../../domain/masking.js';
import { formatYuan } from '../../domain/money.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { tableLines } from '../terminal/terminal-table.js';
import { withLedger } from '../input/with-ledger.js';

/** Every clawback, or the open ones, with what came back and what did not. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, values } = invocation;
  const zh = terminal.lang === 'zh';
  return withLedger(invocation, async (ledger, { format }): Promise<ExitCode> => {
    const list = ledger
      .clawbacks()
      .filter(({ open }) => open > 0 || !values.on('open'))
      .map((one) => ({
        batch_id: one.batchId,
        line_no: one.line,
        payee_id: terminal.reveal ? one.payeeId : maskNumbersInText(one.payeeId),
        payee_name: one.payeeName,
        benefit: one.benefit,
        reason: one.reason,
        by: one.by,
        date: one.at.slice(0, 10),
        clawed_back: formatYuan(one.clawedBack),
        recovered: formatYuan(one.recovered),
        kept_back: formatYuan(one.keptBack),
        open: formatYuan(one.open),
      }));
    if (format === 'json') terminal.print(JSON.stringify(list));
    else if (list.length === 0) terminal.note(terminal.pick({ zh: '没有追回', en: 'no clawbacks' }));
    else
      await terminal.printAll(
        tableLines(
          [
            { title: zh ? '批次' : 'batch', max: 50 },
            { title: zh ? '行号' : 'line', align: 'right' },
            { title: zh ? '收款人' : 'payee', max: 16 },
            { title: zh ? '编号' : 'id', max: 20 },
            { title: zh ? '追回' : 'clawed back', align: 'right' },
            { title: zh ? '已收回' : 'recovered', align: 'right' },
            { title: zh ? '已抵扣' : 'kept back', align: 'right' },
            { title: zh ? '还欠' : 'open', align: 'right' },
            { title: zh ? '原因' : 'reason', max: 30 },
          ],
          list.map((one) => [
            one.batch_id,
            String(one.line_no),
            one.payee_name,
            one.payee_id,
            one.clawed_back,
            one.recovered,
            one.kept_back,
            one.open,
            one.reason,
          ]),
        ),
      );
    return 0;
  });
}
