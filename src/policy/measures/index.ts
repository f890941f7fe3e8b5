import type { FactEntry } from '../facts/fact.js';
import { employedHouseholds, fourClear, stableHouseholds } from './labour-measures.js';
import { entryOf, type Measure } from './measure.js';
import { willingGuided, willingOffered, willingTrained } from './service-measures.js';
import { largeSettlements } from './site-measures.js';
import { brokersTrained, policyHouseholdsTrained, skillsTrained, startupTrained } from './training-measures.js';

/** Every measure a target may name. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map(
  [
    fourClear,
    stableHouseholds,
    employedHouseholds,
    policyHouseholdsTrained,
    skillsTrained,
    startupTrained,
    brokersTrained,
    largeSettlements,
    willingGuided,
    willingOffered,
    willingTrained,
  ].map((measure) => [measure.name, measure]),
);

/** Measures that targets may use, by name, as the pack validation sees them. */
export function measureEntries(): ReadonlyMap<string, FactEntry> {
  return new Map([...MEASURES].map(([name, measure]) => [name, entryOf(measure)]));
}
