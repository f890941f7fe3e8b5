import { columnLetters } from '../run/exceptions-csv.js';
import { maskFreeText } from '../model/masked-value.js';
import { monthWords } from '../model/words.js';
import { headerRow, shortText, textRow, titleRow } from '../model/sheet-rows.js';
import type { CellModel, ColumnModel, RowModel, SheetModel } from '../model/workbook-model.js';

/** A list longer than this is for machines. */
const MOST = 100_000;
/** Title, what the list is, header. */
const HEAD_ROWS = 3;

const WIDTHS: readonly (readonly [RegExp, ColumnModel])[] = [
  [/^序号$/, { width: 5, style: 'text-center' }],
  [
    /^级别$|^进展$|^结果$|^现值$|^目标值$|次序$|件数|人口$|年龄|户数|人数|劳动力|已就业|月数|目标数|达到$|判定$|检查$/,
    { width: 9, style: 'text-center' },
  ],
  [/问题编号/, { width: 14, style: 'id' }],
  [/户编号/, { width: 11, style: 'wrap' }],
  [/户主$|姓名|责任人|销号人|核对人|经办人/, { width: 9, style: 'text-center' }],
  [/原因|说明|理由|事项$|措施|情况/, { width: 30, style: 'wrap' }],
  [/责任单位/, { width: 16, style: 'wrap' }],
  [/^来源$|^类别$/, { width: 10, style: 'wrap' }],
  [/依据|目标$|任务/, { width: 20, style: 'wrap' }],
  [/日期|时限|月份|首次|期限/, { width: 13, style: 'text-center' }],
];

/** Characters of all columns at which A4 on its side is printed at eight points or more, a column costing half of one. */
const PAPER = 158;
const NARROWEST = 8;

/** Columns of running text made narrower, all in proportion, until the sheet can be read on paper. */
function fitted(columns: readonly ColumnModel[]): readonly ColumnModel[] {
  const isText = ({ width, style }: ColumnModel): boolean => style === 'wrap' && width > NARROWEST;
  const total = columns.reduce((sum, { width }) => sum + width + 0.6, 0);
  const text = columns.filter(isText).reduce((sum, { width }) => sum + width - NARROWEST, 0);
  if (total <= PAPER || text === 0) return columns;
  const keep = Math.max(0, 1 - (total - PAPER) / text);
  return columns.map((column) =>
    isText(column)
      ? { ...column, width: Math.floor((NARROWEST + (column.width - NARROWEST) * keep) * 10) / 10 }
      : column,
  );
}

function widthOf(header: string): ColumnModel {
  return WIDTHS.find(([pattern]) => pattern.test(header))?.[1] ?? { width: 15, style: 'wrap' };
}

/** A sheet and what it says of itself under its title, for the contents. */
export interface AboutSheet extends SheetModel {
  readonly about: string;
}

/** What a sheet is about, and the month it is of where it says so. */
export interface SheetAbout {
  readonly period: string | null;
  readonly about: string;
}

/** A plain list as a sheet for people: title, what it is, header, rows, print set-up; text is masked. */
export function monitorSheet(
  name: string,
  { period, about: what }: SheetAbout,
  headers: readonly string[],
  rows: readonly (readonly CellModel[])[],
  blanks = 0,
): AboutSheet {
  const width = headers.length;
  const about = `${what}${rows.length > MOST ? `；只列前 ${MOST} 行，全部见 CSV` : ''}`;
  return {
    name,
    about,
    columns: fitted(headers.map(widthOf)),
    rows: repeatable(function* (): Generator<RowModel> {
      yield titleRow(name, width);
      yield textRow(period === null ? about : `${monthWords(period)}　${about}`, width);
      yield headerRow(headers, 28);
      for (const cells of rows.slice(0, MOST)) yield { cells: cells.map(masked) };
      for (let i = 0; i < blanks; i++) yield { cells: headers.map(() => ({ value: null, style: 'text' })), height: 24 };
      if (rows.length === 0 && blanks === 0) yield textRow('本期没有。', width, 'wrap', 24);
    }),
    freeze: { rows: HEAD_ROWS, columns: 0 },
    print: { landscape: true, fitToWidth: true, paper: 'A4', titleRows: [1, HEAD_ROWS], footer: '第 &P 页 共 &N 页' },
  };
}

/** One column of a list: its header, how wide it is on paper, and what stands in it. */
export interface ListColumn<Row> {
  readonly header: string;
  /** Characters; a Chinese character takes two. */
  readonly width: number;
  readonly style?: ColumnModel['style'];
  /** What may be chosen where people fill it in. */
  readonly choices?: readonly string[];
  readonly cell: (row: Row, index: number) => CellModel;
}

/** A list of described columns as a sheet; otherwise as {@link monitorSheet}. */
export function listSheet<Row>(
  name: string,
  about: SheetAbout,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): AboutSheet {
  const sheet = monitorSheet(
    name,
    about,
    columns.map(({ header }) => header),
    rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
  );
  const last = HEAD_ROWS + Math.min(rows.length, MOST);
  return {
    ...sheet,
    columns: fitted(columns.map(({ width, style }) => ({ width, style: style ?? 'wrap' }))),
    validations: columns.flatMap(({ choices }, index) =>
      choices === undefined || rows.length === 0
        ? []
        : [{ range: `${columnLetters(index)}${HEAD_ROWS + 1}:${columnLetters(index)}${last}`, list: choices }],
    ),
  };
}

/** Rows that can be read more than once. */
export function repeatable(rows: () => Generator<RowModel>): Iterable<RowModel> {
  return { [Symbol.iterator]: rows };
}

function masked(cell: CellModel): CellModel {
  return typeof cell === 'string' ? shortText(maskFreeText(cell), 400) : cell;
}

/** Sheet names that are all different; a workbook cannot hold two of one name. */
export function differentNames<Sheet extends SheetModel>(sheets: readonly Sheet[]): Sheet[] {
  const used = new Set<string>();
  return sheets.map((sheet) => {
    let name = [...sheet.name].slice(0, 28).join('');
    for (let number = 2; used.has(name); number++) name = `${[...sheet.name].slice(0, 25).join('')}${number}`;
    used.add(name);
    return { ...sheet, name };
  });
}
