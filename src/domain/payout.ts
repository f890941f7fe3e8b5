import type { Charge, Payee } from './charge.js';
import type { Fen } from './money.js';
import type { BankAccount } from './roster.js';

/** One payable line of a batch, in the order it is paid. */
export interface PayoutLine {
  readonly lineNo: number;
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
  /** Ids of the limits or pools that cut the line, e.g. `pool:bonus-total`; empty when nothing was cut. */
  readonly cutBy: readonly string[];
  readonly amount: Fen;
  readonly account: BankAccount;
  /** Clause as cited, e.g. `宁东镇党发〔2023〕62号 二（三）2`. */
  readonly clause: string;
  /** One line of arithmetic in plain Chinese. */
  readonly basis: string;
  readonly charges: readonly Charge[];
  /** In a reissue batch: the line of the source batch that is paid again. Absent otherwise. */
  readonly reissueOfLine?: number;
}
