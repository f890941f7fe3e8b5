import { approvalSheet, publicationSheet } from '../paper/approval-sheets.js';
import { correctionSheet } from '../paper/correction-sheet.js';
import { fundRequestSheet } from '../paper/fund-request-sheet.js';
import { paperOfRun } from '../paper/paper.js';
import { payoutChangesSheet } from './payout-changes-sheet.js';
import { payoutNotesSheet } from './payout-notes-sheet.js';
import { payoutOffsetsSheet } from './payout-offsets-sheet.js';
import { payoutRosterSheet } from './payout-roster-sheet.js';
import { payoutSummarySheet } from './payout-summary-sheet.js';
import type { RunDocumentInput } from './run-document.js';
import type { WorkbookModel } from '../model/workbook-model.js';

/** `payout.xlsx`: what is signed and filed. */
export function payoutWorkbook(input: RunDocumentInput): WorkbookModel {
  const paper = paperOfRun(input);
  const { corrected = [] } = input;
  return {
    title: `${input.result.pack.name}发放表 ${input.result.content.batchId}`,
    whole: true,
    sheets: [
      payoutRosterSheet(paper),
      payoutSummarySheet(paper),
      payoutChangesSheet(input),
      ...payoutOffsetsSheet(input),
      fundRequestSheet(paper),
      approvalSheet(paper),
      publicationSheet(paper),
      ...(corrected.length === 0 ? [] : [correctionSheet(paper, corrected)]),
      payoutNotesSheet(input),
    ],
  };
}
