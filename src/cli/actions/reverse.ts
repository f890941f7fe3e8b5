import { formatYuan, parseYuan } from '../../domain/money.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { required } from '../line/options.js';
import { badValue } from '../line/usage-faults.js';
import { checkedAct, namedAct, withLedger } from '../input/with-ledger.js';
import { readLine } from './stop.js';

/** 追回: a new entry beside the line; the line itself never changes. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = '', word = ''] = positional;
  const reason = required(values.text('reason'), '--reason <TEXT>', 'reverse');
  const line = readLine(word);
  const amount = readAmount(values.text('amount'));
  return withLedger(invocation, (ledger, options): ExitCode => {
    const reversal = { reason, recovered: values.on('recovered'), ...(amount === null ? {} : { amount }) };
    const result = ledger.reverse(id, line, reversal, checkedAct(invocation, namedAct(options, 'reverse'), 'reverse'));
    if (options.format === 'json')
      terminal.print(
        JSON.stringify({ batch_id: result.batchId, line_no: result.line, amount: formatYuan(result.amount) }),
      );
    else
      terminal.print(
        terminal.pick({
          zh: `已记追回：${result.batchId} 第 ${result.line} 笔 ${formatYuan(result.amount)} 元（${reason}）；这一笔还算已付 ${formatYuan(result.left)} 元`,
          en: `clawback: ${result.batchId} line ${result.line}, ${formatYuan(result.amount)} yuan (${reason}); ${formatYuan(result.left)} of the line still count as paid`,
        }),
      );
    return 0;
  });
}

export function readAmount(text: string | null): number | null {
  if (text === null) return null;
  const amount = parseYuan(text);
  if (amount !== null && amount > 0) return amount;
  const should = { zh: '大于 0 的金额（元，最多两位小数）', en: 'an amount above 0 in yuan, at most two decimals' };
  throw badValue('bad-amount', '--amount', text, should, {
    zh: '例如 --amount 500.00',
    en: 'for example --amount 500.00',
  });
}
