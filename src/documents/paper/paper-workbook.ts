import type { WorkbookModel } from '../model/workbook-model.js';
import { payoutRosterSheet } from '../run/payout-roster-sheet.js';
import { payoutSummarySheet } from '../run/payout-summary-sheet.js';
import { approvalSheet, publicationSheet } from './approval-sheets.js';
import type { CorrectedLine } from './corrected-line.js';
import { correctionSheet } from './correction-sheet.js';
import { fundRequestSheet } from './fund-request-sheet.js';
import type { Paper } from './paper.js';

/** The sheets of a batch that are signed and filed; 更正发放表 only where something is paid again. */
export function paperWorkbook(paper: Paper, corrected: readonly CorrectedLine[]): WorkbookModel {
  return {
    title: `${paper.policy.name}发放表 ${paper.batchId}`,
    whole: true,
    sheets: [
      payoutRosterSheet(paper),
      payoutSummarySheet(paper),
      fundRequestSheet(paper),
      approvalSheet(paper),
      publicationSheet(paper),
      ...(corrected.length === 0 ? [] : [correctionSheet(paper, corrected)]),
    ],
  };
}
