import type { FactEntry } from './fact.js';

/** Measures that targets may use, by name. */
export function targetEntries(): ReadonlyMap<string, FactEntry> {
  return new Map();
}
