import { join } from 'node:path';
import { paperWorkbook } from '../../documents/paper/paper-workbook.js';
import { payoutsCsv } from '../../documents/run/payouts-csv.js';
import { publicNoticeWorkbook } from '../../documents/run/public-notice-workbook.js';
import { sumFen, formatYuan, formatYuanGrouped } from '../../domain/money.js';
import { writeCsv } from '../../io/csv-writer.js';
import { writeOutputs } from '../../io/output-folder.js';
import { writeText } from '../../io/writers/text-writer.js';
import { writeWorkbook } from '../../io/writers/xlsx-writer.js';
import { readPart } from '../input/part.js';
import { withLedger } from '../input/with-ledger.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { required } from '../line/options.js';
import { officeOf } from '../line/settings.js';
import { stateName } from '../tell/batch-lines.js';
import { correctedLines, paperOfBatch } from '../tell/paper-of-batch.js';

/** Every document of a batch again, as it stands now, from the ledger alone: nothing is read and nothing computed. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values, settings } = invocation;
  const [id = ''] = positional;
  const part = readPart(values.text('part'));
  return withLedger(invocation, async (ledger, options): Promise<ExitCode> => {
    const out = required(options.out, '--out', 'print');
    const batch = ledger.show(id);
    const paper = paperOfBatch(batch, part, officeOf(settings));
    const corrected = correctedLines(ledger, paper);
    const names = await writeOutputs(out, async (temporary) => {
      await writeWorkbook(join(temporary, 'payout.xlsx'), paperWorkbook(paper, corrected));
      await writeWorkbook(join(temporary, 'public-notice.xlsx'), publicNoticeWorkbook(paper));
      await writeCsv(join(temporary, 'payouts.csv'), payoutsCsv(paper), options.csvEncoding);
      if (part === null && batch.receipt !== '') await writeText(join(temporary, 'batch.json'), [batch.receipt]);
    });
    const total = sumFen(paper.lines.map(({ amount }) => amount));
    if (options.format === 'json') {
      terminal.print(
        JSON.stringify({
          batch_id: paper.batchId,
          state: paper.state,
          content_hash: paper.contentHash,
          part: part === null ? null : { scope: part.scope, name: part.name },
          lines: paper.lines.length,
          total: formatYuan(total),
          maker: paper.maker,
          approver: paper.approver,
          files: names.map((name) => join(out, name)),
        }),
      );
      return 0;
    }
    terminal.print(
      terminal.pick({
        zh: `${paper.batchId} ${stateName(paper.state, 'zh')}${paper.part === null ? '' : ` ${paper.part}`}：${paper.lines.length} 笔，${formatYuanGrouped(total)} 元，已写出到 ${out}`,
        en: `${paper.batchId} ${paper.state}: ${paper.lines.length} lines, ${formatYuanGrouped(total)} yuan, written to ${out}`,
      }),
    );
    for (const name of names) terminal.print(`  ${name}`);
    return 0;
  });
}
