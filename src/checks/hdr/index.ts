import type { Check } from '../define-check.js';

export const HDR_CHECKS: readonly Check[] = [];
