import { formatYuan } from '../../domain/money.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { Field } from '../fields/index.js';
import type { Cell } from '../grid.js';
import { readAmount } from '../values/amount.js';
import { displayText } from '../values/plain-text.js';
import type { ColumnReader } from './column-reader.js';
import { isEmpty } from './empty-cell.js';

/** Counts are summed in hundredths, as amounts are in 分. */
const HUNDREDTHS = 100;

/** Whether totals of the column say something: amounts of a year, and the heads of households. */
export function isSummed({ type, key }: Field): boolean {
  if (type === 'money') return key !== 'perCapitaIncome' && key !== 'lastPerCapitaIncome' && key !== 'monthlyWage';
  return key === 'size';
}

/** A value as it is summed; null when it cannot be. */
export function summand(value: unknown, { type }: Field): number | null {
  if (typeof value !== 'number') return null;
  return type === 'money' ? value : value * HUNDREDTHS;
}

/** Compares 合计 and 小计 rows with the rows that went before. */
export class Totals {
  private readonly columns: readonly ColumnReader[];

  constructor(columns: readonly ColumnReader[]) {
    this.columns = columns.filter(({ field }) => isSummed(field));
  }

  /** SHT-03 for every column whose figure is neither the sum of all rows nor that of the part above. */
  compare(row: number, cells: readonly Cell[], isTotal: boolean): FindingDraft[] {
    const findings: FindingDraft[] = [];
    for (const column of this.columns) {
      const cell = cells[column.column] ?? null;
      const stated = statedIn(cell, column);
      const [summed, part] = isTotal ? [column.sum, column.groupSum] : [column.groupSum, column.sum];
      // A 合计 at the foot of each page or part may add up the part alone.
      if (stated !== null && summed !== null && stated !== summed && stated !== part)
        findings.push({
          code: 'SHT-03',
          severity: 'error',
          place: column.at(row),
          value: displayText(cell),
          params: {
            column: column.header,
            stated: shown(stated, column.field),
            summed: shown(summed, column.field),
            difference: shown(stated - summed, column.field),
          },
        });
      if (column.groupSum !== null) column.groupSum = 0;
    }
    return findings;
  }

  /** Whether a row without a word for it is a total: every summed column it fills holds the sum, and one does. */
  isProved(cells: readonly Cell[]): boolean {
    let proved = 0;
    for (const column of this.columns) {
      const cell = cells[column.column] ?? null;
      if (isEmpty(cell)) continue;
      const stated = statedIn(cell, column);
      if (stated === null || stated === 0) return false;
      if (stated !== column.sum && stated !== column.groupSum) return false;
      proved += 1;
    }
    return proved > 0;
  }
}

function statedIn(cell: Cell, { field, unit }: ColumnReader): number | null {
  const text = typeof cell === 'string' ? cell.replace(/[人户口]$/, '') : cell;
  const stated = readAmount(text, field.type === 'money' ? unit : { factor: 1, stated: false });
  return typeof stated === 'number' ? stated : null;
}

function shown(sum: number, { type }: Field): string {
  return type === 'money' ? formatYuan(sum) : String(sum / HUNDREDTHS);
}
