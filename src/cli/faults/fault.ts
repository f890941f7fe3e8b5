import type { Lang } from '../../findings/finding.js';

/** What went wrong, why it matters and what to do, for a person. `why` may be empty. */
export interface FaultText {
  readonly what: string;
  readonly why?: string;
  readonly how: string;
}

/**
 * The tool could not do its job (src/CONTRACT.md §1): usage, a file that cannot be read or written, a refusal by the ledger.
 * Always ends in exit code 2. `code` is a stable word for scripts.
 */
export class Fault extends Error {
  readonly code: string;
  readonly text: Readonly<Record<Lang, FaultText>>;

  constructor(code: string, zh: FaultText, en: FaultText, options?: { readonly cause?: unknown }) {
    super(`${code}: ${en.what}`, options);
    this.name = 'Fault';
    this.code = code;
    this.text = { zh, en };
  }
}

/** The same fault for several things at once, so that one run tells all of them. */
export class FaultList extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => fault.message).join('; '));
    this.name = 'FaultList';
    this.faults = faults;
  }
}
