import type { BankResult } from '../../tables/return-file.js';
import { badValue } from '../line/usage-faults.js';

const MEANINGS: Readonly<Record<string, BankResult>> = {
  成功: 'paid',
  失败: 'failed',
  退回: 'returned',
  在途: 'unknown',
  paid: 'paid',
  failed: 'failed',
  returned: 'returned',
  pending: 'unknown',
};

/** What the user says that result words of the bank mean: `0000=成功`. Throws Fault for anything else. */
export function resultAnswers(texts: readonly string[]): ReadonlyMap<string, BankResult> {
  const answers = new Map<string, BankResult>();
  for (const text of texts) {
    const at = text.lastIndexOf('=');
    const meaning = MEANINGS[text.slice(at + 1).trim()];
    const word = text.slice(0, Math.max(at, 0)).normalize('NFKC').replace(/\s/g, '');
    if (meaning === undefined || word === '') throw badAnswer(text);
    answers.set(word, meaning);
  }
  return answers;
}

function badAnswer(text: string): Error {
  const should = { zh: '银行的词=成功、失败、退回或在途', en: 'WORD=paid, failed, returned or pending' };
  return badValue('bad-result', '--result', text, should, {
    zh: "例如 --result '0000=成功'",
    en: "such as --result '0000=paid'",
  });
}
