import type { Lang } from '../../findings/finding.js';
import { faultText, type LedgerFaultText } from './fault-text.js';
import type { LedgerFaultReason, FaultParams } from './fault-reason.js';

/**
 * The ledger could not or would not do it; nothing was written. Ends in exit code 2. `details` are further lines for
 * people, one each: which caps, which batches, which lines.
 */
export class LedgerFault extends Error {
  readonly reason: LedgerFaultReason;
  readonly params: FaultParams;
  readonly details: Readonly<Record<Lang, readonly string[]>>;

  constructor(
    reason: LedgerFaultReason,
    params: FaultParams = {},
    options: { readonly details?: Readonly<Record<Lang, readonly string[]>>; readonly cause?: unknown } = {},
  ) {
    super(`${reason}: ${faultText(reason, params, 'en').what}`, { cause: options.cause });
    this.name = 'LedgerFault';
    this.reason = reason;
    this.params = params;
    this.details = options.details ?? { zh: [], en: [] };
  }

  /** What, why and how, in one language. */
  text(lang: Lang): LedgerFaultText {
    return faultText(this.reason, this.params, lang);
  }
}
