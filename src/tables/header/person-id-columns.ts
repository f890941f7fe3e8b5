import { readResidentId } from '../../domain/resident-id.js';
import type { FindingDraft } from '../../findings/collector.js';
import { displayText } from '../values/plain-text.js';
import type { FoundHeader } from './find-header.js';
import type { HeadRow } from './leaf-columns.js';
import { OTHER_PERSON, type TableMatch } from './match-columns.js';

/** Values that make a column one of IDs. */
const ENOUGH = 2;

/** Columns full of valid IDs that no field takes: somebody stands in them, and nobody looks at whom (HDR-12). */
export function unusedIdColumns(header: FoundHeader, match: TableMatch, rows: readonly HeadRow[]): FindingDraft[] {
  const below = rows.filter(({ row }) => row >= header.dataFrom);
  return match.columns.flatMap((column): FindingDraft[] => {
    if (column.field !== null || column.role !== null) return [];
    if ([...column.path, column.header].some((word) => OTHER_PERSON.test(word))) return [];
    const texts = below.map(({ cells }) => displayText(cells[column.column] ?? null).replace(/\s/g, ''));
    const valid = texts.filter((text) => /^\d{17}[\dXx]$/.test(text) && readResidentId(text).problem === 'ok').length;
    if (valid < ENOUGH || valid < texts.filter((text) => text !== '').length * 0.8) return [];
    const place = { row: header.rows[1], column: column.column, header: column.header };
    return [
      {
        code: 'HDR-12',
        severity: 'warning',
        place,
        params: { header: column.header.replace(/\s+/g, ''), count: valid },
      },
    ];
  });
}
