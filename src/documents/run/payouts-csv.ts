import type { BatchContent } from '../../domain/batch.js';
import { formatYuan } from '../../domain/money.js';
import type { CsvModel } from '../model/csv-model.js';

/** What clerks and packs wrote; everything else in the file is made by the program. */
const FREE_TEXT = new Set(
  'benefit payee_id payee_name id_number household_id township community bank_name account_name account_number clause basis'.split(
    ' ',
  ),
);
const COLUMNS =
  'line_no,batch_id,policy_id,benefit_id,benefit,payee_kind,payee_id,payee_name,id_number,household_id,township,community,income_year,entitlement,paid_before,cut_by,amount,bank_name,account_name,account_number,clause,basis';

/** `payouts.csv`: the lines to pay, in order, unmasked. */
export function payoutsCsv({ batchId, lines }: Pick<BatchContent, 'batchId' | 'lines'>): CsvModel {
  return {
    name: 'payouts.csv',
    whole: true,
    columns: COLUMNS.split(',').map((name) => ({ name, freeText: FREE_TEXT.has(name) })),
    rows: (function* () {
      for (const line of lines)
        yield [
          line.lineNo,
          batchId,
          line.policyId,
          line.benefitId,
          line.benefit,
          line.payee.kind,
          line.payee.id,
          line.payee.name,
          line.idNumber,
          line.householdId,
          line.township,
          line.community,
          line.incomeYear,
          formatYuan(line.entitlement),
          formatYuan(line.paidBefore),
          line.cutBy.join(';'),
          formatYuan(line.amount),
          line.account.bankName,
          line.account.accountName,
          line.account.accountNumber,
          line.clause,
          line.basis,
        ];
    })(),
  };
}
