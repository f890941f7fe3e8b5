import type { Payee } from '../../domain/charge.js';
import type { BankAccount } from '../../domain/roster.js';
import type { HouseholdGroup } from './roster-groups.js';

/** Someone a benefit is considered for, with one subject for each thing it may rest on (two jobs: two subjects). */
export interface Candidate<Subject> {
  readonly payee: Payee;
  readonly idNumber: string | null;
  readonly household: HouseholdGroup | null;
  /** 户编号 as the payee's own row states it, where no household is known. */
  readonly householdId: string | null;
  readonly account: BankAccount;
  readonly subjects: readonly Subject[];
  /** Place in paying order: households as listed, then persons without one, then organisations. */
  readonly order: number;
}

export const NO_ACCOUNT: BankAccount = { bankName: null, accountName: null, accountNumber: null };

/** Only the three account fields of a row, or null when the row gives no account number. */
export function accountOf(row: BankAccount | null | undefined): BankAccount | null {
  if (row === null || row === undefined || row.accountNumber === null) return null;
  const { bankName, accountName, accountNumber } = row;
  return { bankName, accountName, accountNumber };
}

const UNATTACHED = 1e9;
const ORGANISATIONS = 2e9;

export function householdOrder(household: HouseholdGroup | null, index: number): number {
  return household === null ? UNATTACHED + index : household.order;
}

export function organisationOrder(index: number): number {
  return ORGANISATIONS + index;
}
