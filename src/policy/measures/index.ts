import type { FactEntry } from '../facts/fact.js';
import {
  courseKinds,
  employedAfterTraining,
  employmentRate,
  followedMonthly,
  formerPoorStable,
  skilledLabourers,
  targetWorkers,
  threeClear,
  trainingAttendances,
  unemployedOffered,
  willingCertified,
  willingTrainees,
} from './employment-measures.js';
import { incomeGrowth, incomeKept, incomeLevel } from './income-measures.js';
import {
  indicatorChecklist,
  indicatorEach,
  indicatorEachRatio,
  indicatorEvents,
  indicatorMonths,
  indicatorRatio,
  indicatorRefusals,
  indicatorSum,
  indicatorTownshipMonths,
} from './indicator-measures.js';
import {
  householdsServed,
  openRiskHouseholds,
  openRiskPersons,
  openRiskServed,
  registerHouseholds,
  registerPersons,
  registerServed,
  registerWeekly,
} from './register-measures.js';
import { employedHouseholds, fourClear, stableHouseholds } from './labour-measures.js';
import { entryOf, type Measure } from './measure.js';
import { willingGuided, willingOffered, willingTrained } from './service-measures.js';
import { largeSettlements, sitesMovers, sitesNear, sitesRoomy, sitesTeam, sitesWithWorkshop } from './site-measures.js';
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
    employmentRate,
    threeClear,
    skilledLabourers,
    willingTrainees,
    willingCertified,
    trainingAttendances,
    employedAfterTraining,
    followedMonthly,
    unemployedOffered,
    formerPoorStable,
    courseKinds,
    targetWorkers,
    incomeLevel,
    incomeGrowth,
    incomeKept,
    registerHouseholds,
    registerPersons,
    registerServed,
    registerWeekly,
    openRiskHouseholds,
    openRiskPersons,
    openRiskServed,
    householdsServed,
    sitesWithWorkshop,
    sitesNear,
    sitesMovers,
    sitesRoomy,
    sitesTeam,
    indicatorSum,
    indicatorEvents,
    indicatorRatio,
    indicatorMonths,
    indicatorEach,
    indicatorEachRatio,
    indicatorTownshipMonths,
    indicatorEachRatio,
    indicatorChecklist,
    indicatorRefusals,
  ].map((measure) => [measure.name, measure]),
);

/** Measures that targets may use, by name, as the pack validation sees them. */
export function measureEntries(): ReadonlyMap<string, FactEntry> {
  return new Map([...MEASURES].map(([name, measure]) => [name, entryOf(measure)]));
}
