import { TABLE_KINDS, type TableKind } from '../../domain/roster.js';
import { CARRIED_HOUSEHOLD_FIELDS, TABLES, type AmbiguousHeader, type Field } from '../fields/index.js';
import { PERSON_NAME } from '../fields/shared-fields.js';
import {
  CLAIM_HEADERS,
  CLAIM_PATTERN,
  UNUSED_HEADERS,
  OWN_RESULT_HEADERS,
  SEQUENCE_HEADERS,
} from '../fields/unused-headers.js';
import type { LeafColumn } from './leaf-columns.js';
import { moneyFactor, normaliseHeader } from './normalise.js';
import { apart } from './apart.js';
import { contradicts, groupContradicts, takeApart } from './read-parts.js';
import type { MatchedColumn } from './matched-column.js';

export interface DuplicateColumns {
  readonly field: Field;
  readonly first: MatchedColumn;
  readonly second: MatchedColumn;
}

/** How a header row reads as one kind of table. */
export interface TableMatch {
  readonly kind: TableKind;
  readonly columns: readonly MatchedColumn[];
  readonly missing: readonly Field[];
  /** The income year that a person gave for a table without that column. */
  readonly year?: number;
  readonly duplicates: readonly DuplicateColumns[];
  readonly matched: number;
  /** Matched required columns, weak words left out. */
  readonly required: number;
  /** Matched columns that only this sort of table has. */
  readonly telling: number;
}

/** Remarks: a second one contradicts nothing and is left out. */
const FREE_TEXT: ReadonlySet<string> = new Set(['remark', 'note']);

/** Group headers under which a bare 姓名 or 电话 is somebody else's. */
export const OTHER_PERSON = /帮扶|监护|家长|照料|公安|紧急|法人|法定|负责人|联系人|包联|驻村|填表|经办/;
/** Words of a group header that add nothing to the name of its leaf. */
const PLAIN_GROUP = /(?:基本)?(?:信息|情况|资料|数据|登记|内容|明细)$/;

interface Lexicon {
  readonly exact: ReadonlyMap<string, Field>;
  readonly weak: ReadonlyMap<string, Field>;
  readonly ambiguous: ReadonlyMap<string, AmbiguousHeader>;
}

const MEMBER_NAMES: ReadonlySet<string> = new Set(PERSON_NAME.map((word) => normaliseHeader(word).key));
const LEXICONS = new Map<TableKind, readonly Lexicon[]>();
const ROLES = new Map<string, 'sequence' | 'own' | 'unused' | 'claim'>();
for (const header of UNUSED_HEADERS) ROLES.set(normaliseHeader(header).key, 'unused');
for (const header of CLAIM_HEADERS) ROLES.set(normaliseHeader(header).key, 'claim');
for (const header of SEQUENCE_HEADERS) ROLES.set(normaliseHeader(header).key, 'sequence');
for (const header of OWN_RESULT_HEADERS) ROLES.set(normaliseHeader(header).key, 'own');

/** Comparison key of a synonym; one that carries a unit keeps it: 务工时间 and 务工时间(月) are two words. */
function lexiconKey(header: string): string {
  const { key, unit } = normaliseHeader(header);
  return unit === null ? key : withUnit(key, unit);
}

function withUnit(key: string, unit: string): string {
  return `${key}(${moneyFactor(unit) === null ? unit.replace('个月', '月') : '元'})`;
}

function lexiconOf(fields: readonly Field[], ambiguous: readonly AmbiguousHeader[]): Lexicon {
  const exact = new Map<string, Field>();
  const weak = new Map<string, Field>();
  for (const field of fields) {
    for (const word of [field.header, ...(field.synonyms ?? [])]) exact.set(lexiconKey(word), field);
    for (const word of field.weak ?? []) weak.set(lexiconKey(word), field);
  }
  return { exact, weak, ambiguous: new Map(ambiguous.map((word) => [lexiconKey(word.header), word])) };
}

function lexiconsOf(kind: TableKind): readonly Lexicon[] {
  let lexicons = LEXICONS.get(kind);
  if (lexicons === undefined) {
    const { fields, ambiguous } = TABLES[kind];
    lexicons = [lexiconOf(fields, ambiguous)];
    if (kind === '成员') lexicons = [...lexicons, lexiconOf(CARRIED_HOUSEHOLD_FIELDS, TABLES['住户'].ambiguous)];
    LEXICONS.set(kind, lexicons);
  }
  return lexicons;
}

let knownHeaders: ReadonlySet<string> | null = null;

/** Whether some table has a column of this (normalised) name: then it is that, and not another one misspelt. */
export function isKnownHeader(key: string, unit: string | null = null): boolean {
  knownHeaders ??= new Set(
    TABLE_KINDS.flatMap((kind) => lexiconsOf(kind).flatMap(({ exact, weak }) => [...exact.keys(), ...weak.keys()])),
  );
  return knownHeaders.has(key) || (unit !== null && knownHeaders.has(withUnit(key, unit)));
}

/** Reads leaf columns as a table of one kind: exact matches after normalisation, never similarity. */
export function matchColumns(leaves: readonly LeafColumn[], kind: TableKind): TableMatch {
  const lexicons = lexiconsOf(kind);
  const taken = new Map<Field, MatchedColumn>();
  const duplicates: DuplicateColumns[] = [];
  const columns = apart(leaves.map((leaf) => read(leaf, lexicons)));
  const names = columns.map(({ key }) => key);
  for (const column of columns) {
    if (column.field === null) continue;
    const first = taken.get(column.field);
    if (first === undefined) taken.set(column.field, column);
    else if (!FREE_TEXT.has(column.field.key)) duplicates.push({ field: column.field, first, second: column });
  }
  const settled = columns.map((column): MatchedColumn => {
    if (column.field === null) return readWeak(column, lexicons, taken, names);
    const isSecondRemark = FREE_TEXT.has(column.field.key) && taken.get(column.field) !== column;
    return isSecondRemark ? { ...column, field: null, role: 'unused' } : column;
  });
  return summarise(kind, settled, duplicates);
}

/** Counts what matched; also used after a mapping file has changed columns. */
export function summarise(
  kind: TableKind,
  columns: readonly MatchedColumn[],
  duplicates: readonly DuplicateColumns[],
): TableMatch {
  const found = new Set(columns.flatMap((column) => (column.field === null ? [] : [column.field])));
  const strong = new Set(columns.flatMap((column) => (column.field === null || column.weak ? [] : [column.field])));
  const required = TABLES[kind].fields.filter((field) => field.required === true);
  return {
    kind,
    columns,
    missing: required.filter((field) => !found.has(field) && !standsForNumber(field, found)),
    duplicates,
    matched: found.size,
    required: required.filter((field) => strong.has(field)).length,
    telling: [...strong].filter((field) => field.common !== true).length,
  };
}

/** Without 户编号 a household is known by its head: by 户主身份证号, or by the row of 户主 among its members. */
function standsForNumber({ key }: Field, found: ReadonlySet<Field>): boolean {
  if (key !== 'householdId') return false;
  return [...found].some(({ key: other, of }) => other === 'headId' || (of === '成员' && other === 'relation'));
}

function read(leaf: LeafColumn, lexicons: readonly Lexicon[]): MatchedColumn {
  const { key, unit } = normaliseHeader(leaf.header);
  const inherited = unit ?? groupUnit(leaf.path);
  const base = { ...leaf, key, unit: inherited, field: null, ambiguous: null, weak: false, role: null };
  const parents = leaf.path.map((word) => normaliseHeader(word).key.replace(PLAIN_GROUP, ''));
  for (const parent of [...parents].reverse()) {
    const hit = lookUp(`${parent}${key}`, inherited, lexicons);
    if (parent !== '' && hit !== null && 'type' in hit && !groupContradicts(leaf.path, leaf.header, hit))
      return { ...base, field: hit };
  }
  // Under 户主 a 姓名 is not the member's; a leaf that says 户主 itself says whose it is.
  const isHeads = (parent: string): boolean => parent === '户主' && /^(?!户主).*(?:姓名|身份证|证件)/.test(key);
  if (parents.some((parent) => OTHER_PERSON.test(parent) || isHeads(parent))) return base;
  const hit = lookUp(key, inherited, lexicons) ?? lookUpParts(key, inherited, lexicons);
  if (hit !== null && 'type' in hit && groupContradicts(leaf.path, leaf.header, hit)) return base;
  const unitless = hit === null ? withoutGroupUnit(key, unit, inherited, lexicons) : null;
  if (unitless !== null) return { ...base, unit: null, field: unitless };
  if (hit === null) return { ...base, role: ROLES.get(key) ?? (CLAIM_PATTERN.test(key) ? 'claim' : null) };
  return 'type' in hit ? { ...base, field: hit } : { ...base, ambiguous: hit };
}

/** A year or a name under 收入（元）: the unit of the group is that of its amounts alone. */
function withoutGroupUnit(
  key: string,
  unit: string | null,
  inherited: string | null,
  lexicons: readonly Lexicon[],
): Field | null {
  if (unit !== null || inherited === null) return null;
  const hit = lookUp(key, null, lexicons);
  return hit !== null && 'type' in hit && hit.type !== 'money' ? hit : null;
}

function lookUp(key: string, unit: string | null, lexicons: readonly Lexicon[]): Field | AmbiguousHeader | null {
  const full = unit === null ? null : withUnit(key, unit);
  for (const { exact, ambiguous } of lexicons) {
    const unitWord = full === null ? undefined : (ambiguous.get(full) ?? exact.get(full));
    if (unitWord !== undefined) return unitWord;
    const word = ambiguous.get(key);
    const field = exact.get(key);
    if (field !== undefined && unitFits(unit, field)) return field;
    if (word !== undefined) return word;
  }
  return null;
}

/** A field by the parts of a header: what is left names it, and nothing else that is said speaks against it. */
function lookUpParts(key: string, unit: string | null, lexicons: readonly Lexicon[]): Field | AmbiguousHeader | null {
  if (ROLES.has(key)) return null;
  const read = takeApart(key, (core) =>
    lexicons.some(({ exact, ambiguous }) => exact.has(core) || ambiguous.has(core)),
  );
  if (read === null) return null;
  for (const { exact } of lexicons) {
    const field = exact.get(read.core);
    if (field === undefined || (field.type !== 'money' && field.key !== 'size')) continue;
    if (!unitFits(unit, field) || contradicts(read.parts, field)) continue;
    return read.year === null ? field : { header: key, meanings: [field.header, '其他年度'] };
  }
  return null;
}

function readWeak(
  column: MatchedColumn,
  lexicons: readonly Lexicon[],
  taken: Map<Field, MatchedColumn>,
  names: readonly string[],
): MatchedColumn {
  if (column.path.some((word) => OTHER_PERSON.test(word))) return column;
  for (const { weak } of lexicons) {
    const field = weak.get(column.key);
    // 身份证号 is the head's only where nobody else is named.
    if (field?.key === 'headId' && names.some((key) => MEMBER_NAMES.has(key))) continue;
    if (field === undefined || taken.has(field) || !unitFits(column.unit, field)) continue;
    const read = { ...column, field, weak: true, role: null, ambiguous: null };
    taken.set(field, read);
    return read;
  }
  return column;
}

function groupUnit(path: readonly string[]): string | null {
  for (const word of [...path].reverse()) {
    const { unit } = normaliseHeader(word);
    if (unit !== null) return unit;
  }
  return null;
}

function unitFits(unit: string | null, field: Field): boolean {
  if (unit === null) return true;
  if (moneyFactor(unit) !== null) {
    if (field.type !== 'money') return false;
    // 元/人 of a household is what falls to each of its members.
    if (field.of === '住户' && unit.includes('/人') && !field.header.includes('人均')) return false;
    // 元/月 over an annual amount, or 元/年 over a monthly wage, is not the column we know.
    return unit.endsWith('/月') ? field.key === 'monthlyWage' : !(unit.endsWith('/年') && field.key === 'monthlyWage');
  }
  switch (field.type) {
    case 'money':
      return false;
    case 'months':
      return unit === '月' || unit === '个月';
    case 'quantity':
    case 'count':
      return unit !== '月' && unit !== '个月';
    case 'year':
      return unit === '年';
    default:
      return unit === '月' || unit === '年' || unit === '日';
  }
}

/** Columns after the first that were told to be the same field, each with the first. */
export function duplicatesOf(columns: readonly MatchedColumn[]): DuplicateColumns[] {
  const first = new Map<string, MatchedColumn>();
  const duplicates: DuplicateColumns[] = [];
  for (const column of columns) {
    if (column.field === null) continue;
    const key = `${column.field.of}.${column.field.key}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, column);
    else duplicates.push({ field: column.field, first: before, second: column });
  }
  return duplicates;
}
