import type { Cell } from '../grid.js';
import type { MatchedColumn } from '../header/matched-column.js';
import { isEmpty } from './empty-cell.js';

/** Columns that nothing reads, as soon as they hold a value: what is passed over is named. */
export class UnusedColumns {
  readonly headers: string[] = [];
  private open: readonly MatchedColumn[];

  constructor(columns: readonly MatchedColumn[]) {
    this.open = columns.filter(
      ({ field, role }) => field === null && role !== 'sequence' && role !== 'own' && role !== 'claim',
    );
  }

  take(cells: readonly Cell[]): void {
    if (this.open.length === 0) return;
    this.open = this.open.filter((column) => {
      if (isEmpty(cells[column.column] ?? null)) return true;
      this.headers.push([...column.path, column.header].at(-1)?.replace(/\s+/g, '') ?? '');
      return false;
    });
  }
}
