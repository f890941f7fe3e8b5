import { acceptanceKey, acceptanceName, type Acceptances } from '../../checks/accept-finding.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { Acceptance } from '../../findings/acceptance.js';
import type { Finding } from '../../findings/finding.js';
import type { AcceptedRow } from '../../tables/accepted-list.js';

/** Accepted warnings by key: rows with both a reason and a name. The last row of a warning counts. */
export function acceptancesOf(rows: readonly AcceptedRow[]): Acceptances {
  const accepted = new Map<string, Acceptance>();
  for (const row of rows)
    if (row.note !== '' && row.by !== '')
      accepted.set(keyOf(row), { note: row.note, by: row.by, date: row.date === '' ? null : row.date });
  return accepted;
}

function keyOf({ key, code, object, content }: AcceptedRow): string {
  return key === '' ? acceptanceKey(code, object, content) : key;
}

/**
 * Rows that accept nothing (FIL-09): reason or name is missing, what they stand at is an error, or no warning says that any
 * more. The last is only told: the warning of the new value speaks for itself.
 */
export function unusedAcceptances(rows: readonly AcceptedRow[], findings: readonly Finding[]): FindingDraft[] {
  if (rows.length === 0) return [];
  const severities = new Map<string, Finding['severity']>();
  for (const finding of findings)
    if (finding.severity !== 'info') severities.set(acceptanceName(finding).key, finding.severity);
  return rows.flatMap((row): FindingDraft[] => {
    const severity = severities.get(keyOf(row));
    const reason =
      row.note === '' || row.by === ''
        ? 'incomplete'
        : severity === 'error'
          ? 'error'
          : severity === undefined
            ? 'changed'
            : null;
    if (reason === null) return [];
    return [
      {
        code: 'FIL-09',
        severity: reason === 'changed' ? 'info' : 'warning',
        place: row.place,
        params: { reason, code: row.code, lacking: row.by === '' ? '核实人' : '核实说明' },
      },
    ];
  });
}
