import type { FindingDraft } from '../../findings/collector.js';
import type { BankFileLines } from '../../ledger/read/sent-files.js';
import type { RowMatch } from './bank-row-match.js';

/**
 * The one bank file that a list of failures speaks of: named by the user, the only one there is, or the one in which all
 * its rows stand. Null: the batch knows no files, and the list speaks of all lines.
 */
export function answeredFile(
  matches: readonly RowMatch[],
  files: readonly BankFileLines[],
  of: BankFileLines | null,
): BankFileLines | 'unclear' | null {
  if (of !== null) return of;
  const current = files.filter((file) => file.current);
  if (current.length <= 1) return current[0] ?? null;
  const numbers = matches.flatMap(({ line }) => (line === null ? [] : [line.line.lineNo]));
  const holding = current.filter(({ lines }) => numbers.some((lineNo) => lines.has(lineNo)));
  return numbers.length > 0 && holding.length === 1 ? (holding[0] ?? 'unclear') : 'unclear';
}

/** BNK-23: rows about lines that the current files no longer hold: the return answers an export that was replaced. */
export function supersededBy(matches: readonly RowMatch[], files: readonly BankFileLines[]): FindingDraft | null {
  for (const { row, line } of matches) {
    if (line === null || line.status !== 'not-sent') continue;
    const old = files.find(({ current, lines }) => !current && lines.has(line.line.lineNo));
    const params = { line: line.line.lineNo, file: old?.name ?? '', day: old?.exportedOn ?? '' };
    return { code: 'BNK-23', severity: 'error', place: row.place, params };
  }
  return null;
}
