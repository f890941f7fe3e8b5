import { batchDocument, batchTable } from '../tell/batch-lines.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { withLedger } from '../input/with-ledger.js';

export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation;
  return withLedger(invocation, async (ledger, { period, policies, format }): Promise<ExitCode> => {
    const [policyId] = policies;
    const batches = ledger.batches({
      ...(period === null ? {} : { period }),
      ...(policyId === undefined ? {} : { policyId }),
    });
    if (format === 'json') terminal.print(JSON.stringify(batches.map(batchDocument)));
    else if (batches.length === 0) terminal.note(terminal.pick({ zh: '没有这样的批次', en: 'no such batches' }));
    else await terminal.printAll(batchTable(batches, terminal.lang));
    return 0;
  });
}
