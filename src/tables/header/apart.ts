import { CARRIED_HOUSEHOLD_FIELDS, type Field } from '../fields/index.js';
import type { MatchedColumn } from './matched-column.js';
import { partsIn } from './read-parts.js';

/**
 * Two columns of one name on a sheet of households and members: the ID beside the head's name is the head's, the sum
 * beside each member's income is the household's. What does not tell itself apart stays as it is.
 */
export function apart(columns: readonly MatchedColumn[]): readonly MatchedColumn[] {
  return sumApart(headApart(columns));
}

/** 户主姓名, 身份证号, 成员姓名, 成员身份证号. */
function headApart(columns: readonly MatchedColumn[]): readonly MatchedColumn[] {
  const ids = columns.filter(({ field }) => field?.key === 'personId');
  const member = ids.find(({ key }) => partsIn(key).whose.has('member'));
  const [head] = ids.filter((column) => column !== member);
  const headId = householdField('headId');
  if (ids.length !== 2 || member === undefined || head === undefined || isTaken(columns, headId)) return columns;
  const at = columns.indexOf(head);
  const named = (key: string): number => columns.findIndex(({ field }) => field?.key === key);
  const [headName, name] = [named('headName'), named('name')];
  if (headName < 0 || at < headName || name < at) return columns;
  return replaced(columns, head, headId);
}

/** 务工收入, 务工收入合计: each member's beside the household's, which must agree. */
function sumApart(columns: readonly MatchedColumn[]): readonly MatchedColumn[] {
  const wages = columns.filter(({ field }) => field?.key === 'wageIncome' && field.of === '成员');
  const sums = wages.filter(({ key }) => partsIn(key).how.has('total'));
  const [sum] = sums;
  const household = householdField('wageIncome');
  if (wages.length !== 2 || sums.length !== 1 || sum === undefined || isTaken(columns, household)) return columns;
  return replaced(columns, sum, household);
}

function householdField(key: string): Field | null {
  return CARRIED_HOUSEHOLD_FIELDS.find((field) => field.key === key) ?? null;
}

function isTaken(columns: readonly MatchedColumn[], field: Field | null): boolean {
  return field === null || columns.some((column) => column.field === field);
}

function replaced(
  columns: readonly MatchedColumn[],
  column: MatchedColumn,
  field: Field | null,
): readonly MatchedColumn[] {
  return columns.map((other) => (other === column ? { ...column, field } : other));
}
