import type { Check } from '../define-check.js';

export const XSH_CHECKS: readonly Check[] = [];
