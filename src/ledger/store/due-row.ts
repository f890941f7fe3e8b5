import type { Charge, PayeeKind } from '../../domain/charge.js';
import type { Due } from '../../domain/payout.js';
import { jsonOf, numberOf, numberOrNull, textOf, textOrNull, type SqlRow } from './database.js';

/** What a row of `line` and one of `offset_entry` both hold. Throws LedgerFault where a column is not of its type. */
export function dueOf(row: SqlRow, charges: readonly Charge[]): Due {
  return {
    policyId: textOf(row, 'policy_id'),
    benefitId: textOf(row, 'benefit_id'),
    benefit: textOf(row, 'benefit'),
    payee: {
      kind: textOf(row, 'payee_kind') as PayeeKind,
      id: textOf(row, 'payee_id'),
      name: textOf(row, 'payee_name'),
    },
    idNumber: textOrNull(row, 'id_number'),
    householdId: textOrNull(row, 'household_id'),
    township: textOrNull(row, 'township'),
    community: textOrNull(row, 'community'),
    incomeYear: numberOrNull(row, 'income_year'),
    entitlement: numberOf(row, 'entitlement'),
    paidBefore: numberOf(row, 'paid_before'),
    cutBy: jsonOf(row, 'cut_by') as string[],
    amount: numberOf(row, 'amount'),
    clause: textOf(row, 'clause'),
    basis: textOf(row, 'basis'),
    charges,
  };
}
