import type { CompareEntry, CompareList } from '../checks/define-check.js';
import { earliestDay } from '../domain/calendar.js';
import { readResidentId } from '../domain/resident-id.js';
import type { Cell, Sheet } from '../tables/grid.js';
import { normaliseHeader } from '../tables/header/normalise.js';
import { readDate } from '../tables/values/date.js';
import { compact, displayText } from '../tables/values/plain-text.js';

/** What kind of list a file is, by the words in its name or in the names of its sheets. */
const KINDS: readonly (readonly [CompareList['kind'], RegExp])[] = [
  ['死亡', /死亡|火化|殡葬|注销户口|去世/],
  ['财政供养', /财政供养|在编|公职|编制内/],
  ['工商登记', /工商|市场主体|法人|营业执照|个体户/],
  ['公益性岗位', /公益性?岗/],
  ['资产', /房产|不动产|车辆|机动车|公积金|购房/],
  ['监测系统', /监测|防返贫/],
];
const PERSON_ID = new Set(
  [
    '身份证号',
    '证件号',
    '公民身份号',
    '身份证',
    '居民身份证号',
    '身份证件号',
    '人员身份证号',
    '法人身份证号',
    '经营者身份证号',
  ].map((header) => normaliseHeader(header).key),
);
const NAME = /^(姓名|人员姓名|死者姓名|法人姓名|法定代表人|经营者姓名|法人|经营者)$/;
const DATE = /(死亡|火化|注销|登记|成立|注册|上岗|入职|聘用|购置|购买|开始)(日期|时间)$|^(日期|时间)$/;
const NOTE = /^(备注|说明|单位|工作单位|岗位|岗位名称|企业名称|主体名称|名称)$/;
const HEAD_ROWS = 40;

export interface ListReading {
  readonly list: CompareList;
  /** Rows with something in the ID column that is no ID number. */
  readonly unreadable: number;
}

/** Kind of a list; 其他 when no word tells. */
export function listKind(words: string): CompareList['kind'] {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? '其他';
}

/** `死亡名单2024年9月.xlsx` → `2024-09`; null when the words hold no date. */
export function listDate(words: string): string | null {
  const match = /(20\d{2})\s*[-年._]?\s*(\d{1,2})(?:\s*[-月._]?\s*(\d{1,2}))?/.exec(words.normalize('NFKC'));
  const month = Number(match?.[2]);
  if (match === null || month < 1 || month > 12) return null;
  const reading = readDate(match.slice(1, 4).filter(Boolean).join('-'));
  return reading.kind === 'date' ? reading.date : null;
}

interface Columns {
  readonly id: number;
  readonly name: number | null;
  readonly date: number | null;
  readonly note: number | null;
}

/** Reads the people of a list, keyed by ID number. Null when no sheet has an ID number column. */
export async function readCompareList(file: string, sheets: readonly Sheet[]): Promise<ListReading | null> {
  const reader = new ListReader(file.replace(/^.*[\\/]/, ''));
  for (const sheet of sheets) {
    reader.startSheet(sheet.name);
    await sheet.scan((row, cells) => reader.visit(row, cells));
  }
  const { found, titles, entries, unreadable } = reader;
  if (!found) return null;
  return { list: { kind: listKind(titles), file, date: listDate(titles), entries }, unreadable };
}

class ListReader {
  readonly entries = new Map<string, CompareEntry>();
  unreadable = 0;
  found = false;
  /** File name, titles above the headers and sheet names: they say what list it is, and of when. */
  titles: string;
  private columns: Columns | null = null;

  constructor(name: string) {
    this.titles = name;
  }

  startSheet(name: string): void {
    this.titles += ` ${name}`;
    this.columns = null;
  }

  /** Takes one row; false when there is no header to come. */
  visit(row: number, cells: readonly Cell[]): boolean {
    if (this.columns === null) {
      if (row > HEAD_ROWS) return false;
      this.columns = findColumns(cells);
      if (this.columns === null) this.titles += ` ${cells.map(displayText).join(' ')}`;
      else this.found = true;
      return true;
    }
    const text = compact(displayText(cells[this.columns.id] ?? null));
    if (text === '') return true;
    const { id } = readResidentId(text.toUpperCase());
    if (id === null) this.unreadable += 1;
    else if (!this.entries.has(id)) this.entries.set(id, entry(cells, this.columns, row));
    return true;
  }
}

function findColumns(cells: readonly Cell[]): Columns | null {
  const headers = Array.from(cells, (cell) => (typeof cell === 'string' ? normaliseHeader(cell).key : ''));
  const id = headers.findIndex((header) => PERSON_ID.has(header));
  if (id < 0) return null;
  const column = (pattern: RegExp): number | null => {
    const at = headers.findIndex((header) => pattern.test(header));
    return at < 0 ? null : at;
  };
  return { id, name: column(NAME), date: column(DATE), note: column(NOTE) };
}

function entry(cells: readonly Cell[], columns: Columns, row: number): CompareEntry {
  const text = (column: number | null): string | null => {
    const shown = column === null ? '' : displayText(cells[column] ?? null).trim();
    return shown === '' ? null : shown;
  };
  const date = columns.date === null ? null : readDate(cells[columns.date] ?? null);
  return {
    name: text(columns.name),
    date: date?.kind === 'date' ? earliestDay(date.date) : null,
    note: text(columns.note),
    row,
  };
}
