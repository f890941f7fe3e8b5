import type { Check } from '../define-check.js';
import { workPlaceUndecided } from './row-08-work-place-undecided.js';
import { belowMinimum } from './row-09-below-minimum.js';
import { claimDiffers } from './row-10-claim-differs.js';

export const ROW_CHECKS: readonly Check[] = [workPlaceUndecided, belowMinimum, claimDiffers];
