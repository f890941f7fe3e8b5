import type { Benefit } from '../schema.js';
import type { FactEntry } from './fact.js';
import { HOUSEHOLD_FACTS } from './households.js';

/** The facts that a benefit may use, by whom it is considered for. */
export function factEntriesFor(each: Benefit['for']['each']): ReadonlyMap<string, FactEntry> {
  switch (each) {
    case 'household':
      return HOUSEHOLD_FACTS.entries;
    default:
      return new Map();
  }
}
