import type { Check } from '../define-check.js';

export const LED_CHECKS: readonly Check[] = [];
