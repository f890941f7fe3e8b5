import type { Finding } from '../../findings/finding.js';
import type { TableReading } from '../../tables/file-reading.js';
import { annotationSheet } from './annotation-sheet.js';
import { shownFinding } from '../run/exceptions-csv.js';
import { shortText } from '../model/sheet-rows.js';
import { SEVERITY_WORDS } from '../model/words.js';
import { type CellMark, RESULT_SHEET, type SheetMarks, type WorkbookMarks } from '../model/workbook-marks.js';
import type { AnnotationInput, PlacedFinding } from './annotation-input.js';

/** Beyond so many notes a sheet becomes slow in Excel; the list has them all. */
export const MAX_NOTES = 2000;
const NOTE_TEXT = 1500;
const RESULT_TEXT = 400;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly findings: Finding[];
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/**
 * The marked copy of one workbook: errors and warnings on their cells, on the household's number when they concern a
 * row, on the header when they concern a column; a result column; the list of all findings in front.
 */
export function annotation(input: AnnotationInput): WorkbookMarks {
  const placed = input.findings
    .filter(({ place }) => place.file === input.file || place.file === null)
    .map((finding) => placeOf(finding, input))
    .sort(inOrder(input));
  const sheets = [...new Set(input.tables.map(({ sheet }) => sheet).concat(sheetsOf(placed)))];
  const notes = { shown: 0, total: 0 };
  const marks = sheets.map((sheet) => sheetMarks(sheet, placed, input, notes));
  return {
    sheets: marks,
    replacesMarks: true,
    added: {
      name: RESULT_SHEET,
      first: true,
      build: ({ rebuilt }) => annotationSheet({ ...input, placed, notes, rebuilt }),
    },
  };
}

function sheetsOf(placed: readonly PlacedFinding[]): string[] {
  return placed.flatMap(({ finding, row }) =>
    finding.place.sheet === null || row === null ? [] : [finding.place.sheet],
  );
}

function placeOf(finding: Finding, input: AnnotationInput): PlacedFinding {
  const { sheet, row, column } = finding.place;
  if (sheet === null || finding.place.file === null) return { finding, row: null, column: null };
  if (row === null) {
    const table =
      column === null ? undefined : input.tables.find((one) => one.sheet === sheet && hasColumn(one, column));
    return table === undefined
      ? { finding, row: null, column: null }
      : topLeft(finding, table.headerRows[1], column ?? 0, input);
  }
  return topLeft(finding, row, column ?? keyColumn(tableOf(finding, input)), input);
}

/** The table that a finding stands in; household columns of member rows stand in the table of those rows. */
function tableOf({ place }: Finding, { tables, sources }: AnnotationInput): TableReading | null {
  if (place.table === null) return null;
  const index = sources[place.table]?.carriedBy ?? place.table;
  return tables.find((one) => one.index === index) ?? null;
}

function hasColumn({ columns }: TableReading, column: number): boolean {
  return columns.some((one) => one.column === column);
}

/** Column that stands for a row: its household's number, else the table's first. */
function keyColumn(table: TableReading | null): number {
  return (table?.columns.find(({ field }) => field === '户编号') ?? table?.columns[0])?.column ?? 0;
}

/** Only the first cell of a merged range shows a fill and a note. */
function topLeft(finding: Finding, row: number, column: number, input: AnnotationInput): PlacedFinding {
  const merge = input
    .merges(finding.place.sheet ?? '')
    .find((one) => one.firstRow <= row && row <= one.lastRow && one.firstColumn <= column && column <= one.lastColumn);
  return { finding, row: merge?.firstRow ?? row, column: merge?.firstColumn ?? column };
}

/** Worst first, then as the clerk goes through her file. */
function inOrder(input: AnnotationInput): (a: PlacedFinding, b: PlacedFinding) => number {
  const sheets = new Map(input.tables.map(({ sheet }, index) => [sheet, index]));
  const rank = ({ place }: Finding): number => (place.sheet === null ? -1 : (sheets.get(place.sheet) ?? sheets.size));
  return (a, b) =>
    ORDER[a.finding.severity] - ORDER[b.finding.severity] ||
    rank(a.finding) - rank(b.finding) ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.column ?? -1) - (b.column ?? -1) ||
    (a.finding.code < b.finding.code ? -1 : a.finding.code > b.finding.code ? 1 : 0);
}

function sheetMarks(
  sheet: string,
  placed: readonly PlacedFinding[],
  input: AnnotationInput,
  notes: { shown: number; total: number },
): SheetMarks {
  const cells = new Map<string, Cell>();
  const rows = new Map<number, Finding[]>();
  const tables = input.tables.filter((table) => table.sheet === sheet);
  const firstData = Math.min(...tables.map(({ headerRows }) => headerRows[1])) + 1;
  for (const { finding, row, column } of placed) {
    if (finding.place.sheet !== sheet || finding.severity === 'info' || row === null || column === null) continue;
    if (input.accepting.acceptance(finding) !== null) continue;
    const key = `${row} ${column}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { row, column, findings: [finding] });
    else cell.findings.push(finding);
    // The row of the finding, not that of the merged cell that shows it.
    const own = finding.place.row ?? 0;
    if (own >= firstData) rows.set(own, [...(rows.get(own) ?? []), finding]);
  }
  let left = MAX_NOTES;
  const marks: CellMark[] = [];
  for (const { row, column, findings } of cells.values()) {
    notes.total++;
    const note = left > 0 ? noteText(findings, input) : null;
    if (note !== null) notes.shown++;
    left--;
    const kind = findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
    marks.push({ row, column, kind, note });
  }
  return { sheet, cells: marks, result: resultColumn(tables, rows, input) };
}

function resultColumn(
  tables: readonly TableReading[],
  rows: ReadonlyMap<number, readonly Finding[]>,
  input: AnnotationInput,
): SheetMarks['result'] {
  const last = tables.reduce<TableReading | null>(
    (found, table) => (lastColumn(table) >= (found === null ? -1 : lastColumn(found)) ? table : found),
    null,
  );
  if (last === null) return null;
  const texts = new Map<number, string>();
  for (const [row, findings] of rows)
    texts.set(row, shortText([...new Set(findings.map((finding) => titleOf(finding, input)))].join('；'), RESULT_TEXT));
  return { headerRows: last.headerRows, after: lastColumn(last), texts, lastRow: input.lastRowOf(last.sheet) };
}

function lastColumn(table: TableReading): number {
  return Math.max(-1, ...table.columns.map(({ column }) => column));
}

/** `错误 CEL-02 身份证号不对`. */
function titleOf(finding: Finding, { words }: AnnotationInput): string {
  return `${SEVERITY_WORDS[finding.severity]} ${finding.code} ${words(finding).title}`;
}

/** One note for a cell, its problems numbered when there are several. */
function noteText(findings: readonly Finding[], input: AnnotationInput): string {
  const shown = shownFinding(input.reveal);
  const lines = findings.map((finding, index) => {
    const text = input.words(finding);
    const number = findings.length > 1 ? `${index + 1}. ` : '';
    return `${number}${titleOf(finding, input)}：${shown.text(text.what)}\n怎么改：${shown.text(text.how)}`;
  });
  return shortText(lines.join('\n'), NOTE_TEXT);
}
