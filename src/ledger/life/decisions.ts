import { MOVES } from '../../domain/batch-state.js';
import { formatYuan, type Fen } from '../../domain/money.js';
import { foldKey } from '../../domain/key.js';
import { requireName, requirePeople, type Act } from '../store/act.js';
import type { Database } from '../store/database.js';
import { append } from '../store/entries.js';
import { spellingsOf } from '../store/lookups.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { openClawbacks } from '../read/clawback-list.js';
import { standingHolds, type Releasable } from '../read/decisions.js';
import { requireState, resolveBatch } from '../read/standing.js';
import { lineStanding } from './corrections.js';

/** Puts a payee on the standing list (停发名单): nothing is paid to them until they are released. Throws LedgerFault. */
export function holdPayee(database: Database, typed: string, reason: string, act: Act): string {
  const actor = requireName(act.by);
  const payee = foldKey(typed);
  database.write(() => append(database, { kind: 'hold', batchId: '', at: act.at, actor }, { payee, reason }));
  return payee;
}

export interface ReleaseRequest {
  readonly of: Releasable;
  readonly payee: string;
  readonly reason: string;
  /** LED-03: the number under which the same household was paid before. */
  readonly sameAs?: string;
  /** LED-03: the two are different households. */
  readonly separate?: boolean;
}

/**
 * Lets go of one thing that holds a payee. LED-03 needs an answer: the same household under another number, which must stand in
 * the ledger, or two households. Throws LedgerFault.
 */
export function releasePayee(database: Database, request: ReleaseRequest, act: Act): string {
  const { actor, checkedBy } = requirePeople(act);
  const payee = foldKey(request.payee);
  const { of, reason } = request;
  return database.write(() => {
    const sameAs = request.sameAs === undefined ? undefined : foldKey(request.sameAs);
    if (of === 'LED-16' && !standingHolds(database).has(payee)) throw new LedgerFault('not-held', { payee });
    if (of === 'LED-15' && !hasReopened(database, payee)) throw new LedgerFault('nothing-reopened', { payee });
    if (sameAs !== undefined && (sameAs === payee || !isHousehold(database, sameAs)))
      throw new LedgerFault('unknown-household', { household: sameAs });
    const separate = request.separate === true ? true : undefined;
    append(
      database,
      { kind: 'release', batchId: '', at: act.at, actor },
      { of, payee, reason, sameAs, separate, checkedBy },
    );
    return payee;
  });
}

function isHousehold(database: Database, id: string): boolean {
  const sql = "SELECT 1 AS found FROM line WHERE payee_id = ? AND payee_kind = 'household' LIMIT 1";
  return spellingsOf(database, id).some((spelt) => database.get(sql, spelt) !== undefined);
}

/** Whether any line of the payee was ever reversed or stopped. */
function hasReopened(database: Database, payee: string): boolean {
  const sql = `SELECT 1 AS found FROM line l JOIN line_event e USING (version, line_no)
    WHERE l.payee_id = ? AND e.kind IN ('reversed', 'stopped') LIMIT 1`;
  return spellingsOf(database, payee).some((spelt) => database.get(sql, spelt) !== undefined);
}

export interface Recovery {
  readonly amount: Fen;
  /** Day on which the money came, `YYYY-MM-DD`. */
  readonly day: string;
}

export interface RecoveryResult {
  readonly batchId: string;
  readonly line: number;
  readonly amount: Fen;
  /** What of the line's clawback is still open. */
  readonly open: Fen;
}

/** Money of an open clawback has come back, all of it or a part. Throws LedgerFault for more than is open. */
export function recoverLine(
  database: Database,
  batch: string,
  line: number,
  { amount, day }: Recovery,
  act: Act,
): RecoveryResult {
  const { actor, checkedBy } = requirePeople(act);
  return database.write(() => {
    const standing = resolveBatch(database, batch);
    requireState(standing, MOVES.recover.from, { zh: '记收回', en: 'recover' });
    const { batchId, version } = standing.head;
    lineStanding(database, standing, line);
    const open = openClawbacks(database).find((one) => one.version === version && one.line === line)?.open ?? 0;
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > open)
      throw new LedgerFault('recovery-amount', {
        batch: batchId,
        line,
        open: formatYuan(open),
        amount: formatYuan(amount),
      });
    append(database, { kind: 'recover', batchId, at: act.at, actor }, { version, line, amount, day, checkedBy });
    return { batchId, line, amount, open: open - amount };
  });
}
