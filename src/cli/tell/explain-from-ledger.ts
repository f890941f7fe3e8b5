import type { TraceLine } from '../../documents/run/trace-lines.js';
import { maskPayeeId } from '../../documents/model/masked-value.js';
import type { Ledger } from '../../ledger/ledger.js';
import { Fault } from '../faults/fault.js';

/**
 * Traces of a household, person or organisation from what the ledger stored with a batch. It holds what was paid; who got
 * nothing is only in the trace.jsonl of the run. Empty when the batch pays nobody of that name. Throws LedgerFault.
 */
export function tracesFromLedger(ledger: Ledger, batch: string, wanted: string): TraceLine[] {
  const id = wanted.trim().toUpperCase();
  const { summary, lines, offsets } = ledger.show(batch);
  const traces: TraceLine[] = [];
  const stored = [
    ...lines.map(({ line }) => ({ entry: line, at: line.lineNo })),
    // Behind the lines, see writeRunFiles.
    ...offsets.map((entry) => ({ entry, at: lines.length + entry.offsetNo })),
  ];
  for (const { entry, at } of stored) {
    if (![entry.payee.id, entry.householdId, entry.idNumber].some((own) => own?.toUpperCase() === id)) continue;
    const text = ledger.trace(summary.batchId, at);
    if (text !== null) traces.push(JSON.parse(text) as TraceLine);
  }
  return traces;
}

/** The ledger knows the batch and stored nothing about this payee. */
export function notPaidInLedger(batch: string, wanted: string): Fault {
  const shown = maskPayeeId('household', wanted.trim().toUpperCase());
  return new Fault(
    'not-in-batch',
    {
      what: `批次 ${batch} 里没有发给「${shown}」的记录`,
      why: '台账只存发了钱的笔；期初导入的批次没有核算过程',
      how: '没有发的原因在核算时写出的文件夹里：butie explain --batch 文件夹/batch.json 户编号',
    },
    {
      what: `batch ${batch} holds no payment to "${shown}"`,
      why: 'the ledger keeps what was paid; opening batches have no trace',
      how: 'why nothing was paid is in the folder of the run: butie explain --batch DIR/batch.json HOUSEHOLD',
    },
  );
}
