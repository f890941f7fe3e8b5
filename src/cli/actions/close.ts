import { proofDocument, proofTable } from '../tell/batch-lines.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { act, checkedAct, withLedger } from '../input/with-ledger.js';

/** Proves the equation in lines and 分, per benefit, and closes; refused by the ledger when it does not hold. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional } = invocation;
  const [id = ''] = positional;
  return withLedger(invocation, async (ledger, options): Promise<ExitCode> => {
    const proof = ledger.closeBatch(id, checkedAct(invocation, act(options), 'close'));
    if (options.format === 'json') terminal.print(JSON.stringify(proofDocument(proof)));
    else await terminal.printAll(proofTable(proof, terminal.lang));
    terminal.note(terminal.pick({ zh: `已关账 ${proof.batchId}`, en: `closed ${proof.batchId}` }));
    return 0;
  });
}
