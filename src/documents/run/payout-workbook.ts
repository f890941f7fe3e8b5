import { payoutChangesSheet } from './payout-changes-sheet.js';
import { payoutNotesSheet } from './payout-notes-sheet.js';
import { payoutOffsetsSheet } from './payout-offsets-sheet.js';
import { payoutRosterSheet } from './payout-roster-sheet.js';
import { payoutSummarySheet } from './payout-summary-sheet.js';
import type { RunDocumentInput } from './run-document.js';
import type { WorkbookModel } from '../model/workbook-model.js';

/** `payout.xlsx`: what is signed and filed. */
export function payoutWorkbook(input: RunDocumentInput): WorkbookModel {
  return {
    title: `${input.result.pack.name}发放表 ${input.result.content.batchId}`,
    whole: true,
    sheets: [
      payoutRosterSheet(input),
      payoutSummarySheet(input),
      payoutChangesSheet(input),
      ...payoutOffsetsSheet(input),
      payoutNotesSheet(input),
    ],
  };
}
