import type { StatedTotal } from '../domain/roster.js';
import type { Cell, Sheet } from './grid.js';
import { headText } from './header/leaf-columns.js';
import { moneyFactor, normaliseHeader } from './header/normalise.js';
import { readAmount } from './values/amount.js';

/** A cover or summary is short; what stands further down or right is something else. */
const ROWS = 60;
const COLUMNS = 40;
const COVER = /汇总|封面|总表|统计表/;
const TOTAL = /^(?:合计|总计)$/;
/** `总户数：412户` in one cell. */
const IN_ONE_CELL = /^([^:：]{2,12})[:：]\s*([\d,.]+)\s*(户|人|元|万元)?$/;

type Row = readonly Cell[];
type Stated = Omit<StatedTotal, 'file' | 'sheet'>;

/**
 * Totals that a cover or summary sheet states: a label with one number beside it, or a column's number in the 合计 row. Empty
 * for sheets that do not call themselves 封面, 汇总 …; a label that the sheet gives two different numbers is left out.
 */
export async function statedTotals(file: string, sheet: Sheet): Promise<StatedTotal[]> {
  const rows = new Map<number, Row>();
  await sheet.scan((row, cells) => {
    if (row > ROWS) return false;
    rows.set(
      row,
      Array.from(cells.slice(0, COLUMNS), (cell) => cell ?? null),
    );
    return true;
  });
  const titles = [...rows.values()].slice(0, 3).flatMap((cells) => cells.map(headText));
  if (![sheet.name, ...titles].some((text) => COVER.test(text))) return [];
  const found = [...rows].flatMap(([row, cells]) =>
    isTotal(cells) ? inTotalRow(row, cells, rows) : [...besideLabels(row, cells), ...inOneCell(row, cells)],
  );
  const clear = found.filter((one) => found.every(({ key, amount }) => key !== one.key || amount === one.amount));
  const firsts = clear.filter((one, i) => clear.findIndex(({ key }) => key === one.key) === i);
  return firsts.map((one) => ({ ...one, file, sheet: sheet.name }));
}

function isTotal(cells: Row): boolean {
  const lead = cells.map(headText).find((text) => text !== '');
  return lead !== undefined && TOTAL.test(lead.replace(/\s+/g, ''));
}

/** Each number of a 合计 row with the nearest words above it. */
function inTotalRow(row: number, cells: Row, rows: ReadonlyMap<number, Row>): Stated[] {
  return cells.flatMap((cell, column) => {
    for (let above = row - 1; above > 0; above--) {
      const label = headText(rows.get(above)?.[column]);
      if (label !== '' && !isNumeric(label)) return stated(label, cell, row, column);
    }
    return [];
  });
}

/** Labels with exactly one number before the next words: with two nobody knows which is meant. */
function besideLabels(row: number, cells: Row): Stated[] {
  return cells.flatMap((cell, column) => {
    const label = headText(cell);
    if (label === '' || isNumeric(label)) return [];
    const numbers: number[] = [];
    for (let right = column + 1; right < cells.length; right++) {
      const next = cells[right] ?? null;
      if (next === null || next === '') continue;
      if (typeof next !== 'number' && !isNumeric(headText(next))) break;
      numbers.push(right);
    }
    const [only, other] = numbers;
    return only === undefined || other !== undefined ? [] : stated(label, cells[only] ?? null, row, only);
  });
}

function inOneCell(row: number, cells: Row): Stated[] {
  return cells.flatMap((cell, column) => {
    const match = IN_ONE_CELL.exec(headText(cell));
    if (match === null) return [];
    const [, label = '', number = '', unit] = match;
    return stated(unit === '万元' ? `${label}(万元)` : label, number, row, column);
  });
}

function stated(label: string, cell: Cell, row: number, column: number): Stated[] {
  const { key, unit } = normaliseHeader(label);
  const word = key.replace(/^(?:合计|总计)|(?:合计|总计)$/g, '');
  const amount = readAmount(cell, { factor: moneyFactor(unit ?? '元') ?? 1, stated: unit !== null });
  return word === '' || typeof amount !== 'number' ? [] : [{ row, column, label, key: word, amount }];
}

function isNumeric(text: string): boolean {
  return /^[\d,.]+$/.test(text);
}
