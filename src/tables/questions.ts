import type { ColumnAnswer } from './answers.js';
import type { FileReading, TableReading } from './file-reading.js';
import { columnLetter } from './grid.js';

/** What a roster leaves open and a person can answer. */
export type Question =
  /** The income year; `offered` stands in the title. */
  | { readonly kind: 'year'; readonly file: string; readonly table: TableReading; readonly offered: number | null }
  /** Which column is the field; the choices are columns that nothing reads. */
  | {
      readonly kind: 'column';
      readonly file: string;
      readonly table: TableReading;
      readonly field: string;
      readonly choices: readonly Choice[];
    }
  /** Which field the column is. */
  | {
      readonly kind: 'meaning';
      readonly file: string;
      readonly table: TableReading;
      readonly column: Choice;
      readonly choices: readonly string[];
    };

export interface Choice {
  /** From 0. */
  readonly column: number;
  readonly header: string;
}

/** The questions of a reading in the order of its tables; of several tables with one header the first speaks for all. */
export function questionsOf(files: readonly FileReading[]): Question[] {
  const asked = new Set<string>();
  return files.flatMap(({ file, tables }) =>
    tables.flatMap((table): Question[] => {
      if (table.table === null || asked.has(table.fingerprint)) return [];
      asked.add(table.fingerprint);
      return tableQuestions(file, table);
    }),
  );
}

function tableQuestions(file: string, table: TableReading): Question[] {
  const open = table.columns.filter(({ field }) => field === null).map(choiceOf);
  const found = new Set(table.columns.flatMap(({ field }) => field ?? []));
  const missing = table.missing.map((field): Question => {
    if (field === '收入年度') return { kind: 'year', file, table, offered: table.yearAbove };
    return { kind: 'column', file, table, field, choices: open };
  });
  const meanings = table.columns.flatMap((column): Question[] => {
    const choices = column.meanings ?? [];
    if (column.field !== null || choices.length === 0 || choices.some((one) => found.has(one))) return [];
    return [{ kind: 'meaning', file, table, column: choiceOf(column), choices }];
  });
  return [...missing.filter((one) => one.kind !== 'column' || one.choices.length > 0), ...meanings];
}

function choiceOf({ column, header }: Choice): Choice {
  return { column, header: header.replace(/\s+/g, '') };
}

/** An answer to a question about a column, as `--column` gives it. */
export function answerOf({ table: { sheet } }: Question, { column }: Choice, field: string): ColumnAnswer {
  const name = field.replace(/（.*）$/, '');
  return { text: `${sheet}!#${columnLetter(column)}=${name}`, table: sheet, header: null, column, field: name };
}
