import { MOVES } from '../../domain/batch-state.js';
import type { BatchSummary } from '../../domain/batch.js';
import type { Fen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { StandingHold } from '../../domain/standing-hold.js';
import type { ReturnReason } from '../../domain/return-reason.js';
import { requireName, type Act } from '../store/act.js';
import { requireContent } from './approval.js';
import { textOf, type Database } from '../store/database.js';
import { append, entriesOf } from '../store/entries.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { eventsPayload, insertEvents, type LineEvent } from '../store/line-events.js';
import { heldLines } from '../read/held-lines.js';
import { fatesOf } from '../read/line-fate.js';
import { keptBackBy } from '../read/offsets.js';
import { exportsOf, lineRanges, sentFiles, type BankFileLines } from '../read/sent-files.js';
import { requireState, resolveBatch, summaryOf, type BatchStanding } from '../read/standing.js';
import { readLines } from '../store/versions.js';

/** A batch whose money may go to the bank now, with the lines that go. */
export interface ExportableBatch {
  readonly summary: BatchSummary;
  /** Lines neither stopped nor answered by the bank, in order. */
  readonly lines: readonly PayoutLine[];
  /** True when the batch was exported before: the same money must not be sent twice. */
  readonly again: boolean;
  /** The receipt of the run as it was written. */
  readonly receipt: string;
  /** Files of earlier exports, as they were written. */
  readonly files: readonly BankFileLines[];
  /** Folders they were written to. */
  readonly folders: readonly string[];
  /** How many exports there were. */
  readonly exports: number;
  /** Lines whose payee is on the standing list now (LED-16): they go into no file. */
  readonly held: ReadonlyMap<number, StandingHold>;
}

/**
 * Lines of an approved batch for the bank file. Also for a batch exported before, whose files got lost or are wanted in
 * another dialect. Throws LedgerFault when the content is not the approved one.
 */
export function exportable(database: Database, batch: string): ExportableBatch {
  return database.read(() => {
    const standing = requireExportable(database, batch);
    const receipt = database.get('SELECT receipt FROM version WHERE seq = ?', standing.head.version) ?? {};
    const entries = entriesOf(database, standing.head.batchId);
    const exports = exportsOf(entries);
    const lines = openLines(database, standing);
    return {
      summary: summaryOf(standing),
      lines,
      held: heldLines(database, standing.head.version, lines),
      again: standing.state === 'exported',
      receipt: textOf(receipt, 'receipt'),
      files: sentFiles(entries),
      folders: [...new Set(exports.flatMap(({ folder }) => folder ?? []))],
      exports: exports.length,
    };
  });
}

function requireExportable(database: Database, batch: string): BatchStanding {
  const standing = resolveBatch(database, batch);
  requireState(standing, MOVES.export.from, { zh: '导出', en: 'export' });
  requireContent(database, standing, standing.approvedHash, { zh: '审核', en: 'approval' });
  return standing;
}

function openLines(database: Database, { head }: BatchStanding): PayoutLine[] {
  const fates = fatesOf(database, head.version);
  const lines: PayoutLine[] = [];
  for (const line of readLines(database, head.version))
    if ((fates.get(line.lineNo)?.outcome ?? null) === null) lines.push(line);
  return lines;
}

/** A bank file as it was written. */
export interface ExportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly count: number;
  readonly total: Fen;
  /** Line numbers of the file. */
  readonly lines?: readonly number[];
}

/** A line that did not go into any file, and why. */
export interface LeftOutLine {
  readonly lineNo: number;
  /** Finding code, `BNK-01` …. */
  readonly code: string;
  readonly text: string;
}

export interface ExportRecord {
  readonly format: string;
  readonly files: readonly ExportedFile[];
  readonly leftOut: readonly LeftOutLine[];
  /** Day of the payment order, `YYYY-MM-DD`, where somebody stated it. */
  readonly day?: string;
  /** Folder the files are written to. */
  readonly folder?: string;
  /** Why files are made again; required for every export after the first. */
  readonly again?: string;
}

/**
 * Records that the files of a batch were made. Counts and sums must be those of the batch (BNK-06). A line left out of
 * the first export was never sent: it is recorded as failed (`NOT_SENT`), so that it uses up no cap and may be reissued
 * with a good account. A batch of nothing but offsets has no file and is settled by this.
 */
export function markExported(database: Database, batch: string, record: ExportRecord, act: Act): BatchSummary {
  const actor = requireName(act.by);
  return database.write(() => {
    const standing = requireExportable(database, batch);
    const { batchId, version, contentHash } = standing.head;
    const again = record.again?.trim() ?? '';
    if (standing.state === 'exported' && again === '') throw new LedgerFault('exported-before', { batch: batchId });
    const lines = openLines(database, standing);
    const leftOut = new Map(record.leftOut.map((line) => [line.lineNo, line]));
    const sent = lines.filter(({ lineNo }) => !leftOut.has(lineNo));
    const { offsets } = keptBackBy(database, version);
    const nothingDue = lines.length === 0 && offsets > 0 && standing.state === 'approved';
    if (sent.length === 0 && !nothingDue) throw new LedgerFault('nothing-to-export', { batch: batchId });
    const total = sent.reduce((sum, { amount }) => sum + amount, 0);
    const count = record.files.reduce((sum, file) => sum + file.count, 0);
    const filed = record.files.reduce((sum, file) => sum + file.total, 0);
    if (count !== sent.length || filed !== total)
      throw new LedgerFault('bad-content', {
        detail: { zh: 'BNK-06 文件笔数或金额与批次不符', en: 'file count or sum' },
      });
    const events: LineEvent[] = [];
    // What went out before may be on its way: leaving it out of a second file does not make it unsent.
    if (standing.state === 'approved')
      for (const { lineNo, amount } of lines) {
        const reason = leftOut.get(lineNo);
        const code: ReturnReason = 'NOT_SENT';
        if (reason !== undefined)
          events.push({ lineNo, kind: 'failed', amount, code, text: `${reason.code} ${reason.text}`, day: null });
      }
    const files = record.files.map(({ name, sha256, count: rows, total: sum, lines: own }) => {
      return { name, sha256, rows, sum, ...(own === undefined ? {} : { lines: lineRanges(own) }) };
    });
    const stated = {
      ...(record.day === undefined ? {} : { day: record.day }),
      ...(record.folder === undefined ? {} : { folder: record.folder }),
      ...(standing.state === 'exported' ? { again } : {}),
    };
    const payload = { format: record.format, contentHash, files, ...stated, ...eventsPayload(events) };
    const seq = append(database, { kind: 'export', batchId, at: act.at, actor }, payload);
    insertEvents(database, seq, version, events);
    if (!nothingDue) return summaryOf({ ...standing, state: 'exported' });
    // Debts take all that is due: the bank gets nothing and has nothing to answer.
    append(database, { kind: 'settle', batchId, at: act.at, actor }, { lines: 0, offsets });
    return summaryOf({ ...standing, state: 'settled' });
  });
}
