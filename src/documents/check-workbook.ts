import { findingGroups, findingListSheet } from './finding-list-sheet.js';
import type { FindingDocumentInput } from './run-document.js';
import type { WorkbookModel } from './workbook-model.js';

/** `exceptions.xlsx` of `check`: the list of findings alone, since nothing was assessed. Masked unless revealed. */
export function checkWorkbook(input: FindingDocumentInput): WorkbookModel {
  return { title: '异常清单', sheets: [findingListSheet(input, findingGroups(input.result.findings))] };
}
