import type { Check } from '../define-check.js';
import { accountUnusable } from './bnk-01-account-unusable.js';
import { cardCheckDigit } from './bnk-02-card-check-digit.js';
import { bankNameMissing } from './bnk-03-bank-name-missing.js';
import { payeeNotOwner } from './bnk-04-payee-not-owner.js';
import { accountShared } from './bnk-05-account-shared.js';
import { fileTotalsDiffer } from './bnk-06-file-totals-differ.js';
import { rowLimit } from './bnk-07-row-limit.js';
import { nameUnsupported } from './bnk-08-name-unsupported.js';
import { fileAltered } from './bnk-09-file-altered.js';
import { returnOfOtherBatch } from './bnk-10-return-of-other-batch.js';
import { returnRowUnmatched } from './bnk-11-return-row-unmatched.js';
import { returnedAmountDiffers } from './bnk-12-returned-amount-differs.js';
import { returnedAccountDiffers } from './bnk-13-returned-account-differs.js';
import { coverageUnclear } from './bnk-14-coverage-unclear.js';
import { linesWithoutResult } from './bnk-15-lines-without-result.js';
import { reasonUnknown } from './bnk-16-reason-unknown.js';
import { bookingDayOdd } from './bnk-17-booking-day-odd.js';
import { accountNotCorrected } from './bnk-18-account-not-corrected.js';
import { resultContradicts } from './bnk-19-result-contradicts.js';
import { resultNotUnderstood } from './bnk-20-result-not-understood.js';
import { unitCodeMissing } from './bnk-21-unit-code-missing.js';
import { matchedByMask } from './bnk-22-matched-by-mask.js';
import { returnOfOldExport } from './bnk-23-return-of-old-export.js';

export const BNK_CHECKS: readonly Check[] = [
  accountUnusable,
  cardCheckDigit,
  bankNameMissing,
  payeeNotOwner,
  accountShared,
  fileTotalsDiffer,
  rowLimit,
  nameUnsupported,
  fileAltered,
  returnOfOtherBatch,
  returnRowUnmatched,
  returnedAmountDiffers,
  returnedAccountDiffers,
  coverageUnclear,
  linesWithoutResult,
  reasonUnknown,
  bookingDayOdd,
  accountNotCorrected,
  resultContradicts,
  resultNotUnderstood,
  unitCodeMissing,
  matchedByMask,
  returnOfOldExport,
];
