import { batchDocument } from '../tell/batch-lines.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { required } from '../line/options.js';
import { badValue } from '../line/usage-faults.js';
import { lineNumber, namedAct, withLedger } from '../input/with-ledger.js';

/** 停发: all of the lines or, on any fault, none. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = '', ...words] = positional;
  const reason = required(values.text('reason'), '--reason <TEXT>', 'stop');
  const lines = words.map(readLine);
  return withLedger(invocation, (ledger, options): ExitCode => {
    ledger.stop(id, lines, reason, namedAct(options, 'stop'));
    const batch = ledger.find(id);
    if (options.format === 'json') terminal.print(JSON.stringify({ ...batchDocument(batch), stopped: lines }));
    else {
      const list = lines.join('、');
      terminal.print(
        terminal.pick({
          zh: `${batch.batchId} 第 ${list} 笔停发：${reason}`,
          en: `stopped in ${batch.batchId}: ${list}`,
        }),
      );
    }
    return 0;
  });
}

export function readLine(word: string): number {
  const line = lineNumber(word);
  if (line !== null) return line;
  const should = { zh: '付款清单里的行号（payouts.csv 的 line_no）', en: 'a line number, line_no of payouts.csv' };
  throw badValue('bad-line', 'LINE', word, should, { zh: '只写数字，例如 12', en: 'digits only, such as 12' });
}
