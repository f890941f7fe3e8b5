import type { ChoiceValue } from '../kinds/rule-kind.js';

/** A cell that may name several words: 脱贫户、搬迁户. */
export function wordsIn(text: string | null, whyBlank: string): ChoiceValue {
  if (text === null) return { is: null, why: whyBlank };
  const all = text.split(/[、,，;；/\s+＋]+/).filter((word) => word !== '');
  return { is: text, why: 'word', all: all.includes(text) ? all : [text, ...all] };
}
