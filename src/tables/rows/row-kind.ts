import type { Cell } from '../grid.js';
import { headText, type HeadRow } from '../header/leaf-columns.js';
import type { FoundHeader } from '../header/find-header.js';
import { normaliseHeader } from '../header/normalise.js';

/** What a row below the header is. Only `data` becomes a record. */
export type RowKind =
  | 'data'
  | 'blank'
  | 'subtotal'
  | 'total'
  | 'footer'
  | 'numbering'
  | 'placeholder'
  | 'example'
  | 'repeated-header'
  | 'title';

/** Columns that tell the kinds apart. */
export interface RowShape {
  readonly header: FoundHeader;
  /** Columns that became fields, the identity columns among them, and the 序号 column. */
  readonly mapped: readonly number[];
  readonly personId: number | null;
  readonly identity: readonly number[];
  readonly sequence: number | null;
  /** A title row merged over the table's width. */
  readonly isTitleMerge: (row: number, column: number) => boolean;
}

const TOTAL = /^.{0,12}(合计|总计|共计|累计|小计)(?:[(（:：].*)?$/;
const FOOTER =
  /^[（(]?(?:制表|填表|填报|审核|复核|批准|审批|负责人|单位负责人|主要负责人|分管领导|经办|领导|盖章|公章|单位[（(]?(?:盖章|公章)|联系人|监督电话|举报电话|以上数据|以上|打印|日期|制单|财务负责人|会计|出纳|领款人|附件|说明|注意事项|大写|人民币)\S*?[:：]|^(?:注|说明|备注|填表说明)\s*[:：]|^以上(?:数据|信息|内容)/;
/** What a form prints under its table, alone in a row: seal and page; notes by number. */
const ALONE =
  /^(?:[（(]?(?:单位|村委会|乡镇|社区)?(?:盖章|公章|签章|签字)(?:处|栏)?[）)]?|第\s*[\d一二三四五六七八九十]+\s*页.*|共\s*\d+\s*页)$/;
const NUMBERED_NOTE = /^[（(]?\d{1,2}[.、．）)]\s*[\u3400-\u9fff].{4,}$/;
/** Hints under a header that say how to fill it in. */
const HINT = /^(?:必填|选填|可选|必选|非必填|文本|数字|日期|下拉选择|可不填)(?:项)?(?:$|[，,、；;（(：:])/;
const EXAMPLE = /^[（(【[]?(?:例|示例|样例|范例|填写示例|举例)(?:$|[:：）)】\].、\d]|行|数据)|^(?:示例|样例|范例)/;
const PLACEHOLDER = /\$\{|\{\{/;

/** Decides what a row is; `cells` may be the reader's reused array. */
export function rowKind(row: number, cells: readonly Cell[], shape: RowShape): RowKind {
  const { header, personId } = shape;
  const first = firstFilled(cells, header);
  if (first < 0) return 'blank';
  const lead = cells[first] ?? null;
  if (personId !== null && looksLikeId(cells[personId] ?? null)) {
    return isExample(cells, shape, lead) ? 'example' : 'data';
  }
  return slowKind(row, cells, shape, first, lead);
}

function slowKind(row: number, cells: readonly Cell[], shape: RowShape, first: number, lead: Cell): RowKind {
  const { header } = shape;
  let filled = 0;
  let mapped = 0;
  for (let column = first; column <= header.lastColumn; column++) {
    if (!isEmpty(cells[column] ?? null)) filled += 1;
  }
  for (const column of shape.mapped) if (!isEmpty(cells[column] ?? null)) mapped += 1;
  const total = totalWord(cells, shape, lead);
  if (total !== null) return total === '小计' ? 'subtotal' : 'total';
  if (typeof lead === 'string' && FOOTER.test(lead.trim())) return 'footer';
  if (isExample(cells, shape, lead)) return 'example';
  if (isPlaceholderRow(cells, header) || isHintRow(cells, header)) return 'placeholder';
  if (isRepeatedHeader(cells, header)) return 'repeated-header';
  if (isNumbering(cells, shape, filled)) return 'numbering';
  if (filled === 1 && typeof lead === 'string') {
    if (shape.isTitleMerge(row, first)) return FOOTER.test(lead) ? 'footer' : 'title';
    const text = lead.trim();
    if (/[:：。；]/.test(text) || text.length > 24 || ALONE.test(text)) return 'footer';
    // In a list of people; in a form the numbered lines are its content.
    if (shape.personId !== null && NUMBERED_NOTE.test(text)) return 'footer';
  }
  if (mapped === 0) return 'blank';
  return mapped === 1 && shape.sequence === null && filled === 1 && isTitleText(lead, shape, first) ? 'title' : 'data';
}

/** One long text in a column that holds short keys. */
function isTitleText(lead: Cell, shape: RowShape, first: number): boolean {
  return typeof lead === 'string' && !shape.identity.includes(first) && /(?:表|册|名单|台账)$/.test(lead.trim());
}

export function isEmpty(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** First column of the table that holds something in this row, or -1. */
function firstFilled(cells: readonly Cell[], { firstColumn, lastColumn }: FoundHeader): number {
  for (let column = firstColumn; column <= lastColumn; column++) if (!isEmpty(cells[column] ?? null)) return column;
  return -1;
}

function looksLikeId(cell: Cell): boolean {
  if (typeof cell === 'number') return cell > 1e14;
  return typeof cell === 'string' && cell.length >= 15 && /\d{6}/.test(cell);
}

function totalWord(cells: readonly Cell[], shape: RowShape, lead: Cell): string | null {
  const candidates = [lead, ...shape.identity.map((column) => cells[column] ?? null)];
  for (const cell of candidates) {
    if (typeof cell !== 'string') continue;
    const text = cell.replace(/[\s\u3000]+/g, '');
    const match = text.length <= 24 ? TOTAL.exec(text) : null;
    if (match !== null) return match[1] ?? null;
  }
  return null;
}

function isExample(cells: readonly Cell[], shape: RowShape, lead: Cell): boolean {
  if (typeof lead === 'string' && EXAMPLE.test(lead.trim())) return true;
  return shape.identity.some((column) => {
    const cell = cells[column] ?? null;
    return typeof cell === 'string' && EXAMPLE.test(cell.trim());
  });
}

/** `${data.name}` anywhere, or nothing but N and X. */
function isPlaceholderRow(cells: readonly Cell[], header: FoundHeader): boolean {
  let marks = 0;
  let others = 0;
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = cells[column] ?? null;
    if (isEmpty(cell)) continue;
    if (typeof cell === 'string' && PLACEHOLDER.test(cell)) return true;
    if (typeof cell === 'string' && /^[NnXx]$/.test(cell.trim())) marks += 1;
    else others += 1;
  }
  return marks > 0 && others === 0;
}

/** Nothing but 必填, 选填，文本 …: two such cells at least. */
function isHintRow(cells: readonly Cell[], header: FoundHeader): boolean {
  let hints = 0;
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = cells[column] ?? null;
    if (isEmpty(cell)) continue;
    if (typeof cell !== 'string' || !HINT.test(cell.trim())) return false;
    hints += 1;
  }
  return hints >= 2;
}

/** Whether the row says what the header says in the same columns, as at a page break. */
export function isRepeatedHeader(cells: readonly Cell[], header: FoundHeader): boolean {
  let same = 0;
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const text = headText(cells[column]);
    if (isEmpty(cells[column] ?? null)) continue;
    if (text === '' || !header.lines.some((line) => sameHeader(line, column, text))) return false;
    same += 1;
  }
  return same >= 2;
}

function sameHeader(line: HeadRow, column: number, text: string): boolean {
  const word = headText(line.cells[column]);
  return word !== '' && (word === text || normaliseHeader(word).key === normaliseHeader(text).key);
}

/** Nothing beside 序号 but the noughts of formulas over empty cells. */
function onlyNoughts(cells: readonly Cell[], header: FoundHeader, sequence: number): boolean {
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = cells[column] ?? null;
    if (column !== sequence && !isEmpty(cell) && cell !== 0) return false;
  }
  return true;
}

/** Only 序号 filled, or the column numbers 1 2 3 … (甲 乙 1 2) that some forms print under the header. */
function isNumbering(cells: readonly Cell[], shape: RowShape, filled: number): boolean {
  const { header, sequence } = shape;
  if (sequence !== null && !isEmpty(cells[sequence] ?? null) && onlyNoughts(cells, header, sequence)) return true;
  if (filled < 3) return false;
  let expected: number | null = null;
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const cell = cells[column] ?? null;
    if (isEmpty(cell)) continue;
    if (typeof cell === 'string' && /^[甲乙丙丁戊栏次]{1,2}$/.test(cell.trim()) && expected === null) continue;
    const number = typeof cell === 'number' ? cell : columnNumber(cell);
    if (!Number.isInteger(number) || (expected === null ? number > 1 : number !== expected)) return false;
    expected = number + 1;
  }
  return expected !== null;
}

/** `(5)`, `5=3+4`, `(5)=(3)+(4)` → 5. */
function columnNumber(cell: Cell): number {
  if (typeof cell !== 'string') return Number.NaN;
  const [number = 'x'] = cell.replace(/[()（）\s]/g, '').split(/[=＝]/);
  return /^\d+$/.test(number) ? Number(number) : Number.NaN;
}
