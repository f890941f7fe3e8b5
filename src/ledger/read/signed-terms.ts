import { textOf, type Database } from '../store/database.js';
import { entriesOf } from '../store/entries.js';
import type { VersionHead } from '../store/versions.js';
import { counts, loadStandings, resolveBatch } from './standing.js';

/** What an approver signs beside the lines: pack, readings, parameters, and how the draft came about. */
export interface SignedTerms {
  readonly head: VersionHead;
  readonly receipt: string;
  /** Every draft of the batch since it began (or began again after a void), oldest first; more than one: it was replaced. */
  readonly drafts: readonly { readonly at: string; readonly by: string }[];
  /** The last approved batch of the policy for an earlier month or this one; null when there is none. */
  readonly last: VersionHead | null;
}

/** The terms of a batch. Throws LedgerFault for an unknown one. */
export function signedTerms(database: Database, batch: string): SignedTerms {
  return database.read(() => termsOf(database, batch));
}

/** The same inside a transaction. */
export function termsOf(database: Database, batch: string): SignedTerms {
  const { head } = resolveBatch(database, batch);
  const row = database.get('SELECT receipt FROM version WHERE seq = ?', head.version);
  let drafts: { at: string; by: string; hash: string }[] = [];
  for (const { kind, at, actor, payload } of entriesOf(database, head.batchId)) {
    if (kind === 'void') drafts = [];
    if (kind !== 'draft') continue;
    const { contentHash: hash } = JSON.parse(payload) as { contentHash: string };
    if (drafts.at(-1)?.hash !== hash) drafts.push({ at, by: actor, hash });
  }
  let last: { head: VersionHead; seq: number } | null = null;
  for (const other of loadStandings(database).values()) {
    const { batchId, policyId, period, opening } = other.head;
    if (batchId === head.batchId || policyId !== head.policyId || period > head.period) continue;
    if (opening || !counts(other.state)) continue;
    const isLater =
      last === null || period > last.head.period || (period === last.head.period && other.approvedSeq > last.seq);
    if (isLater) last = { head: other.head, seq: other.approvedSeq };
  }
  return { head, receipt: row === undefined ? '' : textOf(row, 'receipt'), drafts, last: last?.head ?? null };
}
