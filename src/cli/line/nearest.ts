import { editDistance } from '../../domain/edit-distance.js';

/**
 * The candidate most like `word`, or null when none is close. Only for commands, options and pack ids: column headers
 * are never matched by likeness.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const limit = Math.max(1, Math.floor(word.replace(/^-+/, '').length / 3) + 1);
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const prefix = word.length >= 3 && candidate.startsWith(word);
    const distance = prefix ? 1 : editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
