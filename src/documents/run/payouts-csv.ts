import type { BatchContent } from '../../domain/batch.js';
import { formatYuan } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { type Column, csvOf } from '../model/column.js';
import type { CsvModel } from '../model/csv-model.js';

/** `payouts.csv`: the lines to pay, in order, unmasked. */
export function payoutsCsv({ batchId, lines }: Pick<BatchContent, 'batchId' | 'lines'>): CsvModel {
  return csvOf('payouts.csv', columnsOf(batchId), lines, true);
}

function columnsOf(batchId: string): readonly Column<PayoutLine>[] {
  return [
    { name: 'line_no', value: (line) => line.lineNo },
    { name: 'batch_id', value: () => batchId },
    { name: 'policy_id', value: (line) => line.policyId },
    { name: 'benefit_id', value: (line) => line.benefitId },
    { name: 'benefit', free: true, value: (line) => line.benefit },
    { name: 'payee_kind', value: (line) => line.payee.kind },
    { name: 'payee_id', free: true, value: (line) => line.payee.id },
    { name: 'payee_name', free: true, value: (line) => line.payee.name },
    { name: 'id_number', free: true, value: (line) => line.idNumber },
    { name: 'household_id', free: true, value: (line) => line.householdId },
    { name: 'township', free: true, value: (line) => line.township },
    { name: 'community', free: true, value: (line) => line.community },
    { name: 'income_year', value: (line) => line.incomeYear },
    { name: 'entitlement', value: (line) => formatYuan(line.entitlement) },
    { name: 'paid_before', value: (line) => formatYuan(line.paidBefore) },
    { name: 'cut_by', value: (line) => line.cutBy.join(';') },
    { name: 'amount', value: (line) => formatYuan(line.amount) },
    { name: 'bank_name', free: true, value: (line) => line.account.bankName },
    { name: 'account_name', free: true, value: (line) => line.account.accountName },
    { name: 'account_number', free: true, value: (line) => line.account.accountNumber },
    { name: 'clause', free: true, value: (line) => line.clause },
    { name: 'basis', free: true, value: (line) => line.basis },
  ];
}
