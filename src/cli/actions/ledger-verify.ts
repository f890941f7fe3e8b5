import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { asFindings, findingDocuments, printFindings } from '../tell/tell-findings.js';
import { readHead } from '../input/read-head.js';
import type { WrittenHead } from '../../ledger/read/ledger-head.js';
import type { LedgerProblem } from '../../ledger/read/ledger-problem.js';
import { withLedger } from '../input/with-ledger.js';

/** Recomputes the ledger from its first entry on; what does not fit is told by entry, the first one first (LED-08). */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation;
  return withLedger(invocation, async (ledger, { format, ledger: file }): Promise<ExitCode> => {
    const given = invocation.values.text('head');
    const written = given === null ? null : await readHead(given);
    const { entries, batches, lines, head, notes, problems: own } = ledger.verify();
    const problems = written === null || ledger.wentThrough(written) ? own : [lostHead(written), ...own];
    const ok = problems.length === 0;
    const first = problems.find(({ seq }) => seq !== null)?.seq ?? null;
    const findings = ok
      ? []
      : asFindings([
          {
            code: 'LED-08',
            severity: 'error',
            place: { file },
            params: { entry: first ?? 1, count: problems.length },
          },
        ]);
    if (format === 'json') {
      terminal.print(
        JSON.stringify({
          ok,
          entries,
          batches,
          lines,
          head,
          ...(written === null ? {} : { compared_with: { entries: written.entries, head: written.hash } }),
          first_broken: first,
          problems: problems.map(({ kind, seq, batchId, text }) => ({
            kind,
            seq,
            batch_id: batchId,
            text: text[terminal.lang],
          })),
          notes: notes.map((note) => note[terminal.lang]),
          findings: findingDocuments(findings, terminal),
        }),
      );
      return ok ? 0 : 1;
    }
    await printFindings(findings, terminal);
    for (const { text, batchId, seq } of problems) {
      const where = [
        seq === null ? '' : terminal.pick({ zh: `第 ${seq} 条`, en: `entry ${seq}` }),
        batchId ?? '',
      ].filter((part) => part !== '');
      terminal.print(`✗ ${text[terminal.lang]}${where.length === 0 ? '' : `（${where.join(' ')}）`}`);
    }
    for (const note of notes) terminal.print(`· ${note[terminal.lang]}`);
    terminal.print(
      ok
        ? terminal.pick({
            zh: `台账完好：${entries} 条记录，${batches} 个批次，${lines} 笔；末条校验值 ${head}`,
            en: `the ledger is whole: ${entries} entries, ${batches} batches, ${lines} lines; last hash ${head}`,
          })
        : terminal.pick({
            zh: `台账校验不通过：共 ${problems.length} 处${first === null ? '' : `，最早在第 ${first} 条记录`}`,
            en: `the ledger fails: ${problems.length} problems${first === null ? '' : `, the first in entry ${first}`}`,
          }),
    );
    if (ok)
      terminal.note(
        terminal.pick({
          zh: '把末条校验值抄在纸上，以后再校验时就能证明之前的记录没有被整个换掉',
          en: 'write the last hash down elsewhere: it proves later that nothing before it was replaced',
        }),
      );
    return ok ? 0 : 1;
  });
}

/** The chain holds in itself and yet is not the one of which this head was written down. */
function lostHead({ entries, hash }: WrittenHead): LedgerProblem {
  const [zh, en] = entries === null ? ['', ''] : [`第 ${entries} 条`, ` ${entries}`];
  return {
    kind: 'chain',
    seq: entries === 0 ? null : entries,
    batchId: null,
    text: {
      zh: `台账里没有以前记下的记录${zh}（校验值 ${hash}）：台账被截短、清空、换过或整个重做过`,
      en: `the entry${en} written down earlier (hash ${hash}) is not in the ledger: it was cut back, emptied, replaced or made anew`,
    },
  };
}
