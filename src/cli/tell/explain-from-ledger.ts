import type { TraceLine } from '../../documents/run/trace-lines.js';
import { maskPayeeId } from '../../documents/model/masked-value.js';
import { formatYuan } from '../../domain/money.js';
import type { Lang } from '../../findings/finding.js';
import type { Ledger } from '../../ledger/ledger.js';
import { LINE_STATUS_NAMES, type BatchDetail, type LineDetail } from '../../ledger/read/batch-detail.js';
import { Fault } from '../faults/fault.js';

/** A trace as the ledger keeps it, with what became of its line. */
export interface StoredTrace {
  readonly trace: TraceLine;
  /** Null when no line was made of it. */
  readonly line: LineDetail | null;
}

/**
 * What was decided about a household, person or organisation in a batch, from the ledger alone: lines, dues that a debt took
 * whole, and everything that came to nothing. Empty when the batch considered nobody of that name. Throws LedgerFault.
 */
export function tracesFromLedger(ledger: Ledger, batch: string, wanted: string): StoredTrace[] {
  return storedTraces(ledger, ledger.show(batch), wanted);
}

/** The same of a batch that is at hand. */
export function storedTraces(
  ledger: Ledger,
  { summary: { batchId }, lines, offsets }: BatchDetail,
  wanted: string,
): StoredTrace[] {
  const id = wanted.trim().toUpperCase();
  const isOwn = (own: string | null): boolean => own?.toUpperCase() === id;
  const traces: StoredTrace[] = [];
  const take = (text: string | null, line: LineDetail | null): void => {
    if (text !== null) traces.push({ trace: JSON.parse(text) as TraceLine, line });
  };
  for (const detail of lines) {
    const { payee, householdId, idNumber, lineNo } = detail.line;
    if ([payee.id, householdId, idNumber].some(isOwn)) take(ledger.trace(batchId, lineNo), detail);
  }
  // Behind the lines, see writeRunFiles.
  for (const { payee, householdId, idNumber, offsetNo } of offsets)
    if ([payee.id, householdId, idNumber].some(isOwn)) take(ledger.trace(batchId, lines.length + offsetNo), null);
  const spellings = new Set([wanted.trim(), id]);
  for (const text of new Set([...spellings].flatMap((each) => ledger.outcomes(batchId, each)))) take(text, null);
  return traces;
}

/** What became of a line, in words: `已付（2024-11-05 入账）；追回 2000.00 元`; null when there is no line. */
export function fateWords(line: LineDetail | null, lang: Lang): string | null {
  if (line === null) return null;
  const zh = lang === 'zh';
  const { status, day, text, code, reissuedIn, reversed } = line;
  const because = [code, text].filter((part) => part !== null && part !== '').join(' ');
  const notes = [day === null ? '' : zh ? `${day} 入账` : `booked ${day}`, status === 'paid' ? '' : because].filter(
    (note) => note !== '',
  );
  const name = zh ? LINE_STATUS_NAMES[status] : status;
  const open = zh ? `${name}${notes.length === 0 ? '' : `（${notes.join('，')}）`}` : [name, ...notes].join(', ');
  const more = [open];
  if (reissuedIn !== null)
    more.push(
      zh
        ? `在批次 ${reissuedIn.batchId} 第 ${reissuedIn.line} 笔补发`
        : `paid again in ${reissuedIn.batchId}, line ${reissuedIn.line}`,
    );
  if (reversed > 0) more.push(zh ? `追回 ${formatYuan(reversed)} 元` : `clawed back ${formatYuan(reversed)}`);
  return more.join(zh ? '；' : '; ');
}

/** The same for a program. */
export function fateDocument(line: LineDetail | null): Readonly<Record<string, unknown>> {
  if (line === null) return {};
  return {
    status: line.status,
    booked_on: line.day,
    reason_code: line.code,
    reason: line.text,
    clawed_back: formatYuan(line.reversed),
    paid_again_in:
      line.reissuedIn === null ? null : { batch_id: line.reissuedIn.batchId, line_no: line.reissuedIn.line },
  };
}

/** The ledger knows the batch and stored nothing about this payee. */
export function notPaidInLedger(batch: string, wanted: string): Fault {
  const shown = maskPayeeId('household', wanted.trim().toUpperCase());
  return new Fault(
    'not-in-batch',
    {
      what: `批次 ${batch} 里没有「${shown}」的记录`,
      why: '花名册里没有这一户（人、单位）；期初导入的批次和早先版本制的批次没有未发各笔的核算过程',
      how: '核对户编号；早先的批次看核算时写出的文件夹：butie explain --batch 文件夹/batch.json 户编号',
    },
    {
      what: `batch ${batch} holds nothing about "${shown}"`,
      why: 'it was not in the roster; opening batches and those of earlier versions keep no trace of what was not paid',
      how: 'check the number; for an older batch look in the folder of the run: butie explain --batch DIR/batch.json HOUSEHOLD',
    },
  );
}
