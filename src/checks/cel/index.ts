import type { Check } from '../define-check.js';
import { idLength } from './cel-01-id-length.js';
import { idChecksum } from './cel-02-id-checksum.js';
import { digitsLost } from './cel-03-digits-lost.js';
import { idSeries } from './cel-04-id-series.js';
import { columnContradictsId } from './cel-05-column-contradicts-id.js';
import { amountMalformed } from './cel-06-amount-malformed.js';
import { amountZeroOrBlank } from './cel-07-amount-zero-or-blank.js';
import { dateInvalid } from './cel-08-date-invalid.js';
import { notInList } from './cel-09-not-in-list.js';
import { phoneNumber } from './cel-10-phone-number.js';
import { cleaned } from './cel-11-cleaned.js';
import { nameMalformed } from './cel-12-name-malformed.js';
import { monthsOutOfRange } from './cel-13-months-out-of-range.js';
import { nameDot } from './cel-14-name-dot.js';
import { formulaWithoutResult } from './cel-15-formula-without-result.js';
import { errorValue } from './cel-16-error-value.js';
import { dateAmbiguous } from './cel-17-date-ambiguous.js';
import { creditCode } from './cel-18-credit-code.js';
import { requiredBlank } from './cel-19-required-blank.js';
import { phoneShared } from './cel-20-phone-shared.js';
import { shownDiffers } from './cel-22-shown-differs.js';
import { notResidentId } from './cel-23-not-resident-id.js';
import { controlCharacters } from './cel-24-control-characters.js';
import { birthImprobable } from './cel-21-birth-improbable.js';

export const CEL_CHECKS: readonly Check[] = [
  idLength,
  idChecksum,
  digitsLost,
  idSeries,
  columnContradictsId,
  amountMalformed,
  amountZeroOrBlank,
  dateInvalid,
  notInList,
  phoneNumber,
  cleaned,
  nameMalformed,
  monthsOutOfRange,
  nameDot,
  formulaWithoutResult,
  errorValue,
  dateAmbiguous,
  creditCode,
  requiredBlank,
  phoneShared,
  birthImprobable,
  shownDiffers,
  notResidentId,
  controlCharacters,
];
