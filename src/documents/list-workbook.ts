import { headerRow, textRow, titleRow } from './model/sheet-rows.js';
import type { CellModel, SheetModel, WorkbookModel } from './model/workbook-model.js';

/** A list that an office asks for: what its columns are called, how wide they are, and what stands in them. */
export interface ListSheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly CellModel[])[];
}

/** A workbook of lists, one a sheet, to look at, to filter and to print. */
export function listWorkbook(title: string, lists: readonly ListSheet[]): WorkbookModel {
  return { title, sheets: lists.map(listSheet) };
}

function listSheet({ name, title, columns, rows }: ListSheet): SheetModel {
  const width = columns.length;
  const last = String.fromCharCode(64 + width);
  return {
    name,
    columns: columns.map((column) => ({ width: column.width, style: 'wrap' })),
    rows: [
      titleRow(title, width),
      headerRow(columns.map((column) => column.title)),
      ...rows.map((cells) => ({ cells })),
      ...(rows.length === 0 ? [textRow('没有', width)] : []),
    ],
    freeze: { rows: 2, columns: 0 },
    ...(rows.length === 0 ? {} : { autofilter: `A2:${last}` }),
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, 2], footer: '第 &P 页 共 &N 页' },
  };
}
