import type { Cell, MergeRange } from '../grid.js';
import { isEmpty } from '../rows/empty-cell.js';
import { isRepeatedHeader } from '../rows/form-row.js';
import { type FoundHeader, findHeader } from './find-header.js';
import { headText, type HeadRow } from './leaf-columns.js';
import { isKnownHeader } from './match-columns.js';
import { normaliseHeader, statedUnit } from './normalise.js';

/** A second header has no more rows than the first may have. */
const MAX_DEPTH = 4;
const TITLE = /^.{2,40}(?:表|册|名单|清单|台账|情况|汇总|明细)(?:[（(][^（()）]*[)）])?$/;

/** Rows that were kept back, and the headers of the tables that begin with them. */
export interface Released {
  /** Empty when no new table begins. */
  readonly headers: readonly FoundHeader[];
  /** Rows that belong to the present table after all. */
  readonly rows: readonly HeadRow[];
}

/**
 * Watches the rows below a header for the header of another table on the same sheet. Keeps back what may be its title
 * and its header rows until it is known what they are; keeps nothing else.
 */
export class HeaderBelow {
  private readonly current: FoundHeader;
  private readonly merges: readonly MergeRange[];
  private readonly sheetName: string;
  private held: HeadRow[] = [];
  private firstHeaderRow: number | null = null;
  private lastHeaderRow = 0;

  constructor(current: FoundHeader, merges: readonly MergeRange[], sheetName: string) {
    this.current = current;
    this.merges = merges;
    this.sheetName = sheetName;
  }

  /** Whether kept rows are complete when this row comes, so that `release` must be called first. */
  isComplete(row: number): boolean {
    return this.firstHeaderRow !== null && row > this.lastHeaderRow;
  }

  /** Whether the row is kept back; `cells` is only looked at during the call. */
  keeps(row: number, cells: readonly Cell[]): boolean {
    if (row < this.current.dataFrom) return false;
    if (this.firstHeaderRow === null) {
      const words = textsOf(cells);
      if (words === null || (words.length === 0 && this.held.length === 0)) return false;
      if (words.length > 0 && !isTitle(words) && !standsAlone(cells)) {
        if (!this.isHeader(words, cells)) return false;
        this.firstHeaderRow = row;
        this.lastHeaderRow = row;
        for (const merge of this.merges) {
          if (merge.firstRow === row) this.lastHeaderRow = Math.max(this.lastHeaderRow, merge.lastRow);
        }
        this.lastHeaderRow = Math.min(this.lastHeaderRow, row + MAX_DEPTH - 1);
      }
    }
    this.held.push({ row, cells: Array.from(cells, (cell) => cell ?? null) });
    return true;
  }

  /** Gives up what was kept: to a new table if its header is complete enough to be one, else to the present table. */
  release(): Released {
    const rows = this.held;
    const first = this.firstHeaderRow;
    this.held = [];
    this.firstHeaderRow = null;
    if (first === null) return { headers: [], rows };
    const found = findHeader(rows, this.merges, this.sheetName).headers;
    if (found.length > 0 && found.every(({ match }) => match !== null)) {
      // 单位：万元 on top of a sheet holds for all of it, until a title says otherwise.
      return {
        headers: found.map((header) => ({ ...header, unitAbove: header.unitAbove ?? this.current.unitAbove })),
        rows: [],
      };
    }
    return { headers: [], rows };
  }

  /** Two words at least that head columns of ours, and not the present header again. */
  private isHeader(words: readonly string[], cells: readonly Cell[]): boolean {
    if (isRepeatedHeader(cells, this.current)) {
      // The title that is printed again on every page goes with its header.
      this.held = [];
      return false;
    }
    if (words.length < 3) return false;
    const known = words.filter((word) => {
      const { key, unit } = normaliseHeader(word);
      return isKnownHeader(key, unit);
    });
    return known.length >= 2;
  }
}

/** The header further up on the sheet if rows of its own stand between it and the one that was found. */
export function topHeader(
  head: readonly HeadRow[],
  merges: readonly MergeRange[],
  sheetName: string,
): ReturnType<typeof findHeader> {
  let finding = findHeader(head, merges, sheetName);
  for (;;) {
    const [first] = finding.headers;
    if (first?.match === undefined || first.match === null) return finding;
    const above = head.filter(({ row }) => row < first.rows[0]);
    const earlier = findHeader(above, merges, sheetName);
    const [top] = earlier.headers;
    if (top?.match === undefined || top.match === null) return finding;
    const rows = above.filter(
      ({ row, cells }) => row >= top.dataFrom && cells.filter((cell) => !isEmpty(cell)).length > 1,
    );
    const isTable = top.match.missing.length === 0 ? rows.length > 0 : top.match.matched >= 4 && rows.length > 1;
    if (!isTable) return finding;
    finding = earlier;
  }
}

/** Texts of a row that holds nothing but words; null for a row with numbers, dates, or long runs of digits. */
function textsOf(cells: readonly Cell[]): string[] | null {
  const words: string[] = [];
  for (const cell of cells) {
    const value = cell ?? null;
    if (value === null) continue;
    if (typeof value !== 'string' || /\d{6}/.test(value)) return null;
    const word = headText(value);
    if (word !== '') words.push(word);
  }
  return words;
}

/** How the name of a part ends or begins: 第二村, 第二批, 一、搬迁户. */
const PART = /(?:[村组镇乡街区县社队批期月类]|部分)$|^[（(]?[一二三四五六七八九十]{1,3}[)）、.]/;

/** `第二村` with nothing beside it: a title if a header follows, and a row like any other if not. */
function standsAlone(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell ?? null));
  const [word] = filled;
  return filled.length === 1 && typeof word === 'string' && word.length <= 40 && PART.test(word.trim());
}

function isTitle(words: readonly string[]): boolean {
  const [word = ''] = words;
  return (
    (words.length === 1 && TITLE.test(word)) || (words.length <= 3 && words.some((text) => statedUnit(text) !== null))
  );
}
