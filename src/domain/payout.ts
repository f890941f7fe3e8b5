import type { Charge, Payee } from './charge.js';
import type { Fen } from './money.js';
import type { BankAccount } from './roster.js';

/** What is due to a payee in a batch: sent to the bank as a line, or kept back whole for a debt (domain/clawback). */
export interface Due {
  readonly policyId: string;
  readonly benefitId: string;
  /** Chinese name of the benefit. */
  readonly benefit: string;
  readonly payee: Payee;
  /** 18-character ID of the person paid (the head for a household); null for organisations. */
  readonly idNumber: string | null;
  readonly householdId: string | null;
  readonly township: string | null;
  readonly community: string | null;
  /** Income year or calendar year the benefit is for; null where the benefit has none. */
  readonly incomeYear: number | null;
  readonly entitlement: Fen;
  readonly paidBefore: Fen;
  /** Ids of the limits or pools that cut it, e.g. `pool:bonus-total`; empty when nothing was cut. */
  readonly cutBy: readonly string[];
  readonly amount: Fen;
  /** Clause as cited, e.g. `宁东镇党发〔2023〕62号 二（三）2`. */
  readonly clause: string;
  /** One line of arithmetic in plain Chinese. */
  readonly basis: string;
  readonly charges: readonly Charge[];
}

/** One payable line of a batch, in the order it is paid. */
export interface PayoutLine extends Due {
  readonly lineNo: number;
  readonly account: BankAccount;
  /** In a reissue batch: the line of the source batch that is paid again. Absent otherwise. */
  readonly reissueOfLine?: number;
}
