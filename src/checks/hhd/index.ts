import type { Check } from '../define-check.js';
import { memberCount } from './hhd-04-member-count.js';
import { twoHouseholds } from './hhd-05-two-households.js';
import { belowLine } from './hhd-09-below-line.js';
import { zeroEmployment } from './hhd-11-zero-employment.js';
import { employmentUnknown } from './hhd-12-employment-unknown.js';
import { householdCap } from './hhd-14-household-cap.js';

export const HHD_CHECKS: readonly Check[] = [
  memberCount,
  twoHouseholds,
  belowLine,
  zeroEmployment,
  employmentUnknown,
  householdCap,
];
