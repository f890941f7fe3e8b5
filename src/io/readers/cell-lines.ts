import { type Cell, cellAddress, type Workbook } from '../../tables/grid.js';

/** One non-empty cell as `butie map --cells` prints it (src/CONTRACT.md §4). */
export interface CellLine {
  readonly sheet: string;
  readonly cell: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'no-result';
  readonly value: string | number | boolean | null;
}

/**
 * Hands every non-empty cell of every visible and hidden sheet to `visit`, in the order of the file, exactly as the
 * reader sees it, unmasked. Rejects with a ReadFault where a sheet is damaged.
 */
export async function cellsOf(workbook: Workbook, visit: (line: CellLine) => void): Promise<void> {
  for (const sheet of workbook.sheets)
    await sheet.scan((row, cells) => {
      cells.forEach((cell, column) => {
        const told = kindAndValue(cell);
        if (told !== null) visit({ sheet: sheet.name, cell: cellAddress(row, column), ...told });
      });
    });
}

function kindAndValue(cell: Cell | undefined): Pick<CellLine, 'kind' | 'value'> | null {
  switch (typeof cell) {
    case 'string':
      return cell === '' ? null : { kind: 'text', value: cell };
    case 'number':
      return { kind: 'number', value: cell };
    case 'boolean':
      return { kind: 'boolean', value: cell };
    case 'object':
      if (cell === null) return null;
      if (cell.kind === 'date') return { kind: 'date', value: cell.iso };
      if (cell.kind === 'shown' && cell.struck !== undefined) return kindAndValue(cell.struck);
      if (cell.kind === 'shown')
        return typeof cell.value === 'number'
          ? { kind: 'number', value: cell.value }
          : { kind: /^\d{4}-\d\d-\d\d(T[\d:]+)?$/.test(cell.value) ? 'date' : 'text', value: cell.value };
      return cell.kind === 'error' ? { kind: 'error', value: cell.code } : { kind: 'no-result', value: null };
    default:
      return null;
  }
}
