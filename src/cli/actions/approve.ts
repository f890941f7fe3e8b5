import { formatYuanGrouped } from '../../domain/money.js';
import { batchDocument, keptBackDocument, keptBackLines } from '../batch-lines.js';
import type { Invocation } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { namedAct, withLedger } from '../with-ledger.js';

/** Approves one batch; every cap is checked again inside the ledger's transaction. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional } = invocation;
  const [id = ''] = positional;
  return withLedger(invocation, (ledger, options): ExitCode => {
    const batch = ledger.approve(id, namedAct(options, 'approve'));
    if (options.format === 'json')
      terminal.print(JSON.stringify({ ...batchDocument(batch), ...keptBackDocument(batch.keptBack) }));
    else {
      const amount = formatYuanGrouped(batch.total);
      terminal.print(
        terminal.pick({
          zh: `已审核 ${batch.batchId}：${batch.lines} 笔，${amount} 元；制表 ${batch.maker}，审核 ${batch.approver ?? ''}`,
          en: `approved ${batch.batchId}: ${batch.lines} lines, ${amount} yuan; maker ${batch.maker}, approver ${batch.approver ?? ''}`,
        }),
      );
      for (const text of keptBackLines(batch.keptBack, terminal.lang)) terminal.print(text);
    }
    terminal.note(
      terminal.pick({
        zh: `下一步：butie export ${batch.batchId} --out 文件夹，生成银行付款文件`,
        en: `Next: butie export ${batch.batchId} --out DIR`,
      }),
    );
    return 0;
  });
}
