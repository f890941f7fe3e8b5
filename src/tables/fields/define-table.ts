import type { RosterRows, RowReference, TableKind } from '../../domain/roster.js';
import type { Severity } from '../../findings/finding.js';

/** Property of a record that comes from a cell. */
export type FieldKey<K extends TableKind> = Exclude<keyof RosterRows[K], keyof RowReference> & string;

/** How a text cell is read. */
export type TextType =
  | 'text'
  | 'place'
  | 'household-id'
  | 'name'
  | 'organisation-name'
  | 'person-id'
  | 'credit-code'
  | 'credit-code-or-person-id'
  | 'account'
  | 'phone'
  | 'listed'
  | 'evidence'
  | 'as-written'
  | 'date'
  | 'end-date';
export type NumberType = 'money' | 'count' | 'quantity' | 'months' | 'year';
export type ValueType = TextType | NumberType | 'yes-no';

/**
 * Whose value it is. Vertical merges are filled down for what several rows share (household, organisation, place); a
 * merged value of a person or of money is one value for several people and is never copied.
 */
export type FieldLevel = 'household' | 'organisation' | 'place' | 'row';

/** A closed list of values with the spellings that mean the same. */
export interface ListedValues {
  readonly values: readonly string[];
  /** Spelling → value. */
  readonly aliases: Readonly<Record<string, string>>;
}

interface FieldBase<T extends ValueType> {
  /** Column name of src/CONTRACT.md §3, shown to people. */
  readonly header: string;
  readonly english: string;
  readonly type: T;
  readonly required?: true;
  /** Severity of a blank cell in a required column; `error` unless said otherwise. */
  readonly blank?: Severity;
  readonly level?: FieldLevel;
  /** Other headers with exactly this meaning in this table; a unit in brackets must then be there too. */
  readonly synonyms?: readonly string[];
  /** Headers that stand for the field only when no other column does (行政村 beside 社区). */
  readonly weak?: readonly string[];
  /** Not a column of the standard workbook; read when a wider layout has it. */
  readonly extra?: true;
  /** Says nothing about the kind of table: every list of people has it. */
  readonly common?: true;
  /** For `listed`. */
  readonly listed?: ListedValues;
  /** For `yes-no`: more spellings. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** For `person-id`: a passport or permit number keys a person too; a head needs a resident ID. */
  readonly anyDocument?: true;
  /** For `money`: a loss may stand here. */
  readonly mayBeNegative?: true;
  /** Severity of an unreadable or unlisted value; `error` unless it can decide no money. */
  readonly severity?: Severity;
}

type TypeFor<V> = [Exclude<V, null>] extends [number]
  ? NumberType
  : [Exclude<V, null>] extends [boolean]
    ? 'yes-no'
    : TextType;

/** One definition for every property of the record, in the order of src/CONTRACT.md §3. */
export type FieldsOf<K extends TableKind> = {
  readonly [P in FieldKey<K>]: FieldBase<TypeFor<RosterRows[K][P]>>;
};

/** A field with its key and table. */
export interface Field extends FieldBase<ValueType> {
  readonly key: string;
  readonly of: TableKind;
  readonly level: FieldLevel;
}

/** A word with two meanings: the tool asks, and leaves the column out until it is told. */
export interface AmbiguousHeader {
  readonly header: string;
  /** Standard headers it may stand for, or a plain word for what the tool does not read. */
  readonly meanings: readonly string[];
}

export interface TableDefinition {
  readonly kind: TableKind;
  readonly english: string;
  readonly fields: readonly Field[];
  readonly ambiguous: readonly AmbiguousHeader[];
}

/** Makes the definition of a table; the compiler sees to it that no property of the record is forgotten. */
export function defineTable<K extends TableKind>(
  kind: K,
  english: string,
  fields: FieldsOf<K>,
  ambiguous: readonly AmbiguousHeader[] = [],
): TableDefinition {
  const list = Object.entries<FieldBase<ValueType>>(fields).map(
    ([key, field]): Field => ({ ...field, key, of: kind, level: field.level ?? 'row' }),
  );
  return { kind, english, fields: list, ambiguous };
}
