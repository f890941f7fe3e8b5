import { foldBankName, sentName } from '../../domain/bank-identity.js';
import { fitsMask, isMaskedAccount, isMaskedName } from '../../domain/masked-text.js';
import type { LineDetail } from '../../ledger/read/batch-detail.js';
import type { BankRow } from '../../tables/return-file.js';

/** A row of a return file and the line it speaks of. */
export interface RowMatch {
  readonly row: BankRow;
  readonly line: LineDetail | null;
  /** Why the row cannot be taken: no such line, the line is named twice, or the row fits several lines. */
  readonly problem: 'unknown' | 'twice' | 'ambiguous' | null;
}

/**
 * Finds the line of each row. A line number counts where account, name and amount agree with that line; where they are
 * another line's, the numbers are the bank's own and account, name and amount decide for the whole file, if they do. Rows
 * that say the same twice are one; rows that name one line with different answers are all refused.
 */
export function matchRows(rows: readonly BankRow[], lines: readonly LineDetail[]): RowMatch[] {
  const known = new LineSearch(lines);
  const once = withoutRepeats(rows, known);
  const own = once.filter((row) => row.lineNoText === '' || !known.numberFits(row));
  const foreign = own.some((row) => row.lineNoText !== '' && known.fitting(row).length > 0) || restarts(once, known);
  const found = once.map((row): RowMatch => {
    if (row.lineNoText !== '' && !foreign) return byNumber(row, known);
    return byPayment(row, known, foreign ? once : own);
  });
  const named = new Map<LineDetail, number>();
  for (const { line } of found) if (line !== null) named.set(line, (named.get(line) ?? 0) + 1);
  return found.map((match) =>
    match.line !== null && (named.get(match.line) ?? 0) > 1 ? { ...match, problem: 'twice' } : match,
  );
}

function byNumber(row: BankRow, known: LineSearch): RowMatch {
  const line = known.numbered(row);
  return { row, line, problem: line === null ? 'unknown' : null };
}

function byPayment(row: BankRow, known: LineSearch, rows: readonly BankRow[]): RowMatch {
  const candidates = known.fitting(row);
  const [only] = candidates;
  if (only === undefined) return known.nearest(row);
  if (candidates.length === 1) return { row, line: only, problem: null };
  // Several lines look the same to the bank: rows may be dealt out only when they all say the same about all of them.
  const alike = rows.filter((other) => samePayment(other, row));
  const even = alike.length === candidates.length && new Set(alike.map(({ result }) => result)).size === 1;
  const whole = candidates.every((line) => known.fitting(row).length === known.twins(line).length);
  const line = even && whole ? candidates[alike.indexOf(row)] : undefined;
  return { row, line: line ?? null, problem: line === undefined ? 'ambiguous' : null };
}

function samePayment(a: BankRow, b: BankRow): boolean {
  return rowKey(a) === rowKey(b);
}

function rowKey({ account, name, amount }: BankRow): string {
  return paymentKey(account, name, amount);
}

/**
 * A list of a few failures numbered 1, 2, 3 … may carry the bank's numbers, which agree with ours by chance where two
 * lines are alike. Then the numbers decide nothing.
 */
function restarts(rows: readonly BankRow[], known: LineSearch): boolean {
  const counted = rows.every(({ lineNo }, index) => lineNo === index + 1);
  if (!counted || rows.length === known.count) return false;
  return rows.some((row) => known.fitting(row).length > 1);
}

/** The same row twice is one answer; without numbers a row may stand once for each line that looks like it. */
function withoutRepeats(rows: readonly BankRow[], known: LineSearch): BankRow[] {
  const groups = groupBy(rows, ({ fingerprint }) => fingerprint);
  const kept = new Set<BankRow>();
  for (const same of groups.values()) {
    const [first] = same;
    if (first === undefined) continue;
    const allowed = first.lineNoText === '' ? Math.max(1, known.fitting(first).length) : 1;
    for (const row of same.slice(0, allowed)) kept.add(row);
  }
  return rows.filter((row) => kept.has(row));
}

/** Lines by what a bank knows of them, masked values included. */
class LineSearch {
  readonly count: number;
  private readonly lines: readonly LineDetail[];
  private readonly byNumber: ReadonlyMap<number, LineDetail>;
  private readonly byPayment: ReadonlyMap<string, readonly LineDetail[]>;
  private readonly byOwner: ReadonlyMap<string, readonly LineDetail[]>;
  private readonly found = new Map<string, readonly LineDetail[]>();

  constructor(lines: readonly LineDetail[]) {
    this.count = lines.length;
    this.lines = lines;
    this.byNumber = new Map(lines.map((line) => [line.line.lineNo, line]));
    this.byPayment = groupBy(lines, lineKey);
    this.byOwner = groupBy(lines, ({ line }) => paymentKey(line.account.accountNumber, sentName(line), null));
  }

  numbered({ lineNo }: BankRow): LineDetail | null {
    return lineNo === null ? null : (this.byNumber.get(lineNo) ?? null);
  }

  /** Whether the row's own number names a line that agrees with it. */
  numberFits(row: BankRow): boolean {
    const line = this.numbered(row);
    return line !== null && agrees(row, line);
  }

  /** Lines that agree with the row in all that it shows of account, name and amount. */
  fitting(row: BankRow): readonly LineDetail[] {
    const { account, name, amount, silent } = row;
    if (account === null || (amount === null && !silent)) return [];
    if (name !== null && !isShownInPart(row))
      return (silent ? this.byOwner.get(paymentKey(account, name, null)) : this.byPayment.get(rowKey(row))) ?? [];
    const key = `${silent ? 'silent' : ''}${rowKey(row)}`;
    let lines = this.found.get(key);
    if (lines === undefined) {
      lines = this.lines.filter((line) => agrees(row, line));
      this.found.set(key, lines);
    }
    return lines;
  }

  twins(line: LineDetail): readonly LineDetail[] {
    return this.byPayment.get(lineKey(line)) ?? [line];
  }

  /** The one line of that account and name, for a finding about the amount. */
  nearest(row: BankRow): RowMatch {
    const lines = this.byOwner.get(paymentKey(row.account, row.name, null)) ?? [];
    const [only] = lines;
    if (only === undefined || lines.length > 1) return { row, line: null, problem: 'unknown' };
    return { row, line: only, problem: null };
  }
}

function lineKey({ line }: LineDetail): string {
  return paymentKey(line.account.accountNumber, sentName(line), line.amount);
}

function agrees(row: BankRow, { line }: LineDetail): boolean {
  return (
    (row.silent || row.amount === line.amount) &&
    (row.account === null || sameAccount(row.account, line.account.accountNumber)) &&
    (row.name === null || sameName(row.name, sentName(line)))
  );
}

/** Whether an account as the bank shows it, masked or whole, is the one that was sent. */
export function sameAccount(shown: string, sent: string | null): boolean {
  if (sent === null) return false;
  if (!isMaskedAccount(shown)) return shown === sent;
  return shown.replace(/\D/g, '').length >= 4 && fitsMask(shown, sent);
}

/** The same for a name. */
export function sameName(shown: string, sent: string): boolean {
  const folded = foldBankName(shown);
  return folded === foldBankName(sent) || (isMaskedName(shown) && fitsMask(folded, foldBankName(sent)));
}

/** Whether account or name of the row are masked. */
export function isShownInPart({ account, name }: BankRow): boolean {
  return (account !== null && isMaskedAccount(account)) || (name !== null && isMaskedName(name));
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
