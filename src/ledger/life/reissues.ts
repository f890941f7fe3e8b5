import { outcomeName, lineStanding } from './corrections.js';
import { numberOf, type Database } from '../store/database.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { loadStandings, resolveBatch } from '../read/standing.js';

/** A line of a reissue batch and the line of the source batch that it pays again. */
export interface ReissueLink {
  readonly lineNo: number;
  readonly sourceLine: number;
}

/**
 * Makes sure that every source line failed or came back and that no other living batch pays it again: a line can be
 * reissued once (LED-11). Throws LedgerFault. Run when the draft is stored and again when it is approved.
 */
export function requireReissuable(
  database: Database,
  batchId: string,
  source: string | null,
  links: readonly ReissueLink[],
): void {
  if (source === null && links.length === 0) return;
  if (source === null)
    throw new LedgerFault('bad-content', { detail: { zh: '补发来源', en: 'source of the reissue' } });
  const standing = resolveBatch(database, source);
  if (standing.head.batchId !== source) throw new LedgerFault('unknown-batch', { batch: source });
  const taken = new Map<number, string>();
  for (const { head, state } of loadStandings(database).values()) {
    if (head.batchId === batchId || head.reissueOf !== source || state === 'void') continue;
    for (const link of storedLinks(database, head.version)) taken.set(link.sourceLine, head.batchId);
  }
  for (const { sourceLine } of links) {
    const { fate } = lineStanding(database, standing, sourceLine);
    if (fate.outcome !== 'failed' && fate.outcome !== 'returned')
      throw new LedgerFault('not-reissuable', { batch: source, line: sourceLine, status: outcomeName(fate.outcome) });
    const other = taken.get(sourceLine);
    if (other !== undefined) throw new LedgerFault('already-reissued', { batch: source, line: sourceLine, other });
    taken.set(sourceLine, batchId);
  }
}

/** Links of a stored version. */
export function storedLinks(database: Database, version: number): ReissueLink[] {
  const sql = 'SELECT line_no, reissue_of_line FROM line WHERE version = ? AND reissue_of_line IS NOT NULL';
  return database
    .all(sql, version)
    .map((row) => ({ lineNo: numberOf(row, 'line_no'), sourceLine: numberOf(row, 'reissue_of_line') }));
}
