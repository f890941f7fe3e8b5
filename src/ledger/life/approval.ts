import { MOVES } from '../../domain/batch-state.js';
import type { BatchSummary } from '../../domain/batch.js';
import type { BudgetRow } from '../../domain/budget.js';
import { maskNumbersInText } from '../../domain/masking.js';
import { formatYuan } from '../../domain/money.js';
import { isSamePerson } from '../../domain/person-name.js';
import { requireName, type Act } from '../store/act.js';
import { capBreaches, describeBreach } from './caps.js';
import { textOf, type Database } from '../store/database.js';
import { append } from '../store/entries.js';
import { LedgerFault } from '../store/ledger-fault.js';
import type { Words } from '../../findings/finding.js';
import { LedgerHistory } from '../read/ledger-history.js';
import { keptBackBy, type KeptBack } from '../read/offsets.js';
import { requireReissuable, storedLinks } from './reissues.js';
import { requireUnaltered } from '../read/verify.js';
import { requireState, resolveBatch, summaryOf, type BatchStanding } from '../read/standing.js';
import { termsOf } from '../read/signed-terms.js';
import { storedContentHash, unusedInputs } from '../store/versions.js';
import { requireBudget } from '../read/year-use.js';
import { benefitTotals } from '../read/benefit-totals.js';

/** How many lines of detail a refusal carries. */
const DETAILS = 20;

export interface ApprovedBatch extends BatchSummary {
  readonly keptBack: KeptBack;
}

/**
 * Approves a draft in one transaction: another person than the maker, content as it was hashed, no cap broken by what
 * other batches use now, and no budget where one is given (LED-10). `hash`: that of the content that was looked at; null where
 * none was named, which a draft that was replaced does not allow. Throws LedgerFault and changes nothing otherwise.
 */
export function approve(
  database: Database,
  batch: string,
  { by, at }: Act,
  budget: readonly BudgetRow[] = [],
  hash?: string | null,
): ApprovedBatch {
  const approver = requireName(by);
  return database.write(() => {
    const standing = resolveBatch(database, batch);
    const { head } = standing;
    requireState(standing, MOVES.approve.from, { zh: '审核', en: 'approve' });
    if (isSamePerson(approver, head.maker)) throw new LedgerFault('same-person', { maker: head.maker });
    if (hash === null) requireNeverReplaced(database, head);
    if (typeof hash === 'string' && head.contentHash !== hash.trim().toLowerCase())
      throw new LedgerFault('other-hash', { batch: head.batchId, hash: head.contentHash });
    requireContent(database, standing, head.contentHash, { zh: '制单', en: 'making' });
    requireUnaltered(database);
    requireAllRead(database, head);
    requireReissuable(database, head.batchId, head.reissueOf, storedLinks(database, head.version));
    const history = historyBeside(database, head);
    requireOnce(history, head);
    const breaches = capBreaches(database, head.version, history);
    if (breaches.length > 0) {
      // A double payment breaks its own cap and the pool above it, often by the same figures: said once.
      const texts = new Map(breaches.map((breach) => [describeBreach(breach).zh, describeBreach(breach).en]));
      const zh = [...texts.keys()].slice(0, DETAILS);
      const en = [...texts.values()].slice(0, DETAILS);
      throw new LedgerFault('cap-exceeded', { count: texts.size, batch: head.batchId }, { details: { zh, en } });
    }
    requireBudget(database, standing, budget);
    const { batchId, contentHash, total, lineCount } = head;
    const keptBack = keptBackBy(database, head.version);
    const seq = append(
      database,
      { kind: 'approve', batchId, at, actor: approver },
      {
        contentHash,
        version: head.version,
        total,
        lines: lineCount,
        benefits: benefitTotals(database, head.version),
        ...(keptBack.amount === 0 ? {} : { keptBack }),
      },
    );
    const approved = { ...standing, state: 'approved', approver, approvedHash: contentHash, approvedSeq: seq } as const;
    return { ...summaryOf(approved), keptBack };
  });
}

/** A draft that was replaced may not be the one that was looked at: its hash has to be named. */
function requireNeverReplaced(database: Database, { batchId, contentHash }: BatchStanding['head']): void {
  const { drafts } = termsOf(database, batchId);
  const others = drafts.slice(1).map(({ by }) => by);
  if (others.length === 0) return;
  const makers = [...new Set(others)].join('、');
  throw new LedgerFault('hash-needed', { batch: batchId, times: others.length, makers, hash: contentHash });
}

/** What counts beside a draft, with the heads of the draft's own households. */
function historyBeside(database: Database, { batchId, version }: BatchStanding['head']): LedgerHistory {
  const history = new LedgerHistory(database, batchId);
  const sql = `SELECT DISTINCT household_id, id_number FROM line WHERE version = ? AND payee_kind = 'household'
    AND household_id IS NOT NULL AND id_number IS NOT NULL`;
  for (const row of database.all(sql, version)) history.meet(textOf(row, 'household_id'), textOf(row, 'id_number'));
  return history;
}

/** LED-03: throws when a household of the draft was paid under another number since the draft was made, or before. */
function requireOnce(history: LedgerHistory, { batchId, version }: BatchStanding['head']): void {
  const twice = history.paidTwiceIn(version);
  if (twice.length === 0) return;
  const shown = twice.slice(0, DETAILS);
  const hide = maskNumbersInText;
  throw new LedgerFault(
    'paid-twice',
    { batch: batchId, count: new Set(twice.map(({ household }) => household)).size },
    {
      details: {
        zh: shown.map(
          (one) => `第${one.line}行：户${hide(one.household)}，曾以户${hide(one.paidAs)}在批次${one.batch}领取`,
        ),
        en: shown.map((one) => `line ${one.line}: ${hide(one.household)}, paid as ${hide(one.paidAs)} in ${one.batch}`),
      },
    },
  );
}

/** What stands in a file that could not be used is in no payment: the batch may be wrong, and nobody can tell. */
function requireAllRead(database: Database, { batchId, version }: BatchStanding['head']): void {
  const unused = unusedInputs(database, version);
  if (unused.length > 0)
    throw new LedgerFault(
      'unused-input',
      { batch: batchId, count: unused.length },
      { details: { zh: unused, en: unused } },
    );
}

/** Throws unless the stored rows still hash to `wanted`. */
export function requireContent(database: Database, standing: BatchStanding, wanted: string | null, when: Words): void {
  const { head } = standing;
  if (wanted !== null && head.contentHash === wanted && storedContentHash(database, head) === wanted) return;
  throw new LedgerFault('content-changed', { batch: head.batchId, when });
}

/** Takes a whole batch back. Only a draft or an approved batch; its key may begin again. */
export function voidBatch(database: Database, batch: string, reason: string, { by, at }: Act): BatchSummary {
  const actor = requireName(by);
  return database.write(() => {
    const standing = resolveBatch(database, batch);
    requireState(standing, MOVES.void.from, { zh: '作废', en: 'void' });
    const { batchId, version, total } = standing.head;
    append(database, { kind: 'void', batchId, at, actor }, { reason, version, total: formatYuan(total) });
    return summaryOf({ ...standing, state: 'void' });
  });
}
