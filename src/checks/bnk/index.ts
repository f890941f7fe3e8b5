import type { Check } from '../define-check.js';

export const BNK_CHECKS: readonly Check[] = [];
