import type { BatchSummary } from '../../domain/batch.js';
import { type BatchState, type EntryKind, MOVES } from '../../domain/batch-state.js';
import type { Lang, Words } from '../../findings/finding.js';
import { jsonOf, numberOf, textOf, type Database } from '../store/database.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { VERSION_COLUMNS, versionOf, type VersionHead } from '../store/versions.js';

/** A batch as it stands: its current version and what the entries made of it. */
export interface BatchStanding {
  readonly head: VersionHead;
  readonly state: BatchState;
  readonly approver: string | null;
  /** Content hash the approver saw; null before approval. */
  readonly approvedHash: string | null;
  /** Entry that approved it (or took it in as opening history); 0 before. */
  readonly approvedSeq: number;
}

/** Names of states, for people. */
export const STATE_NAMES: Readonly<Record<BatchState, Readonly<Record<Lang, string>>>> = {
  draft: { zh: '草稿', en: 'draft' },
  approved: { zh: '已审核', en: 'approved' },
  exported: { zh: '已导出', en: 'exported' },
  settled: { zh: '已结算', en: 'settled' },
  closed: { zh: '已关账', en: 'closed' },
  void: { zh: '已作废', en: 'void' },
};

/** True when the lines of a batch in this state use up caps (src/CONTRACT.md §5: approved and later). */
export function counts(state: BatchState): boolean {
  return state === 'approved' || state === 'exported' || state === 'settled' || state === 'closed';
}

/** Every batch as it stands, by batch id, in the order of first appearance. */
export function loadStandings(database: Database, batchId?: string): Map<string, BatchStanding> {
  const heads = new Map<number, VersionHead>();
  const [where, values] = batchId === undefined ? ['', []] : [' WHERE batch_id = ?', [batchId]];
  for (const row of database.iterate(`SELECT ${VERSION_COLUMNS} FROM version${where}`, ...values)) {
    const head = versionOf(row);
    heads.set(head.version, head);
  }
  const standings = new Map<string, BatchStanding>();
  const entries = `SELECT seq, kind, batch_id, actor, iif(kind = 'approve', payload, '') AS payload FROM entry${where} ORDER BY seq`;
  for (const row of database.iterate(entries, ...values)) {
    const kind = textOf(row, 'kind') as EntryKind;
    if (!Object.hasOwn(MOVES, kind)) throw new LedgerFault('corrupt', { file: 'entry' });
    const state = MOVES[kind].to;
    if (state === null) continue;
    const id = textOf(row, 'batch_id');
    const seq = numberOf(row, 'seq');
    const head = heads.get(seq);
    const before = standings.get(id);
    if (head !== undefined) {
      const approval = kind === 'opening' ? { approvedHash: head.contentHash, approvedSeq: seq } : NOT_APPROVED;
      standings.set(id, { head, state, approver: null, ...approval });
    } else if (before !== undefined) {
      const approval =
        kind === 'approve'
          ? {
              approver: textOf(row, 'actor'),
              approvedHash: (jsonOf(row, 'payload') as { contentHash: string }).contentHash,
              approvedSeq: seq,
            }
          : {};
      standings.set(id, { ...before, ...approval, state });
    }
  }
  return standings;
}

const NOT_APPROVED = { approvedHash: null, approvedSeq: 0 } as const;

/** The batch that `text` names: its id, or a beginning that fits one batch only. Throws LedgerFault. */
export function resolveBatch(database: Database, text: string): BatchStanding {
  const ids = new Set<string>();
  for (const row of database.iterate('SELECT DISTINCT batch_id FROM version ORDER BY batch_id')) {
    const id = textOf(row, 'batch_id');
    if (id === text) {
      ids.clear();
      ids.add(id);
      break;
    }
    if (text !== '' && id.startsWith(text)) ids.add(id);
  }
  const [id] = ids;
  if (id === undefined) throw new LedgerFault('unknown-batch', { batch: text });
  if (ids.size > 1) {
    const list = [...ids];
    throw new LedgerFault('ambiguous-batch', { batch: text, count: ids.size }, { details: { zh: list, en: list } });
  }
  const standing = loadStandings(database, id).get(id);
  if (standing === undefined) throw new LedgerFault('corrupt', { file: database.file });
  return standing;
}

/** Throws unless the batch is in one of `wanted`. */
export function requireState(standing: BatchStanding, wanted: readonly BatchState[], action: Words): void {
  if (wanted.includes(standing.state)) return;
  throw new LedgerFault('wrong-state', {
    batch: standing.head.batchId,
    wanted: {
      zh: wanted.map((state) => STATE_NAMES[state].zh).join('或'),
      en: wanted.map((state) => STATE_NAMES[state].en).join(' or '),
    },
    state: STATE_NAMES[standing.state],
    action,
  });
}

export function summaryOf({ head, state, approver }: BatchStanding): BatchSummary {
  return {
    batchId: head.batchId,
    policyId: head.policyId,
    period: head.period,
    name: head.name,
    state,
    lines: head.lineCount,
    total: head.total,
    contentHash: head.contentHash,
    maker: head.maker,
    approver,
  };
}
