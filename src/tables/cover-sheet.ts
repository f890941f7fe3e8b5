import type { StatedTotal } from '../domain/roster.js';
import type { Cell, Sheet } from './grid.js';
import { headText } from './header/leaf-columns.js';
import { moneyFactor, normaliseHeader, statedUnit } from './header/normalise.js';
import { totalWordOf } from './rows/row-words.js';
import { readAmount } from './values/amount.js';

/** A cover or summary is short; what stands further down or right is something else. */
const ROWS = 300;
const COLUMNS = 40;
const COVER = /汇总|封面|总表|统计表/;
/** Columns of people: a sheet with one of them is a list, whatever it is called. */
const PEOPLE = /姓名|户主|身份证|证件号|银行账号|一卡通/;
/** What a sheet of totals counts. */
const COUNTED = /户数|人数|人口|收入|金额|总额|资金|奖补/;
/** `总户数：412户` in one cell. */
const IN_ONE_CELL = /^([^:：]{2,12})[:：]\s*([\d,.]+)\s*(户|人|元|万元)?$/;

type Row = readonly Cell[];
type Rows = ReadonlyMap<number, Row>;
type Stated = Omit<StatedTotal, 'file' | 'sheet'>;

/**
 * Totals that a sheet states: a label with one number beside it, a column's number in the 合计 row, and those of each place
 * where every row is one. A sheet of totals is told by its rows: nobody stands in it, and it calls itself 封面, 汇总 … or has
 * one place a row. Empty for other sheets; a label that the sheet gives two different numbers is left out.
 */
export async function statedTotals(file: string, sheet: Sheet): Promise<StatedTotal[]> {
  const rows = new Map<number, Row>();
  const people: number[] = [];
  await sheet.scan((row, cells) => {
    const kept = Array.from(cells.slice(0, COLUMNS), (cell) => cell ?? null);
    if (kept.some((cell) => isId(cell) || (PEOPLE.test(headText(cell)) && headText(cell).length <= 12)))
      people.push(row);
    rows.set(row, kept);
    return row <= ROWS && people.length === 0;
  });
  if (people.length > 0) return [];
  const head = [...rows].find(([, cells]) => isCountedHead(cells))?.[0] ?? null;
  const titles = [...rows.values()].slice(0, 3).flatMap((cells) => cells.map(headText));
  const byPlace = head === null ? [] : placeRows(head, rows);
  if (byPlace.length < 2 && ![sheet.name, ...titles].some((text) => COVER.test(text))) return [];
  const unit = titles.map(statedUnit).find((one) => one !== null) ?? null;
  const found = [...rows].flatMap(([row, cells]) => {
    if (isTotal(cells)) return underLabels(row, cells, rows, null, unit);
    const place = byPlace.find((one) => one.row === row);
    if (place !== undefined) return underLabels(row, cells, rows, place.name, unit);
    return [...besideLabels(row, cells, unit), ...inOneCell(row, cells)];
  });
  const isSame = (a: Stated, b: Stated): boolean => a.key === b.key && a.place === b.place;
  const clear = found.filter((one) => found.every((other) => !isSame(one, other) || other.amount === one.amount));
  const firsts = clear.filter((one, i) => clear.findIndex((other) => isSame(one, other)) === i);
  return firsts.map((one) => ({ ...one, file, sheet: sheet.name }));
}

function isId(cell: Cell): boolean {
  if (typeof cell === 'number') return cell > 1e14;
  return typeof cell === 'string' && /\d{14,17}[\dXx*]/.test(cell.replace(/\s+/g, ''));
}

/** A header: words alone, what is counted among them. */
function isCountedHead(cells: Row): boolean {
  const words = cells.map(headText).filter((text) => text !== '');
  return words.length >= 2 && !words.some(isNumeric) && words.some((text) => COUNTED.test(text) && text.length <= 16);
}

/** Rows below the header with one name, found once, and figures. */
function placeRows(head: number, rows: Rows): { readonly row: number; readonly name: string }[] {
  const named = [...rows].flatMap(([row, cells]) => {
    if (row <= head || isTotal(cells)) return [];
    const words = cells.map(headText).filter((text) => text !== '' && !isNumeric(text));
    const hasFigure = cells.some((cell) => typeof cell === 'number' || isNumeric(headText(cell)));
    const [name] = words;
    return name === undefined || words.length > 2 || !hasFigure ? [] : [{ row, name }];
  });
  return named.filter(({ name }) => named.filter((other) => other.name === name).length === 1);
}

function isTotal(cells: Row): boolean {
  return cells.some((cell) => typeof cell === 'string' && totalWordOf(cell) === 'total' && headText(cell).length <= 6);
}

/** Each number of a row with the nearest words above it. */
function underLabels(row: number, cells: Row, rows: Rows, place: string | null, unit: string | null): Stated[] {
  return cells.flatMap((cell, column) => {
    for (let above = row - 1; above > 0; above--) {
      const label = headText(rows.get(above)?.[column]);
      if (label !== '' && !isNumeric(label)) return stated(label, cell, row, column, place, unit);
    }
    return [];
  });
}

/** Labels with exactly one number before the next words: with two nobody knows which is meant. */
function besideLabels(row: number, cells: Row, unit: string | null): Stated[] {
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
    return only === undefined || other !== undefined ? [] : stated(label, cells[only] ?? null, row, only, null, unit);
  });
}

function inOneCell(row: number, cells: Row): Stated[] {
  return cells.flatMap((cell, column) => {
    const match = IN_ONE_CELL.exec(headText(cell));
    if (match === null) return [];
    const [, label = '', number = '', unit] = match;
    return stated(unit === '万元' ? `${label}(万元)` : label, number, row, column, null, null);
  });
}

function stated(
  label: string,
  cell: Cell,
  row: number,
  column: number,
  place: string | null,
  unitAbove: string | null,
): Stated[] {
  const { key, unit } = normaliseHeader(label);
  const word = key.replace(/^(?:合计|总计)|(?:合计|总计)$/g, '');
  const isCount = /(?:户|人)数|人口/.test(word);
  const factor = moneyFactor(unit ?? (isCount ? '元' : (unitAbove ?? '元'))) ?? 1;
  const amount = readAmount(cell, { factor, stated: unit !== null });
  if (word === '' || typeof amount !== 'number') return [];
  // 17.20 万元 stands for anything that is shown so.
  const shown = typeof cell === 'number' ? String(cell) : headText(cell);
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  const tolerance = factor === 1 ? 0 : (factor * 100) / 10 ** Math.max(decimals, 2) / 2;
  return [{ row, column, label, key: word, amount, place, tolerance }];
}

function isNumeric(text: string): boolean {
  return /^[\d,.]+$/.test(text);
}
