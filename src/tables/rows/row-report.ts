import type { FindingDraft } from '../../findings/collector.js';
import type { FindingSubject } from '../../findings/finding.js';
import type { Field } from '../fields/index.js';
import { displayText } from '../values/plain-text.js';
import type { ColumnReader } from './column-reader.js';
import type { CellMet } from './household-groups.js';
import { rangeText, type ActiveMerge } from './merged-cells.js';

/** The findings of one table, row by row; those of a column wait until it is known whether the whole is unreadable. */
export class RowReport {
  private readonly drafts: FindingDraft[] = [];

  add(...drafts: readonly FindingDraft[]): void {
    for (const draft of drafts) this.drafts.push(draft);
  }

  /** What was met in the cells of a row. */
  cells(row: number, subject: Partial<FindingSubject>, met: readonly CellMet[]): void {
    for (const [column, problem, cell] of met) {
      const place = column.at(row);
      if (problem === null) this.drafts.push({ ...blankFinding(column.field), place, subject });
      else
        column.problems.push({
          code: problem.code,
          severity: problem.severity,
          place,
          subject,
          value: displayText(cell),
          params: problem.params,
        });
    }
  }

  /** A value merged over what does not share it. */
  merged(row: number, subject: Partial<FindingSubject>, column: ColumnReader, merge: ActiveMerge): void {
    this.drafts.push({
      code: 'SHT-07',
      severity: column.field.severity ?? 'error',
      place: column.at(row),
      subject,
      value: displayText(merge.value),
      params: { range: rangeText(merge.range) },
    });
  }

  belowTotal(row: number, subject: Partial<FindingSubject>, total: number): void {
    this.drafts.push({ code: 'SHT-05', severity: 'error', place: { row }, subject, params: { total } });
  }

  /** Everything about cells and rows in the order of rows, that of whole columns included. */
  inOrder(columns: readonly ColumnReader[], headerRow: number, rows: number): FindingDraft[] {
    for (const column of columns) {
      for (const problem of column.findings(headerRow, rows)) this.drafts.push(problem);
      if (column.cleaned > 0)
        this.drafts.push({
          code: 'CEL-11',
          severity: 'info',
          place: column.at(column.firstCleaned),
          params: { count: column.cleaned },
        });
    }
    return this.drafts.sort(
      (a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
    );
  }
}

/** A required cell with nothing in it. What ties the row to someone, or decides its money, holds it. */
export function blankFinding(field: Field): FindingDraft {
  if (field.type === 'person-id') return { code: 'CEL-01', severity: 'error', params: { length: 0 } };
  return { code: 'CEL-19', severity: field.blank ?? 'error', params: { field: field.header } };
}
