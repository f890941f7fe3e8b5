import { earliestDay } from '../domain/calendar.js';
import { PERSON_ID } from './fields/shared-fields.js';
import type { Cell, Sheet } from './grid.js';
import { normaliseHeader } from './header/normalise.js';
import { CellProblem } from './values/cell-problem.js';
import { readDate } from './values/date.js';
import { EXACT_DIGITS, readPersonId } from './values/identity.js';
import { cleanText, displayText, isPlaceholder } from './values/plain-text.js';

/** Whose list it is; 其他 when no word of the file tells. */
export type CompareListKind = '死亡' | '财政供养' | '工商登记' | '公益性岗位' | '资产' | '监测系统' | '其他';

/** A `--compare` list: who is on it, and since when. Keys are 18-character IDs. */
export interface CompareList {
  readonly kind: CompareListKind;
  readonly file: string;
  /** Date of the list, when its name or title gives one. */
  readonly date: string | null;
  readonly entries: ReadonlyMap<string, CompareEntry>;
  /** Rows of people that could not be compared; absent when there are none. */
  readonly uncompared?: readonly UncomparedRow[];
}

/** Why a row could not be compared: no number, digits lost as a number of Excel, masked, or no ID number at all. */
export type UncomparedCause = 'blank' | 'digits-lost' | 'masked' | 'unreadable';

/** A row of a list whose ID number cannot be compared. */
export interface UncomparedRow {
  readonly cause: UncomparedCause;
  readonly sheet: string;
  readonly row: number;
  /** From 0, of the ID number. */
  readonly column: number;
  readonly header: string;
  readonly name: string | null;
  /** First and last digits that can be read. */
  readonly first: string;
  readonly last: string;
}

export interface CompareEntry {
  readonly name: string | null;
  /** Date of death, registration …; null when the list has none. */
  readonly date: string | null;
  readonly note: string | null;
  readonly row: number;
}

export type CompareLists = readonly CompareList[];

const KINDS: readonly (readonly [CompareListKind, RegExp])[] = [
  ['死亡', /死亡|火化|殡葬|注销户口|去世/],
  ['财政供养', /财政供养|在编|公职|编制内/],
  ['工商登记', /工商|市场主体|法人|营业执照|个体户/],
  ['公益性岗位', /公益性?岗/],
  ['资产', /房产|不动产|车辆|机动车|公积金|购房/],
  ['监测系统', /监测|防返贫/],
];
const ID_HEADERS: ReadonlySet<string> = new Set(
  [...PERSON_ID, '人员身份证号', '死者身份证号', '法人身份证号', '法定代表人身份证号', '经营者身份证号'].map(
    (header) => normaliseHeader(header).key,
  ),
);
const NAME = /^(?:姓名|人员姓名|死者姓名|法人姓名|法定代表人|经营者姓名|法人|经营者)$/;
const DATE = /(?:死亡|火化|注销|登记|成立|注册|上岗|入职|聘用|购置|购买|开始)(?:日期|时间)$|^(?:日期|时间)$/;
const NOTE = /^(?:备注|说明|单位|工作单位|岗位|岗位名称|企业名称|主体名称|名称)$/;
const HEAD_ROWS = 40;

/** Kind of a list by the words in its name, its sheet names and its title. */
export function compareListKind(words: string): CompareListKind {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? '其他';
}

/** `死亡名单2024年9月.xlsx` → `2024-09`; null when the words hold no date. */
export function compareListDate(words: string): string | null {
  const match = /(20\d{2})\s*[-年._]?\s*(\d{1,2})(?:\s*[-月._]?\s*(\d{1,2}))?/.exec(words.normalize('NFKC'));
  const month = Number(match?.[2]);
  if (match === null || month < 1 || month > 12) return null;
  const reading = readDate(match.slice(1, 4).filter(Boolean).join('-'));
  return reading.kind === 'date' ? reading.date : null;
}

interface Columns {
  readonly header: string;
  readonly id: number;
  readonly name: number | null;
  readonly date: number | null;
  readonly note: number | null;
}

/** Reads the people of a list from all sheets that have an ID number column; null when none has. */
export async function readCompareList(file: string, sheets: readonly Sheet[]): Promise<CompareList | null> {
  const entries = new Map<string, CompareEntry>();
  const uncompared: UncomparedRow[] = [];
  let headers = '';
  const lists: string[] = [];
  let titles = file.replace(/^.*[\\/]/, '');
  for (const sheet of sheets) {
    const at: { columns: Columns | null } = { columns: null };
    await sheet.scan((row, cells) => {
      // A second header, at a page break, is no person.
      const header = columnsOf(cells);
      if (header !== null) {
        at.columns = header;
        lists.push(sheet.name);
        headers += ` ${cells.map(displayText).join(' ')}`;
        return true;
      }
      const { columns } = at;
      if (columns === null) {
        titles += ` ${cells.map(displayText).join(' ')}`;
        return row <= HEAD_ROWS;
      }
      const id = personOf(cells[columns.id] ?? null);
      const entry = entryOf(cells, columns, row);
      if (typeof id !== 'string') {
        if (id.cause !== 'blank' || isName(entry.name))
          uncompared.push({
            ...id,
            sheet: sheet.name,
            row,
            column: columns.id,
            header: columns.header,
            name: entry.name,
          });
      } else if (!entries.has(id)) entries.set(id, entry);
      return true;
    });
    titles += ` ${sheet.name}`;
  }
  if (lists.length === 0) return null;
  const named = compareListKind(titles);
  return {
    kind: named === '其他' ? compareListKind(headers) : named,
    file,
    date: compareListDate(titles),
    entries,
    ...(uncompared.length === 0 ? {} : { uncompared }),
  };
}

type Unread = Pick<UncomparedRow, 'cause' | 'first' | 'last'>;

/** Digits of a number that Excel still knows, and those of a text that tell a person from most others. */
const KEPT_DIGITS = 15;
const TELLING_DIGITS = 14;

/** The ID of a row, or why it has none. */
function personOf(cell: Cell): string | Unread {
  if (typeof cell === 'number' && Math.abs(cell) >= EXACT_DIGITS)
    return { cause: 'digits-lost', first: BigInt(cell).toString().slice(0, KEPT_DIGITS), last: '' };
  const text = cleanText(displayText(cell));
  if (text === '' || isPlaceholder(text)) return { cause: 'blank', first: '', last: '' };
  const reading = readPersonId(text);
  const value = reading instanceof CellProblem ? reading.value : reading;
  if (typeof value === 'string') return value;
  const masked = /^\D*(\d*)[*＊×●•?？xX#＃.…]{2,}(\d*[\dxX]?)\D*$/.exec(text.normalize('NFKC'));
  if (masked !== null) return { cause: 'masked', first: masked[1] ?? '', last: (masked[2] ?? '').toUpperCase() };
  return { cause: 'unreadable', first: text.replace(/\D/g, '').slice(0, TELLING_DIGITS), last: '' };
}

/** Footers and totals have no number because they are nobody. */
function isName(text: string | null): text is string {
  return text !== null && /^\p{Script=Han}[\p{Script=Han}·*＊某 ]{1,14}$/u.test(text) && !NO_NAME.test(text);
}

const NO_NAME = /合计|总计|小计|共计|累计|制表|填表|审核|负责|经办|单位|日期|盖章|签字|说明|备注|以下|以上/;

function columnsOf(cells: readonly Cell[]): Columns | null {
  const headers = Array.from(cells, (cell) => (typeof cell === 'string' ? normaliseHeader(cell).key : ''));
  const id = headers.findIndex((header) => ID_HEADERS.has(header));
  if (id < 0) return null;
  const column = (pattern: RegExp): number | null => {
    const at = headers.findIndex((header) => pattern.test(header));
    return at < 0 ? null : at;
  };
  const at = cells[id];
  const header = typeof at === 'string' ? at : '';
  return { header, id, name: column(NAME), date: column(DATE), note: column(NOTE) };
}

function entryOf(cells: readonly Cell[], columns: Columns, row: number): CompareEntry {
  const text = (column: number | null): string | null => {
    const shown = column === null ? '' : cleanText(displayText(cells[column] ?? null));
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
