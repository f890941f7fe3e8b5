import type { Check } from '../define-check.js';

export const SHT_CHECKS: readonly Check[] = [];
