/** `error` holds payment, `warning` asks for a look, `info` says what the tool assumed or cleaned (src/CONTRACT.md §1). */
export type Severity = 'error' | 'warning' | 'info';

export type Lang = 'zh' | 'en';

/** The same text in both languages. */
export type Words = Readonly<Record<Lang, string>>;

/** Values for a message; numbers stay numbers until someone reads them. Amounts are yuan text, IDs are masked here. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * Where a problem stands. The fact is (table, row, field), kept from the moment it is found; file, sheet, column and header
 * follow from it and are there for those who show it. Everything may be null: a file-level finding has only `file`.
 */
export interface FindingPlace {
  /** Index into `Roster.tables` of the table that the row was read from; null for what is no row of the roster. */
  readonly table: number | null;
  /** The record's property; null when the finding is about the row, or about no field. */
  readonly field: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
  /** From 1. */
  readonly row: number | null;
  /** From 0. */
  readonly column: number | null;
  /** Header as written, or the standard header of the field. */
  readonly header: string | null;
}

/** Whom a problem concerns, unmasked; documents mask on the way out. */
export interface FindingSubject {
  readonly household: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  /** Name of the person or organisation, for people. */
  readonly name: string | null;
}

/** A problem in the input. Its words are rendered from the check of the same code when someone reads it. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: FindingPlace;
  readonly subject: FindingSubject;
  /** The cell's value as written, unmasked; null when the finding is about no single cell. */
  readonly value: string | null;
  readonly params: Params;
  /** Other cells that took part (the first copy of a duplicate …). */
  readonly related: readonly FindingPlace[];
}

export const NOWHERE: FindingPlace = {
  table: null,
  field: null,
  file: null,
  sheet: null,
  row: null,
  column: null,
  header: null,
};
export const NOBODY: FindingSubject = { household: null, person: null, organisation: null, name: null };

/** What becomes of the payment: filled by batch/ from the holding rules. */
export type Effect = 'held' | 'paid' | 'ignored' | 'accepted';
