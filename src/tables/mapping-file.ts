import { z } from 'zod';
import { TABLE_KINDS, type TableKind } from '../domain/roster.js';
import { fieldByHeader, TABLES, type Field } from './fields/index.js';
import { withYear } from './answers.js';
import type { TableReading } from './file-reading.js';
import { columnName, fingerprint } from './header/fingerprint.js';
import type { LeafColumn } from './header/leaf-columns.js';
import { duplicatesOf, matchColumns, summarise, type TableMatch } from './header/match-columns.js';
import type { MatchedColumn } from './header/matched-column.js';
import { normaliseHeader } from './header/normalise.js';

/** What each column of one header stands for, as a person settled it. */
export interface TableMapping {
  /** Of the header this was made for; null in a file written by hand: it then fits every header that has its columns. */
  readonly fingerprint: string | null;
  readonly table: TableKind;
  /** Income year of tables with this header that have no such column. */
  readonly year?: number | undefined;
  readonly columns: readonly ColumnMapping[];
}

export interface ColumnMapping {
  /** Header as written, with its group headers: `家庭收入 / 务工收入`. */
  readonly header: string;
  /** Column number from 0, where one header occurs twice; null otherwise. */
  readonly column: number | null;
  /** Standard header of src/CONTRACT.md §3; null: not used; {@link OPEN}: nobody has said yet what it means. */
  readonly field: string | null;
  /** Table of the field where a 成员 sheet carries 住户 columns. */
  readonly of: TableKind | null;
  /** What a word with two meanings may stand for: the choice for `field`. */
  readonly meanings?: readonly string[] | undefined;
}

/** The `field` of a word with two meanings until somebody settles it: the tool goes on asking. */
const OPEN = '?';

export interface MappingFile {
  readonly version: 1;
  readonly tables: readonly TableMapping[];
}

/** A mapping file that cannot be used; the messages say where and why. */
export class MappingFault extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'MappingFault';
    this.problems = problems;
  }
}

const columnSchema = z.strictObject({
  header: z.string().min(1),
  column: z.number().int().min(0).nullable().default(null),
  field: z.string().min(1).nullable(),
  of: z
    .enum(TABLE_KINDS as [TableKind, ...TableKind[]])
    .nullable()
    .default(null),
  meanings: z.array(z.string()).optional(),
});
const schema = z.strictObject({
  version: z.literal(1),
  tables: z
    .array(
      z.strictObject({
        fingerprint: z.string().nullable().default(null),
        sheet: z.string().optional(),
        table: z.enum(TABLE_KINDS as [TableKind, ...TableKind[]]),
        year: z.number().int().min(1900).max(2099).optional(),
        columns: z.array(columnSchema).min(1),
      }),
    )
    .min(1),
});

/**
 * Checks a mapping file that was parsed from YAML or JSON.
 * Throws {@link MappingFault} naming every unknown table, unknown field and misspelt key.
 */
export function parseMapping(data: unknown): MappingFile {
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new MappingFault(
      parsed.error.issues.map((issue) => `${issue.path.map(String).join('.') || '文件'}：${issue.message}`),
    );
  const problems: string[] = [];
  for (const { table, columns } of parsed.data.tables) {
    for (const { header, field, of } of columns) {
      if (field === null || field === OPEN || isPlainMeaning(of ?? table, field)) continue;
      if (fieldByHeader(of ?? table, field) === undefined && carried(table, field) === undefined)
        problems.push(`「${header}」对应的「${field}」不是${of ?? table}表的列；可用的列：${names(of ?? table)}`);
    }
  }
  if (problems.length > 0) throw new MappingFault(problems);
  return parsed.data;
}

/** 计量单位: one of the two meanings of 单位, and nothing that is read. */
function isPlainMeaning(table: TableKind, field: string): boolean {
  const kinds: readonly TableKind[] = table === '成员' ? ['成员', '住户'] : [table];
  return kinds.some((kind) => TABLES[kind].ambiguous.some(({ meanings }) => meanings.includes(field)));
}

function names(table: TableKind): string {
  return TABLES[table].fields.map((field) => field.header).join('、');
}

function carried(table: TableKind, field: string): Field | undefined {
  return table === '成员' ? fieldByHeader('住户', field) : undefined;
}

/**
 * The mapping of a reading, to be written to a file, corrected there and used again. Tables of no kind are left out; of
 * several with the same header one speaks for all.
 */
export function mappingOf(tables: readonly TableReading[]): MappingFile {
  const mapped = new Map<string, TableMapping>();
  for (const table of tables) {
    if (table.table === null || mapped.has(table.fingerprint)) continue;
    mapped.set(table.fingerprint, {
      fingerprint: table.fingerprint,
      table: table.table,
      ...(table.year === null ? {} : { year: table.year }),
      columns: columnMappings(table, table.table),
    });
  }
  return { version: 1, tables: [...mapped.values()] };
}

function columnMappings(reading: TableReading, table: TableKind): ColumnMapping[] {
  const isSpell = (column: number): boolean => reading.columns.filter((one) => one.column === column).length > 1;
  const columns = reading.columns.flatMap((one, index) => {
    if (!isSpell(one.column)) return [one];
    if (reading.columns.findIndex(({ column }) => column === one.column) !== index) return [];
    const meanings = reading.columns.flatMap(({ column, field }) => (column === one.column ? (field ?? []) : []));
    return [{ ...one, field: null, meanings }];
  });
  const names = columns.map(columnName);
  return columns.map(({ column, field, of, meanings }, index) => {
    const name = names[index] ?? '';
    const isTwice = names.indexOf(name) !== names.lastIndexOf(name);
    const own = of === table ? null : of;
    const base = { header: name, column: isTwice ? column : null, of: own };
    return meanings === null ? { ...base, field } : { ...base, field: field ?? OPEN, meanings };
  });
}

/** The reading of a header with the mapping made for it; without one, the reading as it was found. */
export function applyMapping(
  mappings: readonly MappingFile[],
  leaves: readonly LeafColumn[],
  found: TableMatch | null,
): TableMatch | null {
  const mapping = mappingFor(mappings, leaves);
  if (mapping === null) return found;
  const automatic = found?.kind === mapping.table ? found : matchColumns(leaves, mapping.table);
  const columns = automatic.columns.flatMap((column): readonly MatchedColumn[] => {
    const told = entryFor(mapping.columns, column, leaves);
    if (told === undefined || told.field === OPEN) return [column];
    // A column of spells stands twice: told what it is, it is that alone.
    if (column.part === 'to') return [];
    const field = told.field === null ? null : fieldOf(mapping.table, told.of, told.field);
    const role = field === null ? (column.role ?? 'unused') : null;
    return [{ ...column, part: undefined, field, weak: false, ambiguous: null, role }];
  });
  const read = summarise(mapping.table, columns, duplicatesOf(columns));
  return mapping.year === undefined ? read : withYear(read, mapping.year);
}

function mappingFor(mappings: readonly MappingFile[], leaves: readonly LeafColumn[]): TableMapping | null {
  const tables = mappings.flatMap((mapping) => mapping.tables);
  if (tables.length === 0) return null;
  const print = fingerprint(leaves);
  const exact = tables.find((table) => table.fingerprint === print);
  if (exact !== undefined) return exact;
  return (
    tables.find(
      (table) =>
        table.fingerprint === null && table.columns.every((entry) => leaves.some((leaf) => isSameColumn(entry, leaf))),
    ) ?? null
  );
}

/** What the mapping says of a column. Of several of one name, the same in their order wherever the table now stands. */
function entryFor(
  entries: readonly ColumnMapping[],
  column: LeafColumn,
  leaves: readonly LeafColumn[],
): ColumnMapping | undefined {
  const name = columnName(column);
  const named = entries.filter((entry) => entry.header === name);
  if (named.length > 1) {
    const alike = leaves.filter((leaf) => columnName(leaf) === name);
    if (named.length === alike.length) return named[alike.findIndex((leaf) => leaf.column === column.column)];
  }
  return entries.find((entry) => isSameColumn(entry, column));
}

function isSameColumn(entry: ColumnMapping, leaf: LeafColumn): boolean {
  if (entry.column !== null && entry.column !== leaf.column) return false;
  if (entry.header === columnName(leaf)) return true;
  return entry.column === null && normaliseHeader(entry.header).key === normaliseHeader(leaf.header).key;
}

function fieldOf(table: TableKind, of: TableKind | null, header: string): Field | null {
  return fieldByHeader(of ?? table, header) ?? carried(table, header) ?? null;
}
