import type { ListedValues } from '../fields/define-table.js';
import { editDistance } from '../../domain/edit-distance.js';
import { tickedWord } from './plain-text.js';

/** `01-本人` → `本人`; text without a code in front is given back. */
export function withoutCode(text: string): string {
  return /^\d{1,3}[-—–_.、:](.+)$/.exec(text)?.[1] ?? text;
}

/** The listed value that a cleaned text means, or null when it is not in the list. */
export function readListed(text: string, listed: ListedValues): string | null {
  const key = withoutCode(tickedWord(text) ?? text.replaceAll(' ', ''));
  if (listed.values.includes(key)) return key;
  return Object.hasOwn(listed.aliases, key) ? (listed.aliases[key] ?? null) : null;
}

/** The listed value that looks most like a text, for a question; empty when none is near. */
export function suggestListed(text: string, listed: ListedValues): string {
  let best = '';
  let least = Math.max(1, Math.floor(text.length / 2)) + 1;
  for (const value of listed.values) {
    const contains = value.includes(text) || text.includes(value);
    if (!contains && Math.abs(value.length - text.length) >= least) continue;
    const distance = contains ? 1 : editDistance(text, value);
    if (distance < least) [best, least] = [value, distance];
  }
  return best;
}
