import { formatYuan } from '../../domain/money.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readDay, required } from '../line/options.js';
import { checkedAct, namedAct, withLedger } from '../input/with-ledger.js';
import { readAmount } from './reverse.js';
import { readLine } from './stop.js';

/** Money of an open clawback has come back. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = '', word = ''] = positional;
  const line = readLine(word);
  const amount = required(readAmount(values.text('amount')), '--amount <YUAN>', 'recover');
  const day = required(readDay('--date', values.text('date')), '--date <DATE>', 'recover');
  return withLedger(invocation, (ledger, options): ExitCode => {
    const people = checkedAct(invocation, namedAct(options, 'recover'), 'recover');
    const result = ledger.recover(id, line, { amount, day }, people);
    const open = formatYuan(result.open);
    if (options.format === 'json')
      terminal.print(
        JSON.stringify({ batch_id: result.batchId, line_no: line, amount: formatYuan(amount), date: day, open }),
      );
    else
      terminal.print(
        terminal.pick({
          zh: `已记收回：${result.batchId} 第 ${line} 笔 ${formatYuan(amount)} 元（${day}）；还欠 ${open} 元`,
          en: `recovered: ${result.batchId} line ${line}, ${formatYuan(amount)} yuan (${day}); ${open} still open`,
        }),
      );
    return 0;
  });
}
