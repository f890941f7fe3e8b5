import type { FindingDraft } from '../../findings/collector.js';
import { TABLES, fieldByHeader, type Field } from '../fields/index.js';
import type { FoundHeader } from './find-header.js';
import { isKnownHeader, OTHER_PERSON, type TableMatch } from './match-columns.js';
import type { MatchedColumn } from './matched-column.js';
import { moneyFactor } from './normalise.js';
import { suggestField } from './suggest.js';

/** The option that answers what is missing: the year, or what a likely column is. */
function answeringOption(
  missing: readonly Field[],
  likely: readonly MatchedColumn[],
  suggestions: ReadonlyMap<MatchedColumn, Field | null>,
  year: number | null,
): string {
  return missing
    .map((field) => {
      if (field.key === 'incomeYear') return `--year ${year ?? '年份'}`;
      const column = likely.find((one) => suggestions.get(one) === field);
      return `--column '${column === undefined ? '列名' : column.header.replace(/\s+/g, '')}=${field.header}'`;
    })
    .join(' ');
}

/** Findings about a header that was recognised. A missing column, or two for one field, refuse the sheet. */
export function headerFindings(header: FoundHeader, match: TableMatch): FindingDraft[] {
  const findings: FindingDraft[] = [];
  const row = header.rows[1];
  const at = (column: MatchedColumn) => ({ row, column: column.column, header: column.header });
  const unmatched = match.columns.filter((column) => column.field === null && column.role === null);
  const found = new Set(match.columns.flatMap((column) => (column.field === null ? [] : [column.field])));
  const open = TABLES[match.kind].fields.filter((field) => !found.has(field));
  const suggestions = new Map(unmatched.map((column) => [column, suggestField(column, open)]));
  if (match.missing.length > 0) {
    const likely = [...unmatched].sort(
      (a, b) => Number(suggestions.get(b) !== null) - Number(suggestions.get(a) !== null),
    );
    findings.push({
      code: 'HDR-01',
      severity: 'error',
      place: { row },
      params: {
        missing: match.missing.map((field) => field.header).join('、'),
        synonyms: match.missing.flatMap((field) => (field.synonyms ?? []).slice(0, 3)).join('、'),
        unmatched: likely.map((column) => column.header.replace(/\s+/g, '')).join('、'),
        option: answeringOption(match.missing, likely, suggestions, header.yearAbove),
      },
    });
  }
  for (const { field, first, second } of match.duplicates)
    findings.push({
      code: 'HDR-02',
      severity: 'error',
      place: at(second),
      params: { field: field.header, first: first.header, second: second.header },
    });
  findings.push(...unitFindings(header, match, at));
  const unknown: MatchedColumn[] = [];
  for (const column of unmatched) {
    const suggestion = suggestions.get(column) ?? null;
    const meanings = column.ambiguous?.meanings ?? [];
    const settled = meanings.some((meaning) => {
      const field = fieldByHeader(match.kind, meaning);
      return field !== undefined && found.has(field);
    });
    if (meanings.length > 0 && !settled)
      findings.push({
        code: 'HDR-07',
        severity: 'warning',
        place: at(column),
        params: { header: column.header, meanings: meanings.join('、') },
      });
    else if (isLostLeaf(column))
      findings.push({
        code: 'HDR-05',
        severity: 'warning',
        place: at(column),
        params: { path: [...column.path, column.header].map((word) => word.replace(/\s+/g, '')).join(' / ') },
      });
    else if (suggestion !== null && meanings.length === 0)
      findings.push({
        code: 'HDR-06',
        severity: 'warning',
        place: at(column),
        params: { header: column.header, suggestion: suggestion.header },
      });
    else unknown.push(column);
  }
  if (unknown.length > 0)
    findings.push({
      code: 'HDR-03',
      severity: 'info',
      place: { row },
      params: { headers: unknown.map((column) => column.header.replace(/\s+/g, '')).join('、'), count: unknown.length },
    });
  return findings;
}

/** A name we know that its group header makes into something else: 户主 / 身份证件类型及号码. */
function isLostLeaf(column: MatchedColumn): boolean {
  if (column.path.length === 0 || column.path.some((word) => OTHER_PERSON.test(word))) return false;
  return isKnownHeader(column.key, column.unit);
}

/** Says once for each unit other than 元 that amounts were multiplied. */
function unitFindings(
  header: FoundHeader,
  match: TableMatch,
  at: (column: MatchedColumn) => FindingDraft['place'],
): FindingDraft[] {
  const findings: FindingDraft[] = [];
  const said = new Set<string>();
  for (const column of match.columns) {
    if (column.field?.type !== 'money') continue;
    const unit = column.unit ?? header.unitAbove;
    if (unit === null || said.has(unit) || (moneyFactor(unit) ?? 1) === 1) continue;
    said.add(unit);
    const place = at(column);
    findings.push({ code: 'HDR-04', severity: 'warning', ...(place === undefined ? {} : { place }), params: { unit } });
  }
  return findings;
}
