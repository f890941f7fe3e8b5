import { formatYuan, type Fen } from '../domain/money.js';
import { numberOf, numberOrNull, textOf, type Database, type SqlRow } from './database.js';
import { LedgerHistory } from './ledger-history.js';

/** A cap that a batch would break: what counts already, what the batch adds, what is allowed. */
export interface CapBreach {
  readonly key: string;
  readonly line: number;
  readonly counted: Fen;
  readonly added: Fen;
  readonly maxAmount: Fen | null;
  readonly countedTimes: number;
  readonly addedTimes: number;
  readonly maxCount: number | null;
  /** Batches that used the room up. */
  readonly batches: readonly string[];
}

/**
 * Every cap that the charges of a version would break, against the counting charges of all other batches as they stand
 * now and those of its own lines before. Must run inside the transaction that approves.
 */
export function capBreaches(database: Database, version: number, batchId: string): CapBreach[] {
  const history = new LedgerHistory(database, batchId);
  const breaches: CapBreach[] = [];
  let key: string | null = null;
  let counted = { amount: 0, count: 0 };
  let added = 0;
  let addedTimes = 0;
  let reported = false;
  const sql = `SELECT key, line_no, amount, count, max_amount, max_count FROM charge WHERE version = ?
    ORDER BY key, line_no, ord`;
  for (const row of database.iterate(sql, version)) {
    const own = textOf(row, 'key');
    if (own !== key) {
      key = own;
      counted = history.charged(own);
      added = 0;
      addedTimes = 0;
      reported = false;
    }
    added += numberOf(row, 'amount');
    addedTimes += numberOf(row, 'count');
    if (reported || !breaks(row, counted.amount + added, counted.count + addedTimes)) continue;
    reported = true;
    breaches.push({
      key: own,
      line: numberOf(row, 'line_no'),
      counted: counted.amount,
      added,
      maxAmount: numberOrNull(row, 'max_amount'),
      countedTimes: counted.count,
      addedTimes,
      maxCount: numberOrNull(row, 'max_count'),
      batches: [...new Set(history.charged(own).lines.map((line) => line.batch))],
    });
  }
  return breaches.sort((a, b) => a.line - b.line);
}

function breaks(charge: SqlRow, amount: Fen, count: number): boolean {
  const maxAmount = numberOrNull(charge, 'max_amount');
  const maxCount = numberOrNull(charge, 'max_count');
  return (maxAmount !== null && amount > maxAmount) || (maxCount !== null && count > maxCount);
}

/** One line for people about a breach. Names no ID number: the line is found by its number. */
export function describeBreach(breach: CapBreach): { readonly zh: string; readonly en: string } {
  const { line, counted, added, maxAmount, countedTimes, addedTimes, maxCount } = breach;
  const batches = breach.batches.join('、');
  if (maxAmount !== null && counted + added > maxAmount) {
    const [before, now, max] = [formatYuan(counted), formatYuan(added), formatYuan(maxAmount)];
    return {
      zh: `第${line}行：已发${before}元，本批再发${now}元，上限${max}元${batches === '' ? '' : `（见批次${batches}）`}`,
      en: `line ${line}: ${before} counted, ${now} added, at most ${max}${batches === '' ? '' : ` (see ${batches})`}`,
    };
  }
  return {
    zh: `第${line}行：已发${countedTimes}次，本批再发${addedTimes}次，最多${maxCount ?? 0}次${batches === '' ? '' : `（见批次${batches}）`}`,
    en: `line ${line}: paid ${countedTimes} times, ${addedTimes} more, at most ${maxCount ?? 0}${batches === '' ? '' : ` (see ${batches})`}`,
  };
}
