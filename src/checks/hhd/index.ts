import type { Check } from '../define-check.js';
import { noHead } from './hhd-01-no-head.js';
import { twoHeads } from './hhd-02-two-heads.js';
import { coupleOfOneSex } from './hhd-03-couple-of-one-sex.js';
import { memberCount } from './hhd-04-member-count.js';
import { twoHouseholds } from './hhd-05-two-households.js';
import { headsDiffer } from './hhd-06-heads-differ.js';
import { ageGap } from './hhd-07-age-gap.js';
import { incomeContradicts } from './hhd-08-income-contradicts.js';
import { belowLine } from './hhd-09-below-line.js';
import { incomeUnusual } from './hhd-10-income-unusual.js';
import { zeroEmployment } from './hhd-11-zero-employment.js';
import { employmentUnknown } from './hhd-12-employment-unknown.js';
import { householdSplit } from './hhd-13-household-split.js';
import { householdCap } from './hhd-14-household-cap.js';
import { noWorkingAge } from './hhd-15-no-working-age.js';
import { householdTwice } from './hhd-16-household-twice.js';
import { householdWithoutMembers } from './hhd-17-household-without-members.js';
import { incomeYearOutside } from './hhd-20-income-year-outside.js';
import { incomeYearNotEnded } from './hhd-21-income-year-not-ended.js';
import { businessIncomeWithoutRows } from './hhd-22-business-income-without-rows.js';
import { householdUndecided } from './hhd-23-household-undecided.js';
import { numberFromHead } from './hhd-24-number-from-head.js';
import { householdUnknown } from './hhd-25-household-unknown.js';
import { numberSpeltTwice } from './hhd-26-number-spelt-twice.js';

export const HHD_CHECKS: readonly Check[] = [
  noHead,
  twoHeads,
  coupleOfOneSex,
  memberCount,
  twoHouseholds,
  headsDiffer,
  ageGap,
  incomeContradicts,
  belowLine,
  incomeUnusual,
  zeroEmployment,
  employmentUnknown,
  householdSplit,
  householdCap,
  noWorkingAge,
  householdTwice,
  householdWithoutMembers,
  incomeYearOutside,
  incomeYearNotEnded,
  businessIncomeWithoutRows,
  householdUndecided,
  numberFromHead,
  householdUnknown,
  numberSpeltTwice,
];
