import type { Benefit } from '../pack/schema.js';
import { BROKER_FACTS } from './brokers.js';
import { BUSINESS_ROW_FACTS } from './business-rows.js';
import type { FactEntry } from './fact.js';
import { HOUSEHOLD_FACTS } from './households.js';
import { INSTITUTION_FACTS } from './institutions.js';
import { JOB_FACTS } from './jobs.js';
import { ORGANISATION_FACTS } from './organisations.js';
import { TRAINING_ROW_FACTS } from './training-rows.js';

/** The facts that a benefit may use, by whom it is considered for. */
export function factEntriesFor(each: Benefit['for']['each']): ReadonlyMap<string, FactEntry> {
  switch (each) {
    case 'household':
      return HOUSEHOLD_FACTS.entries;
    case 'job':
      return JOB_FACTS.entries;
    case 'business':
      return BUSINESS_ROW_FACTS.entries;
    case 'training':
      return TRAINING_ROW_FACTS.entries;
    case 'organisation':
      return ORGANISATION_FACTS.entries;
    case 'broker':
      return BROKER_FACTS.entries;
    case 'institution':
      return INSTITUTION_FACTS.entries;
  }
}

const BOOKS = [
  HOUSEHOLD_FACTS,
  JOB_FACTS,
  BUSINESS_ROW_FACTS,
  TRAINING_ROW_FACTS,
  ORGANISATION_FACTS,
  BROKER_FACTS,
  INSTITUTION_FACTS,
];

/** Whether a word of a rule is the name of a fact, of whatever payee. */
export function isFactName(word: string): boolean {
  return BOOKS.some(({ entries }) => entries.has(word));
}
