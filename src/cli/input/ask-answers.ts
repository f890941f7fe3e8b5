import { Answers, type ColumnAnswer } from '../../tables/answers.js';
import { answerOf, type Question } from '../../tables/questions.js';
import { columnLetter } from '../../tables/grid.js';
import type { Terminal } from '../terminal/terminal.js';

/** Asks one question and gives what was typed, trimmed. */
export type Ask = (question: string) => Promise<string>;

/** Asks what a roster leaves open, one by one; nothing typed leaves a question open. Null when nothing was answered. */
export async function askAnswers(
  questions: readonly Question[],
  ask: Ask,
  { lang }: Pick<Terminal, 'lang'>,
): Promise<Answers | null> {
  let year: number | null = null;
  const columns: ColumnAnswer[] = [];
  for (const question of questions) {
    const where = `${question.file} ${question.table.sheet}`;
    if (question.kind === 'year') {
      if (year !== null) continue;
      year = await askYear(where, question.offered, ask, lang);
      continue;
    }
    const choices = question.kind === 'column' ? question.choices.map(({ header }) => header) : question.choices;
    const letters = question.kind === 'column' ? question.choices.map(({ column }) => columnLetter(column)) : [];
    const title =
      question.kind === 'column' ? whichColumn(question.field, lang) : whichField(question.column.header, lang);
    const chosen = await askChoice(`${where}：${title}`, choices, letters, ask, lang);
    if (chosen === null) continue;
    if (question.kind === 'meaning') columns.push(answerOf(question, question.column, question.choices[chosen] ?? ''));
    else {
      const column = question.choices[chosen];
      if (column !== undefined) columns.push(answerOf(question, column, question.field));
    }
  }
  return year === null && columns.length === 0 ? null : new Answers(year, columns);
}

async function askYear(where: string, offered: number | null, ask: Ask, lang: 'zh' | 'en'): Promise<number | null> {
  const zh = lang === 'zh';
  const hint =
    offered === null ? '' : zh ? `（标题里是 ${offered}，是就输入 y）` : ` (the title says ${offered}: y for yes)`;
  for (;;) {
    const typed = await ask(
      zh ? `${where}：收入年度是哪一年？${hint}回车跳过：` : `${where}: which income year?${hint} Enter to skip: `,
    );
    if (typed === '') return null;
    if (offered !== null && /^(?:y|是)/i.test(typed)) return offered;
    if (/^(?:19|20)\d{2}$/.test(typed)) return Number(typed);
  }
}

async function askChoice(
  title: string,
  choices: readonly string[],
  letters: readonly string[],
  ask: Ask,
  lang: 'zh' | 'en',
): Promise<number | null> {
  const listed = choices.map((choice, index) => {
    const letter = letters[index];
    return `  ${index + 1}. ${choice}${letter === undefined ? '' : ` (${letter})`}`;
  });
  for (;;) {
    const typed = await ask(
      [title, ...listed, lang === 'zh' ? '输入序号，回车跳过：' : 'number, Enter to skip: '].join('\n'),
    );
    if (typed === '') return null;
    const number = Number(typed);
    if (Number.isInteger(number) && number >= 1 && number <= choices.length) return number - 1;
  }
}

function whichColumn(field: string, lang: 'zh' | 'en'): string {
  return lang === 'zh' ? `哪一列是「${field}」？` : `which column is "${field}"?`;
}

function whichField(header: string, lang: 'zh' | 'en'): string {
  return lang === 'zh' ? `「${header}」这一列是什么？` : `what is column "${header}"?`;
}
