import { findingGroups, findingListSheet } from '../run/finding-list-sheet.js';
import type { FindingDocumentInput } from '../run/run-document.js';
import type { WorkbookModel } from '../model/workbook-model.js';

/** `exceptions.xlsx` of `check`: the list of findings alone, since nothing was assessed. Masked unless revealed. */
export function checkWorkbook(input: FindingDocumentInput): WorkbookModel {
  return {
    title: '异常清单',
    whole: input.reveal,
    sheets: [findingListSheet(input, findingGroups(input.result.findings))],
  };
}
