import type { CorrectedLine } from '../../documents/paper/corrected-line.js';
import type { Paper, PaperPolicy } from '../../documents/paper/paper.js';
import type { Office } from '../../documents/run/run-document.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { BatchDetail } from '../../ledger/read/batch-detail.js';
import { linesOfPart, partName, type Part } from '../input/part.js';

/** The papers of a batch as the ledger has it: lines as they were approved, people and days from the chain. */
export function paperOfBatch(batch: BatchDetail, part: Part | null, office: Office): Paper {
  const { summary, head, entries } = batch;
  const approval = entries.findLast(({ kind, seq }) => kind === 'approve' && seq > head.version);
  return {
    batchId: summary.batchId,
    policy: policyOf(batch.receipt, summary.policyId),
    period: head.period,
    asOf: head.asOf,
    contentHash: head.contentHash,
    state: summary.state,
    maker: head.maker,
    approver: summary.approver,
    approvedOn: approval === undefined ? null : approval.at.slice(0, 10),
    reissueOf: head.reissueOf,
    part: part === null ? null : partName(part),
    lines: linesOfPart(
      batch.lines.map(({ line }) => line),
      part,
      summary.batchId,
    ),
    office,
  };
}

/** Lines of a reissue beside those that the bank did not pay; empty for any other batch. */
export function correctedLines(ledger: Ledger, { lines, reissueOf }: Paper): readonly CorrectedLine[] {
  return reissueOf === null ? [] : besideSource(lines, ledger.show(reissueOf));
}

/** Lines that pay again, each with the one of `source` that was not paid. */
export function besideSource(lines: readonly PayoutLine[], source: BatchDetail): readonly CorrectedLine[] {
  const unpaid = new Map(source.lines.map((detail) => [detail.line.lineNo, detail]));
  return lines.map((line) => {
    const detail = unpaid.get(line.reissueOfLine ?? 0);
    return {
      line,
      before: detail?.line ?? null,
      reason: [detail?.text, detail?.day]
        .filter((part) => part !== null && part !== undefined && part !== '')
        .join(' '),
    };
  });
}

/** The document as the receipt names it; the id alone for opening history, which has no receipt of a run. */
function policyOf(receipt: string, policyId: string): PaperPolicy {
  const policy = recordOf(recordOf(parsed(receipt))?.['policy']);
  const document = recordOf(policy?.['document']);
  const text = (record: Readonly<Record<string, unknown>> | null, name: string): string => {
    const value = record?.[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text(policy, 'name') || policyId,
    number: text(document, 'number'),
    title: text(document, 'title'),
    issuer: text(document, 'issuer'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}
