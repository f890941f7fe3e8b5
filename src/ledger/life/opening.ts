import type { BatchContent, BatchOrigin } from '../../domain/batch.js';
import { requirePeople, type Act } from '../store/act.js';
import { textOf, type Database } from '../store/database.js';
import { checkContent } from './drafts.js';
import { append } from '../store/entries.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { loadStandings } from '../read/standing.js';
import { insertVersion, versionPayload } from '../store/versions.js';

/**
 * Takes in what was paid before the ledger began, as a closed batch whose lines count as paid. The same content again
 * changes nothing; the same file under another key, or other content under the same key, is refused.
 */
export function importOpening(
  database: Database,
  content: BatchContent,
  origin: BatchOrigin,
  act: Act,
): 'created' | 'same' {
  const { actor, checkedBy } = requirePeople(act);
  const { at } = act;
  checkContent(content);
  const { batchId } = content;
  return database.write(() => {
    const standings = loadStandings(database);
    const known = standings.get(batchId);
    if (known !== undefined) {
      if (known.head.opening && known.head.contentHash === content.contentHash) return 'same';
      throw new LedgerFault('already-imported', { batch: batchId });
    }
    // Saved again, for the same month, it is still the same money; another month may well have had the same list.
    for (const { head } of standings.values())
      if (head.opening && head.period === content.period && head.contentHash === content.contentHash)
        throw new LedgerFault('imported-elsewhere', { other: head.batchId, batch: batchId });
    for (const { sha256 } of origin.inputs) {
      const sql = `SELECT v.batch_id FROM input i JOIN version v ON v.seq = i.version WHERE i.sha256 = ? AND v.opening = 1`;
      const row = database.get(sql, sha256);
      if (row !== undefined)
        throw new LedgerFault('imported-elsewhere', { other: textOf(row, 'batch_id'), batch: batchId });
    }
    const payload = { ...versionPayload(content, origin), opening: true, checkedBy };
    insertVersion(database, append(database, { kind: 'opening', batchId, at, actor }, payload), content, origin, true);
    return 'created';
  });
}
