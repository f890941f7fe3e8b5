import type { Check } from '../define-check.js';

export const ROW_CHECKS: readonly Check[] = [];
