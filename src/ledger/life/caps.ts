import { formatYuan, type Fen } from '../../domain/money.js';
import { isClawbackKey } from '../../domain/clawback.js';
import { numberOf, numberOrNull, textOf, type Database, type SqlRow } from '../store/database.js';
import type { LedgerHistory } from '../read/ledger-history.js';

/** A cap that a batch would break: what counts already, what the batch adds, what is allowed. */
export interface CapBreach {
  readonly key: string;
  /** Line number, or number of the offset. */
  readonly line: number;
  readonly isOffset: boolean;
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
export function capBreaches(database: Database, version: number, history: LedgerHistory): CapBreach[] {
  const breaches: CapBreach[] = [];
  let key: string | null = null;
  let counted = { amount: 0, count: 0 };
  let added = 0;
  let addedTimes = 0;
  let reported = false;
  for (const row of ownCharges(database, version)) {
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
    // A debt has no maximum of its own: it is what was clawed back until now, and another batch may have taken it.
    const maxAmount = isClawbackKey(own) ? history.owed(own) : numberOrNull(row, 'max_amount');
    if (reported || !breaks(row, maxAmount, counted.amount + added, counted.count + addedTimes)) continue;
    reported = true;
    breaches.push({
      key: own,
      line: numberOf(row, 'line_no'),
      isOffset: numberOf(row, 'is_offset') === 1,
      counted: counted.amount,
      added,
      maxAmount,
      countedTimes: counted.count,
      addedTimes,
      maxCount: numberOrNull(row, 'max_count'),
      batches: [...new Set(history.charged(own).lines.map((line) => line.batch))],
    });
  }
  return breaches.sort((a, b) => a.line - b.line);
}

/** Charges of a version's lines and offsets, key by key. */
function ownCharges(database: Database, version: number): Iterable<SqlRow> {
  const columns = 'amount, count, max_amount, max_count';
  const lines = `SELECT key, line_no, ord, ${columns}, 0 AS is_offset FROM charge WHERE version = ?`;
  const offsets = `SELECT key, offset_no, ord, ${columns}, 1 FROM offset_charge WHERE version = ?`;
  const any = database.get('SELECT 1 AS found FROM offset_entry WHERE version = ? LIMIT 1', version);
  if (any === undefined) return database.iterate(`${lines} ORDER BY key, line_no, ord`, version);
  return database.iterate(`${lines} UNION ALL ${offsets} ORDER BY key, is_offset, line_no, ord`, version, version);
}

function breaks(charge: SqlRow, maxAmount: Fen | null, amount: Fen, count: number): boolean {
  const maxCount = numberOrNull(charge, 'max_count');
  return (maxAmount !== null && amount > maxAmount) || (maxCount !== null && count > maxCount);
}

/** One line for people about a breach. Names no ID number: the line is found by its number. */
export function describeBreach(breach: CapBreach): { readonly zh: string; readonly en: string } {
  const { counted, added, maxAmount, countedTimes, addedTimes, maxCount } = breach;
  const batches = breach.batches.join('、');
  const zhLine = breach.isOffset ? `抵扣第${breach.line}项` : `第${breach.line}行`;
  const enLine = `${breach.isOffset ? 'offset' : 'line'} ${breach.line}`;
  if (isClawbackKey(breach.key)) {
    const [before, now, owed] = [formatYuan(counted), formatYuan(added), formatYuan(maxAmount ?? 0)];
    return {
      zh: `${zhLine}：应追缴共${owed}元，已抵扣${before}元${batches === '' ? '' : `（见批次${batches}）`}，本批不能再抵扣${now}元`,
      en: `${enLine}: ${owed} owed, ${before} kept back before${batches === '' ? '' : ` (see ${batches})`}; ${now} more is too much`,
    };
  }
  if (maxAmount !== null && counted + added > maxAmount) {
    const [before, now, max] = [formatYuan(counted), formatYuan(added), formatYuan(maxAmount)];
    return {
      zh: `${zhLine}：已发${before}元，本批再发${now}元，上限${max}元${batches === '' ? '' : `（见批次${batches}）`}`,
      en: `${enLine}: ${before} counted, ${now} added, at most ${max}${batches === '' ? '' : ` (see ${batches})`}`,
    };
  }
  return {
    zh: `${zhLine}：已发${countedTimes}次，本批再发${addedTimes}次，最多${maxCount ?? 0}次${batches === '' ? '' : `（见批次${batches}）`}`,
    en: `${enLine}: paid ${countedTimes} times, ${addedTimes} more, at most ${maxCount ?? 0}${batches === '' ? '' : ` (see ${batches})`}`,
  };
}
