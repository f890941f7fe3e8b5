import { BNK_CHECKS } from './bnk/index.js';
import { CEL_CHECKS } from './cel/index.js';
import type { Check } from './define-check.js';
import { FIL_CHECKS } from './fil/index.js';
import { HDR_CHECKS } from './hdr/index.js';
import { HHD_CHECKS } from './hhd/index.js';
import { LED_CHECKS } from './led/index.js';
import { ROW_CHECKS } from './row/index.js';
import { SHT_CHECKS } from './sht/index.js';
import { XSH_CHECKS } from './xsh/index.js';

/** Every check, families in the order of reference/payments.md §5 and codes in order; each family lists its own files. */
export const CHECKS: readonly Check[] = [
  FIL_CHECKS,
  SHT_CHECKS,
  HDR_CHECKS,
  CEL_CHECKS,
  ROW_CHECKS,
  HHD_CHECKS,
  XSH_CHECKS,
  LED_CHECKS,
  BNK_CHECKS,
].flatMap((family) => [...family].sort((a, b) => (a.code < b.code ? -1 : 1)));

const BY_CODE = new Map(CHECKS.map((check) => [check.code, check]));
const BY_NAME = new Map(CHECKS.map((check) => [check.name, check]));

/** The check of a code (`CEL-02`, in any case) or name (`id-checksum`); null when there is none. */
export function findCheck(codeOrName: string): Check | null {
  return BY_CODE.get(codeOrName.trim().toUpperCase()) ?? BY_NAME.get(codeOrName.trim().toLowerCase()) ?? null;
}
