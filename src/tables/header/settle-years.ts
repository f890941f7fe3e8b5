import type { Cell } from '../grid.js';
import { fieldByHeader } from '../fields/index.js';
import { headText, type HeadRow } from './leaf-columns.js';
import { summarise, type TableMatch } from './match-columns.js';
import type { MatchedColumn } from './matched-column.js';
import { statedYear } from './read-parts.js';

/**
 * `2024年务工收入` is the income of the year when the title (2024年度) or the column 收入年度 says the same year and no
 * other; else it stays a question.
 */
export function settleYears(
  match: TableMatch | null,
  above: readonly HeadRow[],
  below: readonly HeadRow[],
): TableMatch | null {
  if (match === null || !match.columns.some(isYearQuestion)) return match;
  const titles = above.flatMap(({ cells }) =>
    cells.flatMap((cell) => [...headText(cell).matchAll(/((?:19|20)\d{2})\s*年度/g)].map(([, year]) => Number(year))),
  );
  const yearColumn = match.columns.find(({ field }) => field?.key === 'incomeYear')?.column;
  const cells = yearColumn === undefined ? [] : below.map(({ cells: row }) => yearText(row[yearColumn]));
  const written = cells.flatMap((text) => /^\s*((?:19|20)\d{2})/.exec(text)?.[1] ?? []).map(Number);
  const years = new Set([...titles, ...written]);
  const [only] = years;
  if (years.size !== 1) return match;
  const duplicates = [...match.duplicates];
  const columns = match.columns.map((column): MatchedColumn => {
    const [meaning = ''] = column.ambiguous?.meanings ?? [];
    if (!isYearQuestion(column) || statedYear(column.key) !== only) return column;
    const field = fieldByHeader(match.kind, meaning) ?? fieldByHeader('住户', meaning) ?? null;
    const read = { ...column, field, ambiguous: null };
    const first = match.columns.find((other) => other.field !== null && other.field === field);
    if (field !== null && first !== undefined) duplicates.push({ field, first, second: read });
    return read;
  });
  return summarise(match.kind, columns, duplicates);
}

function yearText(cell: Cell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function isYearQuestion({ ambiguous, key }: MatchedColumn): boolean {
  return ambiguous !== null && statedYear(key) !== null;
}
