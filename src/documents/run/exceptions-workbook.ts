import { findingGroups, findingListSheet } from './finding-list-sheet.js';
import { findingOverviewSheet } from './finding-overview-sheet.js';
import { householdLists } from './household-list-sheets.js';
import { notPaidList } from './not-paid-sheet.js';
import type { RunDocumentInput } from './run-document.js';
import type { WorkbookModel } from '../model/workbook-model.js';

/** `exceptions.xlsx`: what to put right, and the households to look after. Masked unless the run reveals. */
export function exceptionsWorkbook(input: RunDocumentInput): WorkbookModel {
  const groups = findingGroups(input.result.findings);
  const lists = [...householdLists(input), notPaidList(input)];
  const listed = lists.map(({ sheet, rows, about }) => ({ name: sheet.name, rows, about }));
  return {
    title: `${input.result.pack.name}异常清单 ${input.result.content.batchId}`,
    whole: input.reveal,
    sheets: [
      findingOverviewSheet(input, groups, listed),
      findingListSheet(input, groups),
      ...lists.map((list) => list.sheet),
    ],
  };
}
