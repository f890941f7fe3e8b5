import { badValue } from '../line/usage-faults.js';
import { lineNumber } from './with-ledger.js';

/** Line numbers given after an option, apart or with commas: `12 15`, `12,15`, `3-6`. Throws Fault for anything else. */
export function readLineNumbers(option: string, words: readonly string[]): readonly number[] {
  const numbers = words.flatMap((word) =>
    word
      .split(/[,，、\s]+/)
      .filter((part) => part !== '')
      .flatMap((part) => numbersOf(option, part)),
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

const LONGEST = 100_000;

function numbersOf(option: string, word: string): number[] {
  const [first = '', last = first, ...more] = word.split('-');
  const from = lineNumber(first);
  const to = lineNumber(last);
  if (from !== null && to !== null && more.length === 0 && from <= to && to - from < LONGEST)
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const should = { zh: '行号（payouts.csv 的 line_no）', en: 'line numbers, line_no of payouts.csv' };
  throw badValue('bad-line', option, word, should, {
    zh: `例如 ${option} 12 15 或 ${option} 3-6`,
    en: `such as ${option} 12 15 or ${option} 3-6`,
  });
}
