import { TABLES } from '../../tables/fields/index.js';
import { Answers, type AnswerFault, type ColumnAnswer } from '../../tables/answers.js';
import { Fault } from '../faults/fault.js';

/** `不用` and its like: the column is not read. */
const NOT_USED: ReadonlySet<string> = new Set(['不用', '不使用', '忽略', '-', 'none']);

/**
 * `--column` answers: `列名=字段`, `表!列名=字段` (sheet or file), `#C=字段` (by letter), `列名=不用`. Throws Fault for one
 * that cannot be read.
 */
export function parseColumnAnswers(texts: readonly string[]): ColumnAnswer[] {
  return texts.map((text) => {
    const at = text.lastIndexOf('=');
    const [left, field] = at < 0 ? ['', ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (left === '' || field === '') throw badAnswer(text);
    const bang = left.indexOf('!');
    const table = bang > 0 ? left.slice(0, bang) : null;
    const name = bang > 0 ? left.slice(bang + 1) : left;
    const letter = /^#([A-Za-z]{1,3})$/.exec(name)?.[1];
    if (name === '') throw badAnswer(text);
    return {
      text,
      table,
      header: letter === undefined ? name : null,
      column: letter === undefined ? null : columnNumber(letter),
      field: NOT_USED.has(field) ? null : field,
    };
  });
}

/** What `--year` and `--column` say of rosters. Throws Fault for a year that is none and a field that no table has. */
export function rosterAnswers(year: string | null, columns: readonly string[]): Answers {
  const answers = parseColumnAnswers(columns);
  for (const { text, field } of answers) if (field !== null && !isField(field)) throw noField(text, field);
  if (year === null) return new Answers(null, answers);
  if (/^(19|20)\d{2}$/.test(year)) return new Answers(Number(year), answers);
  throw new Fault(
    'bad-year',
    { what: `--year 应为四位年份，现为「${year}」`, how: '例如 --year 2024' },
    { what: `--year should be a year of four digits, is "${year}"`, how: 'for example --year 2024' },
  );
}

/** An answer that contradicts the header it speaks of, as a fault of the line. */
export function answerFault({ answer, reason }: AnswerFault): Fault {
  if (reason !== 'against-header') return noColumn([answer]);
  return new Fault(
    'answer-against-header',
    {
      what: `--column ${answer.text}：表头说的不是「${answer.field ?? ''}」（人均、上年、一个月、一个季度或一部分地方的数，不能当全年全户的数）`,
      how: '请在表里补上这一列的全年数；这一列写 列名=不用',
    },
    {
      what: `--column ${answer.text}: the header says something else (a figure a head, of last year, of a month, a quarter or a part of the country)`,
      how: 'add the column with the figures of the whole year; say HEADER=none of this one',
    },
  );
}

/** Answers that no column asked for. */
export function noColumn(answers: readonly ColumnAnswer[]): Fault {
  const texts = answers.map(({ text }) => `--column ${text}`).join('，');
  return new Fault(
    'answer-without-column',
    { what: `没有这样的列：${texts}`, how: 'butie map 文件 列出全部列名；列名照表里写，或用 #C 指明第几列' },
    {
      what: `no such column: ${texts}`,
      how: 'butie map FILE lists all headers; write it as in the sheet, or #C by letter',
    },
  );
}

function isField(header: string): boolean {
  return Object.values(TABLES).some(({ fields }) => fields.some((field) => field.header === header));
}

function noField(text: string, field: string): Fault {
  return new Fault(
    'no-field',
    {
      what: `--column ${text}：没有名为「${field}」的字段`,
      how: '字段用标准表的列名，见 butie template；不用的列写 列名=不用',
    },
    {
      what: `--column ${text}: there is no field "${field}"`,
      how: 'use a header of the standard workbook (butie template)',
    },
  );
}

function badAnswer(text: string): Fault {
  return new Fault(
    'bad-column',
    {
      what: `--column 应写成 列名=字段，现为「${text}」`,
      how: "例如 --column '身份证号=户主身份证号'，或 '表!列名=字段'、'#C=字段'、'列名=不用'",
    },
    { what: `--column should be HEADER=FIELD, is "${text}"`, how: "for example --column '身份证号=户主身份证号'" },
  );
}

/** From 0: A is 0, AA is 26. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
