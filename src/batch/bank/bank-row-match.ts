import type { LineDetail } from '../../ledger/read/batch-detail.js';
import type { BankRow } from '../../tables/return-file.js';
import { foldBankName, sentName } from '../../domain/bank-identity.js';

/** A row of a return file and the line it speaks of. */
export interface RowMatch {
  readonly row: BankRow;
  readonly line: LineDetail | null;
  /** Why the row cannot be taken: no such line, the line is named twice, or the row fits several lines. */
  readonly problem: 'unknown' | 'twice' | 'ambiguous' | null;
}

/**
 * Finds the line of each row: by line number, else by account, name and amount. Rows that name one line twice are all
 * refused, whatever they say.
 */
export function matchRows(rows: readonly BankRow[], lines: readonly LineDetail[]): RowMatch[] {
  const byNumber = new Map(lines.map((line) => [line.line.lineNo, line]));
  const byPayment = groupBy(lines, (line) =>
    paymentKey(line.line.account.accountNumber, sentName(line.line), line.line.amount),
  );
  const unnumbered = groupBy(
    rows.filter((row) => row.lineNoText === ''),
    (row) => paymentKey(row.account, row.name, row.amount),
  );
  const found: { row: BankRow; line: LineDetail | null; problem: RowMatch['problem'] }[] = rows.map((row) => {
    if (row.lineNoText !== '') {
      const line = row.lineNo === null ? undefined : byNumber.get(row.lineNo);
      return { row, line: line ?? null, problem: line === undefined ? 'unknown' : null };
    }
    const key = paymentKey(row.account, row.name, row.amount);
    const candidates = byPayment.get(key) ?? [];
    const alike = unnumbered.get(key) ?? [];
    const [only] = candidates;
    if (only === undefined) return { row, line: null, problem: 'unknown' };
    if (candidates.length === 1) return { row, line: only, problem: null };
    // Several lines look the same to the bank: rows may be dealt out only when they all say the same about all of them.
    const even = alike.length === candidates.length && new Set(alike.map(({ result }) => result)).size === 1;
    const line = even ? candidates[alike.indexOf(row)] : undefined;
    return { row, line: line ?? null, problem: line === undefined ? 'ambiguous' : null };
  });
  const named = new Map<LineDetail, number>();
  for (const { line } of found) if (line !== null) named.set(line, (named.get(line) ?? 0) + 1);
  return found.map((match) =>
    match.line !== null && (named.get(match.line) ?? 0) > 1 ? { ...match, problem: 'twice' } : match,
  );
}

/** What a bank knows of a payment when it does not give our line number. */
export function paymentKey(account: string | null, name: string | null, amount: number | null): string {
  return `${account ?? ''}|${foldBankName(name ?? '')}|${amount ?? ''}`;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list === undefined) groups.set(key(item), [item]);
    else list.push(item);
  }
  return groups;
}
