import { proofDocument, proofTable } from '../tell/batch-lines.js';
import { inFlightWords } from '../tell/batch-overview.js';
import { moment } from '../write/moment.js';
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
    const [batch] = ledger.overviews({}).filter(({ summary }) => summary.batchId === proof.batchId);
    const flight = batch === undefined ? null : inFlightWords(batch, moment().slice(0, 10), terminal.lang);
    if (flight !== null)
      terminal.note(
        terminal.pick({
          zh: `注意：还有${flight}，银行没有答复；关账后仍占用限额，有了结果照样用 butie return 登记`,
          en: `note: ${flight}; the bank has not answered. They go on counting, and butie return still takes the answer`,
        }),
      );
    terminal.note(terminal.pick({ zh: `已关账 ${proof.batchId}`, en: `closed ${proof.batchId}` }));
    return 0;
  });
}
