import { createInterface } from 'node:readline';

/** Asks one question after the other and takes one line of `input` for each; an ended input leaves the rest blank. */
export async function readAnswers(
  questions: readonly string[],
  input: NodeJS.ReadableStream,
  ask: (question: string) => void,
): Promise<string[]> {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const answers: string[] = [];
  for (const question of questions) {
    ask(question);
    const line = await lines.next();
    answers.push(line.done === true ? '' : line.value.trim());
  }
  await lines.return?.();
  return answers;
}
