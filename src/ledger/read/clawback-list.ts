import { clawbackKey } from '../../domain/clawback.js';
import type { PayeeKind } from '../../domain/charge.js';
import type { Fen } from '../../domain/money.js';
import { numberOf, textOf, textOrNull, type Database } from '../store/database.js';
import { recoveries } from './decisions.js';
import { exceptionalFates, fateKey, RECOVERED } from './line-fate.js';
import { LedgerHistory } from './ledger-history.js';
import { loadStandings } from './standing.js';

/** A line of which something was clawed back (追回), and where that stands. */
export interface Clawback {
  readonly version: number;
  readonly batchId: string;
  readonly line: number;
  readonly payeeKind: PayeeKind;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly benefit: string;
  readonly reason: string;
  /** Entry of the first reversal. */
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly clawedBack: Fen;
  /** Came back in money. */
  readonly recovered: Fen;
  /** Kept back from later payments. */
  readonly keptBack: Fen;
  readonly open: Fen;
}

/** Every clawback in the order it was made. What was kept back for a payee goes to their oldest clawback first. */
export function openClawbacks(database: Database): Clawback[] {
  const batches = new Map([...loadStandings(database).values()].map(({ head }) => [head.version, head.batchId]));
  const fates = exceptionalFates(database);
  const found = new Map<string, { -readonly [K in keyof Clawback]: Clawback[K] }>();
  const sql = `SELECT version, line_no, e.seq, e.amount, e.code, e.text, l.payee_kind, l.payee_id, l.payee_name, l.benefit,
      n.at, n.actor
    FROM line_event e JOIN line l USING (version, line_no) JOIN entry n ON n.seq = e.seq
    WHERE e.kind <> 'paid' AND e.kind = 'reversed' ORDER BY e.seq`;
  for (const row of database.iterate(sql)) {
    const [version, line, amount] = [numberOf(row, 'version'), numberOf(row, 'line_no'), numberOf(row, 'amount')];
    const batchId = batches.get(version);
    const outcome = fates.get(fateKey(version, line))?.outcome ?? null;
    // What the bank never paid out need not come back.
    if (batchId === undefined || outcome === 'failed' || outcome === 'returned') continue;
    const recovered = textOrNull(row, 'code') === RECOVERED ? amount : 0;
    const known = found.get(fateKey(version, line));
    if (known !== undefined) {
      known.clawedBack += amount;
      known.recovered += recovered;
      continue;
    }
    found.set(fateKey(version, line), {
      version,
      batchId,
      line,
      payeeKind: textOf(row, 'payee_kind') as PayeeKind,
      payeeId: textOf(row, 'payee_id'),
      payeeName: textOf(row, 'payee_name'),
      benefit: textOf(row, 'benefit'),
      reason: textOrNull(row, 'text') ?? '',
      seq: numberOf(row, 'seq'),
      at: textOf(row, 'at'),
      by: textOf(row, 'actor'),
      clawedBack: amount,
      recovered,
      keptBack: 0,
      open: 0,
    });
  }
  for (const { version, line, amount } of recoveries(database)) {
    const known = found.get(fateKey(version, line));
    if (known !== undefined) known.recovered += amount;
  }
  const history = new LedgerHistory(database, null);
  const kept = new Map<string, Fen>();
  for (const one of found.values()) {
    const key = clawbackKey(one.payeeKind, one.payeeId);
    const left = kept.get(key) ?? history.charged(key).amount;
    one.keptBack = Math.min(left, one.clawedBack - one.recovered);
    one.open = one.clawedBack - one.recovered - one.keptBack;
    kept.set(key, left - one.keptBack);
  }
  return [...found.values()];
}
