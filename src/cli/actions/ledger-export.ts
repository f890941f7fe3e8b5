import { join } from 'node:path';
import { maskNumbersInText } from '../../domain/masking.js';
import type { DumpTable } from '../../ledger/read/dump.js';
import { writeCsv } from '../../io/csv-writer.js';
import { writeJsonLines } from '../../io/jsonl-writer.js';
import { writeOutputs } from '../../io/output-folder.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { required } from '../line/options.js';
import { withLedger } from '../input/with-ledger.js';

/** Everything in the ledger as one file a table, ID and account numbers masked unless `--reveal`. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, values } = invocation;
  const jsonl = values.text('format') === 'jsonl';
  return withLedger(invocation, async (ledger, options): Promise<ExitCode> => {
    const out = required(options.out, '--out', 'ledger export');
    const tables = ledger.exportAll({ reveal: terminal.reveal });
    const names = await writeOutputs(out, async (temporary) => {
      for (const table of tables) {
        terminal.progress.show(table.name);
        if (jsonl) await writeJsonLines(join(temporary, `${table.name}.jsonl`), objects(table, terminal.reveal));
        else
          await writeCsv(
            join(temporary, `${table.name}.csv`),
            { ...table, whole: terminal.reveal },
            options.csvEncoding,
          );
      }
    });
    terminal.progress.clear();
    for (const name of names) terminal.print(join(out, name));
    if (terminal.reveal)
      terminal.note(
        terminal.pick({
          zh: '文件里有完整的证件号和账号，注意保管',
          en: 'the files hold full numbers; keep them safe',
        }),
      );
    return 0;
  });
}

function* objects({ columns, rows }: DumpTable, reveal: boolean): Generator<Record<string, string | number | null>> {
  const shown = (value: string | number | null): string | number | null =>
    typeof value === 'string' && !reveal ? maskNumbersInText(value) : value;
  for (const row of rows) yield Object.fromEntries(columns.map(({ name }, i) => [name, shown(row[i] ?? null)]));
}
