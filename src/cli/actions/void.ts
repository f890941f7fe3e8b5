import { batchDocument } from '../tell/batch-lines.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { required } from '../line/options.js';
import { namedAct, withLedger } from '../input/with-ledger.js';

export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [id = ''] = positional;
  const reason = required(values.text('reason'), '--reason <TEXT>', 'void');
  return withLedger(invocation, (ledger, options): ExitCode => {
    const batch = ledger.voidBatch(id, reason, namedAct(options, 'void'));
    if (options.format === 'json') terminal.print(JSON.stringify(batchDocument(batch)));
    else
      terminal.print(
        terminal.pick({ zh: `已作废 ${batch.batchId}：${reason}`, en: `voided ${batch.batchId}: ${reason}` }),
      );
    return 0;
  });
}
