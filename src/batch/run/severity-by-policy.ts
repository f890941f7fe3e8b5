import type { Roster } from '../../domain/roster.js';
import type { Finding } from '../../findings/finding.js';
import { fieldsRead, IDENTITY } from '../../policy/pack/fields-read.js';
import type { Pack } from '../../policy/pack/pack.js';
import { READ_BY } from '../../policy/scopes/index.js';

/** Findings that a cell could not be taken as it stands: unreadable, contradicted by its neighbours, lost in a merge. */
const ABOUT_A_CELL: ReadonlySet<string> = new Set([
  'HDR-08',
  'SHT-07',
  'CEL-06',
  'CEL-08',
  'CEL-09',
  'CEL-13',
  'CEL-15',
  'CEL-16',
  'CEL-17',
  'ROW-05',
]);

/**
 * The findings as the chosen policy takes them: a cell that cannot be read is an error only where payments or caps read its
 * field, or it says who someone is; elsewhere it decides nothing, holds nobody, and is a warning.
 */
export function severityByPolicy(
  findings: readonly Finding[],
  roster: Roster,
  pack: Pick<Pack, 'benefits'>,
  readings: Readonly<Record<string, string>>,
): readonly Finding[] {
  const read = fieldsRead(pack, readings, READ_BY);
  if (read === null) return findings;
  const decides = ({ place: { table, field, column } }: Finding): boolean => {
    const source = table === null ? undefined : roster.tables[table];
    if (source === undefined || field === null || IDENTITY.has(field)) return true;
    // A column of the household beside its members stands in a table of its own kind.
    const owner = roster.tables.find((one) => one.carriedBy === table && one.columns.get(field)?.column === column);
    const own = owner === undefined || source.columns.get(field)?.column === column ? source.kind : owner.kind;
    return read.has(`${own}.${field}`) || (owner !== undefined && read.has(`${owner.kind}.${field}`));
  };
  return findings.map((finding) =>
    finding.severity === 'error' && ABOUT_A_CELL.has(finding.code) && !decides(finding)
      ? { ...finding, severity: 'warning' }
      : finding,
  );
}
