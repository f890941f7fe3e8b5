import { editDistance } from '../../domain/edit-distance.js';

/** The known word nearest to a misspelt one, by edit distance at most a third of its length; null when none is near. */
export function similar(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}
