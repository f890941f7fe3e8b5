import { TABLE_KINDS } from '../../domain/roster.js';
import { TABLES } from '../fields/index.js';
import type { MergeRange } from '../grid.js';
import { isForm, isHeaderWord, isLabelRow, isPairRow } from './form-rows.js';
import { headText, leafColumns, MergeLookup, type HeadRow, type LeafColumn } from './leaf-columns.js';
import { matchColumns, type TableMatch } from './match-columns.js';
import { normaliseHeader, statedUnit } from './normalise.js';
import { settleNumber } from './settle-number.js';
import { settlePeriod } from './settle-period.js';
import { settleWorkTime } from './settle-work-time.js';
import { settleYears } from './settle-years.js';

/** How many rows from the top are searched for a header. */
export const HEAD_ROWS = 60;
const MAX_DEPTH = 4;

/** A header that was found, with the best reading of it. */
export interface FoundHeader {
  /** First and last header row, from 1. */
  readonly rows: readonly [number, number];
  /** First row that may hold data. */
  readonly dataFrom: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly leaves: readonly LeafColumn[];
  /** Null when the header is that of no table we know. */
  readonly match: TableMatch | null;
  /** Money unit stated above the header (`金额单位：万元`), or null. */
  readonly unitAbove: string | null;
  /** The one year that stands above it (2024年度 …); null without, or where there are several. */
  readonly yearAbove: number | null;
  /** The block ends where the merged cells of its first row end. */
  readonly isNatural: boolean;
  /** Texts of the header rows, for finding them again at page breaks. */
  readonly lines: readonly HeadRow[];
}

export type NoHeader = 'empty' | 'no-header' | 'form';

/** Headers of a sheet: one, or several tables side by side; or why there is none. */
export type HeaderFinding =
  | { readonly headers: readonly FoundHeader[]; readonly ignored: readonly FoundHeader[] }
  | { readonly headers: readonly []; readonly reason: NoHeader };

/** Finds the header among the first rows of a sheet. */
export function findHeader(rows: readonly HeadRow[], merges: readonly MergeRange[], sheetName: string): HeaderFinding {
  const head = rows.slice(0, HEAD_ROWS);
  if (head.length === 0) return { headers: [], reason: 'empty' };
  const last = head.at(-1)?.row ?? 0;
  const lookup = new MergeLookup(merges, head[0]?.row ?? 1, last + MAX_DEPTH);
  const width = lastRealColumn(head);
  const whole = bestIn(head, lookup, 0, width, sheetName);
  const apart = sideBySide(head, lookup, width, sheetName, whole);
  if (apart !== null) return apart;
  if (whole !== null) return { headers: [whole], ignored: [] };
  if (head.some(isPairRow) && isForm(head)) return { headers: [], reason: 'form' };
  const plain = columnBlocks(head, width).flatMap(([a, b]) => structuralHeader(head, lookup, a, b) ?? []);
  if (plain.length === 0) return { headers: [], reason: isForm(head) ? 'form' : 'no-header' };
  return { headers: plain, ignored: [] };
}

function bestIn(
  head: readonly HeadRow[],
  merges: MergeLookup,
  from: number,
  to: number,
  sheetName: string,
): FoundHeader | null {
  let best: FoundHeader | null = null;
  const known = head.map((row) => knownWords(row, from, to));
  for (const [index, start] of head.entries()) {
    if (textCount(start, from, to) < 2 || isLabelRow(start) || isPairRow(start)) continue;
    for (let depth = 1; depth <= MAX_DEPTH; depth++) {
      const block = head.slice(index, index + depth);
      const end = block.at(-1);
      if (block.length < depth || end?.row !== start.row + depth - 1 || isPairRow(end)) break;
      // Looking closely at every data row would cost more than reading it.
      if (sum(known.slice(index, index + depth)) < 2) continue;
      if (depth > 1 && textCount(end, from, to) === 0) break;
      const found = readBlock(head, block, merges, from, to, sheetName);
      if (found !== null && (best === null || better(found, best))) best = found;
    }
  }
  return best;
}

/** Cells of a row that are the name of some column of ours. */
function knownWords(row: HeadRow, from: number, to: number): number {
  let count = 0;
  for (let column = from; column <= to; column++) {
    const text = headText(row.cells[column]);
    if (text === '' || text.length > 60) continue;
    if (isHeaderWord(text)) count += 1;
  }
  return count;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function readBlock(
  head: readonly HeadRow[],
  block: readonly HeadRow[],
  merges: MergeLookup,
  from: number,
  to: number,
  sheetName: string,
): FoundHeader | null {
  const leaves = leafColumns(block, merges, from, to);
  const match = bestMatch(leaves, sheetName);
  return match === null ? null : foundHeader(head, block, merges, leaves, match);
}

function foundHeader(
  head: readonly HeadRow[],
  block: readonly HeadRow[],
  merges: MergeLookup,
  leaves: readonly LeafColumn[],
  match: TableMatch | null,
): FoundHeader {
  const first = block[0]?.row ?? 0;
  const last = block.at(-1)?.row ?? 0;
  const columns = leaves.map((leaf) => leaf.column);
  // A header cell merged further down than the block covers rows that hold no data.
  let covered = last;
  for (const merge of merges.merges) {
    if (merge.firstRow >= first && merge.firstRow <= last)
      covered = Math.max(covered, Math.min(merge.lastRow, first + MAX_DEPTH));
  }
  const dataFrom = covered + 1;
  const above = head.filter(({ row }) => row < first);
  const below = head.filter(({ row }) => row >= dataFrom);
  const unitAbove = above
    .flatMap(({ cells }) => cells.map((cell) => statedUnit(headText(cell))))
    .find((unit) => unit !== null);
  return {
    rows: [first, last],
    dataFrom,
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
    leaves,
    match: settled(match, above, below),
    unitAbove: unitAbove ?? null,
    yearAbove: yearIn(above),
    isNatural: last === naturalEnd(head, block[0], merges),
    lines: block,
  };
}

/** 2024年度, 2024年…花名册; the year of a date (2024年10月8日) says when it was written, not of when it speaks. */
function yearIn(rows: readonly HeadRow[]): number | null {
  const texts = rows.flatMap(({ cells }) => cells.map((cell) => headText(cell).replace(/\s+/g, '')));
  const years = new Set(
    texts.flatMap((text) => [...text.matchAll(/((?:19|20)\d{2})年(?!\d)/g)].map(([, year]) => year)),
  );
  const [only] = years;
  return years.size === 1 && only !== undefined ? Number(only) : null;
}

/** What the words of a header leave open, settled by what stands above and below it. */
function settled(match: TableMatch | null, above: readonly HeadRow[], below: readonly HeadRow[]): TableMatch | null {
  const timed = settlePeriod(settleYears(match, above, below), above);
  return settleWorkTime(settleNumber(timed, below), below);
}

/** Last header row that the merges of a first header row point to; rows without words of their own are left off. */
function naturalEnd(head: readonly HeadRow[], start: HeadRow | undefined, merges: MergeLookup): number {
  if (start === undefined) return 0;
  let last = start.row;
  for (let row = start.row; row <= last && row < start.row + MAX_DEPTH; row++) {
    for (const merge of merges.merges) {
      if (merge.firstRow === row && merge.lastRow < start.row + MAX_DEPTH) last = Math.max(last, merge.lastRow);
    }
  }
  const reached = head.filter(({ row }) => row > start.row && row <= last);
  return reached.findLast((row) => textCount(row, 0, row.cells.length - 1) > 0)?.row ?? start.row;
}

/** Best reading over all kinds of table, or null when the words point to none of them. */
export function bestMatch(leaves: readonly LeafColumn[], sheetName: string): TableMatch | null {
  let best: TableMatch | null = null;
  for (const kind of TABLE_KINDS) {
    const match = matchColumns(leaves, kind);
    if (!isEvidence(match)) continue;
    if (best === null || compareMatches(match, best, sheetName) > 0) best = match;
  }
  return best;
}

/** Columns that only such a table has, two at least: a list of people alone is no table of ours. */
function isEvidence(match: TableMatch): boolean {
  if (match.missing.length === 0) return true;
  return match.telling >= 2 || (match.telling === 1 && match.required >= 3);
}

function compareMatches(a: TableMatch, b: TableMatch, sheetName: string): number {
  const complete = Number(a.missing.length === 0) - Number(b.missing.length === 0);
  if (complete !== 0) return complete;
  const share = likeness(a) - likeness(b);
  if (a.missing.length > 0 && Math.abs(share) > 1e-9) return share;
  if (a.matched !== b.matched) return a.matched - b.matched;
  return Number(sheetName.includes(a.kind)) - Number(sheetName.includes(b.kind));
}

/** Share of the required columns that are there, and of the columns that are recognised. */
function likeness(match: TableMatch): number {
  const required = TABLES[match.kind].fields.filter((field) => field.required === true).length;
  return match.required / required + match.matched / Math.max(1, match.columns.length);
}

/** A complete table wins; then more fields, fewer duplicates, the block that the merged cells show, the earlier row. */
function better(a: FoundHeader, b: FoundHeader): boolean {
  const [x, y] = [a.match, b.match];
  if (x === null || y === null) return x !== null;
  const complete = Number(x.missing.length === 0) - Number(y.missing.length === 0);
  if (complete !== 0) return complete > 0;
  if (x.matched !== y.matched) return x.matched > y.matched;
  if (x.duplicates.length !== y.duplicates.length) return x.duplicates.length < y.duplicates.length;
  return a.rows[0] === b.rows[0] && a.isNatural && !b.isNatural;
}

/** Tables beside each other are parted by an empty column, or repeat the same header; each must be a whole table by itself to be read as one. */
function sideBySide(
  head: readonly HeadRow[],
  merges: MergeLookup,
  width: number,
  sheetName: string,
  whole: FoundHeader | null,
): HeaderFinding | null {
  const from = whole === null ? head : head.filter(({ row }) => row >= whole.rows[0]);
  const parted = columnBlocks(from, width);
  const blocks = parted.length === 1 && whole !== null ? repeatedBlocks(whole.leaves) : parted;
  if (blocks.length < 2 || blocks.length > 6) return null;
  const found = blocks.map(([a, b]) => bestIn(head, merges, a, b, sheetName));
  const complete = found.filter((header) => header?.match?.missing.length === 0).filter((header) => header !== null);
  if (complete.length >= 2) return { headers: complete, ignored: [] };
  const [main] = complete;
  if (main === undefined || whole === null) return null;
  const duplicated = (whole.match?.duplicates.length ?? 0) > 0;
  if (!duplicated && rowsAlign(head, main, width)) return null;
  const ignored = found.filter((header) => header !== null).filter((header) => header !== main);
  return { headers: [main], ignored };
}

/** Columns of a header that says the same words again and again, once for every time. */
function repeatedBlocks(leaves: readonly LeafColumn[]): [number, number][] {
  const keys = leaves.map((leaf) => normaliseHeader(leaf.header).key);
  const period = keys.indexOf(keys[0] ?? '', 1);
  if (period < 3 || keys.length % period !== 0) return [];
  if (!keys.every((key, index) => key === keys[index % period])) return [];
  const blocks: [number, number][] = [];
  for (let at = 0; at < leaves.length; at += period)
    blocks.push([leaves[at]?.column ?? 0, leaves[at + period - 1]?.column ?? 0]);
  return blocks;
}

/** A single mark this many columns right of everything else (`FFI` in IV1) belongs to a template, not to the table. */
const FAR_AWAY = 20;

/** Last used column of the head, template marks far to the right left out. */
function lastRealColumn(head: readonly HeadRow[]): number {
  const width = Math.max(...head.map(({ cells }) => cells.length)) - 1;
  const blocks = columnBlocks(head, width);
  let last = blocks.at(-1)?.[1] ?? -1;
  for (let index = blocks.length - 1; index > 0; index--) {
    const [from, to] = blocks[index] ?? [0, 0];
    const before = blocks[index - 1]?.[1] ?? 0;
    const used = head.filter(({ cells }) => anyCell(cells, from, to)).length;
    if (from - before <= FAR_AWAY || to > from || used > 1) break;
    last = before;
  }
  return last;
}

/** Runs of columns that are not empty in every buffered row. */
function columnBlocks(rows: readonly HeadRow[], width: number): [number, number][] {
  const blocks: [number, number][] = [];
  let start = -1;
  for (let column = 0; column <= width + 1; column++) {
    const used =
      column <= width &&
      rows.some(({ cells }) => {
        const cell = cells[column] ?? null;
        return cell !== null && (typeof cell !== 'string' || cell.trim() !== '');
      });
    if (used && start < 0) start = column;
    if (!used && start >= 0) {
      blocks.push([start, column - 1]);
      start = -1;
    }
  }
  return blocks;
}

/** Whether what stands right or left of the table runs row by row beside it: then it is part of it. */
function rowsAlign(head: readonly HeadRow[], main: FoundHeader, width: number): boolean {
  let both = 0;
  let apart = 0;
  for (const { row, cells } of head) {
    if (row < main.dataFrom) continue;
    const inside = anyCell(cells, main.firstColumn, main.lastColumn);
    const outside = anyCell(cells, 0, main.firstColumn - 1) || anyCell(cells, main.lastColumn + 1, width);
    if (inside && outside) both += 1;
    else if (outside || (inside && row - main.dataFrom < 30)) apart += outside ? 1 : 0;
  }
  return apart === 0 || both > apart * 9;
}

function anyCell(cells: HeadRow['cells'], from: number, to: number): boolean {
  for (let column = from; column <= to; column++) {
    const cell = cells[column] ?? null;
    if (cell !== null && (typeof cell !== 'string' || cell.trim() !== '')) return true;
  }
  return false;
}

function textCount(row: HeadRow | undefined, from: number, to: number): number {
  let count = 0;
  for (let column = from; column <= to; column++) if (isWord(headText(row?.cells[column]))) count += 1;
  return count;
}

/** A short text with letters in it: what a column may be called. */
function isWord(text: string): boolean {
  return text !== '' && text.length <= 60 && /\p{L}/u.test(text) && !/^Column\d+$/.test(text) && !/\$\{/.test(text);
}

/**
 * A header of no table we know, found by its look: the first row of (nearly) the greatest number of words and without
 * numbers, with the rows its merged cells reach down to.
 */
function structuralHeader(head: readonly HeadRow[], merges: MergeLookup, from: number, to: number): FoundHeader | null {
  const counts = head.map((row) => (hasNumbers(row, from, to) || isLabelRow(row) ? 0 : textCount(row, from, to)));
  const most = Math.max(...counts);
  if (most < 2) return null;
  const index = counts.findIndex((count, at) => {
    const row = head[at];
    const reach = row === undefined || !hasTallCell(row, merges) ? 0 : spanned(row, merges, from, to);
    return count >= 2 && Math.max(count, reach) >= most * 0.8;
  });
  let start = head[index];
  if (start === undefined) return null;
  // A cell merged down from above belongs to the same header.
  let top = start.row;
  for (const merge of merges.merges) if (merge.lastRow >= start.row) top = Math.min(top, merge.firstRow);
  start = head.find(({ row }) => row === top) ?? start;
  const first = start.row;
  const last = Math.max(naturalEnd(head, start, merges), head[index]?.row ?? first);
  const block = head.filter(({ row }) => row >= first && row <= last);
  const leaves = leafColumns(block, merges, from, to);
  return leaves.length < 2 ? null : foundHeader(head, block, merges, leaves, null);
}

function hasTallCell({ row }: HeadRow, merges: MergeLookup): boolean {
  return merges.merges.some((merge) => merge.firstRow === row && merge.lastRow > row);
}

/** Columns that a row's words cover, merges counted. */
function spanned(row: HeadRow, merges: MergeLookup, from: number, to: number): number {
  let columns = 0;
  for (let column = from; column <= to; column++) {
    if (!isWord(headText(row.cells[column]))) continue;
    const merge = merges.at(row.row, column);
    columns += merge === undefined ? 1 : merge.lastColumn - merge.firstColumn + 1;
  }
  return columns;
}

function hasNumbers({ cells }: HeadRow, from: number, to: number): boolean {
  return cells.some((cell, column) => {
    if (column < from || column > to) return false;
    if (typeof cell === 'string') return /^[¥￥]?[\d.,/:-]+$/.test(cell.trim());
    return typeof cell === 'number' || (typeof cell === 'object' && cell !== null);
  });
}
