import type { BatchDetail, LineDetail, LineStatus } from '../../src/ledger/read/batch-detail.js';
import { line, type LineSketch } from '../ledger/batch-fixture.js';

/** A line as the ledger shows it. */
export function detail(
  lineNo: number,
  sketch: LineSketch,
  status: LineStatus = 'in-flight',
  code: string | null = null,
): LineDetail {
  return { line: line(lineNo, sketch), status, reversed: 0, code, text: code, day: null, reissuedIn: null };
}

/** A batch with nothing but an id, terms and lines. */
export function batchOf(batchId: string, lines: readonly LineDetail[]): BatchDetail {
  const [policyId = '', period = '', name = ''] = batchId.split('.');
  const none = { lines: 0, amount: 0 };
  const total = {
    due: none,
    paid: none,
    returned: none,
    failed: none,
    stopped: none,
    inFlight: none,
    notSent: none,
    clawedBack: none,
    recovered: { lines: 0, amount: 0 },
    balanced: true,
  };
  return {
    summary: {
      batchId,
      policyId,
      period,
      name,
      state: 'exported',
      lines: lines.length,
      total: 0,
      contentHash: '',
      maker: '',
      approver: '',
    },
    head: {
      version: 1,
      batchId,
      policyId,
      policyVersion: '1',
      packHash: 'a',
      period,
      name,
      asOf: `${period}-28`,
      readings: {},
      parameters: {},
      total: 0,
      lineCount: lines.length,
      contentHash: '',
      reissueOf: null,
      maker: '',
      opening: false,
    },
    receipt: '',
    inputs: [],
    lines,
    entries: [],
    sentOn: null,
    files: [],
    offsets: [],
    proof: { batchId, benefits: [], total, keptBack: { offsets: 0, lines: 0, amount: 0 } },
  };
}
