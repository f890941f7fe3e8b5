import type { Field } from '../fields/index.js';
import { editDistance } from '../../domain/edit-distance.js';
import { isKnownHeader } from './match-columns.js';
import type { MatchedColumn } from './matched-column.js';
import { normaliseHeader } from './normalise.js';
import { contradicts, isOtherKind, partsIn } from './read-parts.js';

/** The field whose name looks most like an unmatched header, or null. For a question only, never for a match. */
export function suggestField(column: MatchedColumn, candidates: readonly Field[]): Field | null {
  let best: Field | null = null;
  let least = Number.POSITIVE_INFINITY;
  const length = column.key.length;
  if (length < 2 || isKnownHeader(column.key)) return null;
  const parts = partsIn(column.key);
  for (const field of candidates) {
    if (contradicts(parts, field) || isOtherKind(column.key, field)) continue;
    for (const word of [field.header, ...(field.synonyms ?? [])]) {
      const key = normaliseHeader(word).key;
      const size = key.length;
      if (size < 2) continue;
      const contains = size >= 3 && length >= 3 && (column.key.includes(key) || key.includes(column.key));
      const limit = Math.max(length, size) <= 2 ? 0 : Math.max(length, size) <= 4 ? 1 : 2;
      // Words that differ in length by more than the limit are further apart, however long they are.
      if (!contains && Math.abs(length - size) > limit) continue;
      const distance = contains ? 1.5 : editDistance(column.key, key);
      if (distance <= limit && distance < least) [best, least] = [field, distance];
    }
  }
  return best;
}
