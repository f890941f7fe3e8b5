import type { Check } from '../define-check.js';
import { memberCount } from './hhd-04-member-count.js';
import { twoHouseholds } from './hhd-05-two-households.js';

export const HHD_CHECKS: readonly Check[] = [memberCount, twoHouseholds];
