import type { Check } from '../define-check.js';
import { coverTotal } from './xsh-10-cover-total.js';

export const XSH_CHECKS: readonly Check[] = [coverTotal];
