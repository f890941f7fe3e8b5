import type { Check } from '../define-check.js';

export const FIL_CHECKS: readonly Check[] = [];
