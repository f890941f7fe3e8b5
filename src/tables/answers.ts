import type { TableKind } from '../domain/roster.js';
import { fieldByHeader, type Field } from './fields/index.js';
import type { LeafColumn } from './header/leaf-columns.js';
import { duplicatesOf, summarise, type TableMatch } from './header/match-columns.js';
import type { MatchedColumn } from './header/matched-column.js';
import { normaliseHeader } from './header/normalise.js';
import { contradicts, partsIn, type Parts } from './header/read-parts.js';

/** What a person says that a column is: `表!列名=字段`, `#C=字段` by letter, `列名=不用`. */
export interface ColumnAnswer {
  /** As given on the line, for messages. */
  readonly text: string;
  /** Sheet or file that it speaks of; null: every table with such a column. */
  readonly table: string | null;
  readonly header: string | null;
  /** Column from 0, where it is named by its letter. */
  readonly column: number | null;
  /** Standard header; null: not used. */
  readonly field: string | null;
}

/** An answer that cannot be taken: what is wrong with it, in words. */
export class AnswerFault extends Error {
  readonly answer: ColumnAnswer;
  readonly reason: 'no-column' | 'no-field' | 'against-header';

  constructor(answer: ColumnAnswer, reason: AnswerFault['reason']) {
    super(`${reason}: ${answer.text}`);
    this.name = 'AnswerFault';
    this.answer = answer;
    this.reason = reason;
  }
}

/** What a roster does not say itself and a person answered: the income year, and what columns are. */
export class Answers {
  readonly year: number | null;
  readonly #columns: readonly ColumnAnswer[];
  readonly #used = new Set<ColumnAnswer>();

  constructor(year: number | null, columns: readonly ColumnAnswer[]) {
    this.year = year;
    this.#columns = columns;
  }

  /** The same answers about columns for the files of another month, each of which may lack a column; no year. */
  ofEarlier(): Answers {
    const answers = new Answers(null, this.#columns);
    for (const answer of this.#columns) answers.#used.add(answer);
    return answers;
  }

  /**
   * The reading of a header with the answers that speak of it. Throws AnswerFault where an answer says what the header
   * denies (人均务工收入 is no 年务工收入), or names a field that there is not.
   */
  apply(match: TableMatch, where: { readonly file: string; readonly sheet: string }): TableMatch {
    const told = this.#columns.filter(({ table }) => table === null || isCalled(table, where));
    const columns = match.columns.map((column) => this.#answered(column, match.kind, told));
    const changed = columns.some((column, index) => column !== match.columns[index]);
    const answered = changed ? summarise(match.kind, columns, duplicatesOf(columns)) : match;
    if (this.year === null) return answered;
    return withYear(answered, this.year);
  }

  /** Answers that no column asked for. */
  unused(): ColumnAnswer[] {
    return this.#columns.filter((answer) => !this.#used.has(answer));
  }

  #answered(column: MatchedColumn, kind: TableKind, told: readonly ColumnAnswer[]): MatchedColumn {
    const answer = told.find((one) => speaksOf(one, column));
    if (answer === undefined) return column;
    if (answer.field === null) {
      this.#used.add(answer);
      return { ...column, field: null, ambiguous: null, weak: false, role: 'unused' };
    }
    const field = fieldOf(kind, answer.field);
    if (field === null) return column;
    if (column.field !== field && contradicts(saidBy(column), field)) throw new AnswerFault(answer, 'against-header');
    this.#used.add(answer);
    return { ...column, field, ambiguous: null, weak: false, role: null };
  }
}

/** A reading for which the income year was told: the column may be missing. */
export function withYear(match: TableMatch, year: number): TableMatch {
  return { ...match, year, missing: match.missing.filter(({ key }) => key !== 'incomeYear') };
}

/** What the header and the groups over it say. */
function saidBy({ path, header }: MatchedColumn): Parts {
  return partsIn([...path, header].join(''));
}

function isCalled(table: string, { file, sheet }: { readonly file: string; readonly sheet: string }): boolean {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return [sheet, file, name, name.replace(/\.[^.]+$/, '')].includes(table);
}

function speaksOf({ header, column }: ColumnAnswer, leaf: LeafColumn): boolean {
  if (header === null) return column === leaf.column;
  const key = normaliseHeader(header).key;
  return key === normaliseHeader(leaf.header).key || key === normaliseHeader([...leaf.path, leaf.header].join('')).key;
}

function fieldOf(kind: TableKind, header: string): Field | null {
  return fieldByHeader(kind, header) ?? (kind === '成员' ? fieldByHeader('住户', header) : undefined) ?? null;
}
