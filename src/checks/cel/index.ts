import type { Check } from '../define-check.js';
import { idLength } from './cel-01-id-length.js';
import { idChecksum } from './cel-02-id-checksum.js';

export const CEL_CHECKS: readonly Check[] = [idLength, idChecksum];
