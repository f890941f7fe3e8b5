import type { Check } from '../define-check.js';
import { samePersonTwice } from './row-01-same-person-twice.js';
import { placeOrTimeMissing } from './row-02-place-or-time-missing.js';
import { incomeWithoutMonths } from './row-03-income-without-months.js';
import { workUnderSixteen } from './row-04-work-under-sixteen.js';
import { spellMalformed } from './row-05-spell-malformed.js';
import { skillContradictsWork } from './row-06-skill-contradicts-work.js';
import { pupilWorkingFullYear } from './row-07-pupil-working-full-year.js';
import { workPlaceUndecided } from './row-08-work-place-undecided.js';
import { belowMinimum } from './row-09-below-minimum.js';
import { claimDiffers } from './row-10-claim-differs.js';
import { wageTimesMonths } from './row-11-wage-times-months.js';
import { amountOutlier } from './row-12-amount-outlier.js';
import { riskCleared } from './row-13-risk-cleared.js';
import { evidenceMissing } from './row-14-evidence-missing.js';
import { remarkSaysStop } from './row-16-remark-says-stop.js';
import { rowStruckOut } from './row-17-row-struck-out.js';
import { evidenceUnclear } from './row-15-evidence-unclear.js';
import { trainingDays } from './row-40-training-days.js';
import { sameCourseTwice } from './row-41-same-course-twice.js';
import { sameBusinessTwice } from './row-42-same-business-twice.js';
import { businessRowNotCounted } from './row-20-business-row-not-counted.js';
import { moverAssumed } from './row-21-mover-assumed.js';
import { payeeUndecided } from './row-22-payee-undecided.js';
import { secondBroker } from './row-23-second-broker.js';
import { brokersTied } from './row-24-brokers-tied.js';
import { placementUndecided } from './row-25-placement-undecided.js';
import { asOfOutsideWindow } from './row-26-as-of-outside-window.js';
import { organisationUnlisted } from './row-27-organisation-unlisted.js';
import { employerUnlisted } from './row-28-employer-unlisted.js';
import { courseUndecided } from './row-29-course-undecided.js';
import { payeeCodeMissing } from './row-30-payee-code-missing.js';
import { monthsWithoutDates } from './row-31-months-without-dates.js';
import { indicatorClauseUnknown } from './row-50-indicator-clause-unknown.js';
import { indicatorObjectUnknown } from './row-51-indicator-object-unknown.js';
import { indicatorValueUnreadable } from './row-52-indicator-value-unreadable.js';
import { labourOverAge } from './row-53-labour-over-age.js';
import { statusContradictsWork } from './row-54-status-contradicts-work.js';
import { claimMisspelt } from './row-60-claim-misspelt.js';
import { claimUnknown } from './row-61-claim-unknown.js';
import { claimUndecided } from './row-62-claim-undecided.js';

export const ROW_CHECKS: readonly Check[] = [
  samePersonTwice,
  placeOrTimeMissing,
  incomeWithoutMonths,
  workUnderSixteen,
  spellMalformed,
  skillContradictsWork,
  pupilWorkingFullYear,
  workPlaceUndecided,
  belowMinimum,
  claimDiffers,
  wageTimesMonths,
  amountOutlier,
  riskCleared,
  evidenceMissing,
  evidenceUnclear,
  remarkSaysStop,
  rowStruckOut,
  trainingDays,
  sameCourseTwice,
  sameBusinessTwice,
  businessRowNotCounted,
  moverAssumed,
  payeeUndecided,
  secondBroker,
  brokersTied,
  placementUndecided,
  asOfOutsideWindow,
  organisationUnlisted,
  employerUnlisted,
  courseUndecided,
  payeeCodeMissing,
  monthsWithoutDates,
  indicatorClauseUnknown,
  indicatorObjectUnknown,
  indicatorValueUnreadable,
  labourOverAge,
  statusContradictsWork,
  claimMisspelt,
  claimUnknown,
  claimUndecided,
];
