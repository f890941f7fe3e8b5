import type { FindingPlace } from '../findings/finding.js';
import type { Workbook } from './grid.js';
import { listingPlace, readListings } from './listing.js';
import { cleanText, displayText } from './values/plain-text.js';

/** A row of a list of accepted warnings in which somebody wrote something. */
export interface AcceptedRow {
  readonly code: string;
  /** 核对码, in the 校验结果 sheet of a marked workbook; else object and content tell. */
  readonly key: string;
  readonly object: string;
  readonly content: string;
  readonly note: string;
  readonly by: string;
  readonly date: string;
  readonly place: Partial<FindingPlace>;
}

const FIELDS = {
  code: ['代码', '编号'],
  key: ['核对码'],
  object: ['对象'],
  content: ['内容'],
  note: ['核实说明'],
  by: ['核实人'],
  date: ['日期', '核实日期'],
} as const;

/** Whether a sheet is one of those that a marked workbook begins with. */
function isResultSheet(name: string): boolean {
  return /^校验结果\d{0,2}$/.test(name);
}

/** The rows that somebody filled in the 校验结果 sheets of a marked workbook; none where it has no such sheet. */
export async function acceptedInWorkbook(workbook: Workbook): Promise<readonly AcceptedRow[]> {
  const sheets = workbook.sheets.filter(({ name }) => isResultSheet(name));
  if (sheets.length === 0) return [];
  // Our sheet is made anew in every marked copy: a place in it says nothing.
  const rows = (await acceptedRows({ ...workbook, sheets }, 'key')) ?? [];
  return rows.map((row) => ({ ...row, place: { file: workbook.file } }));
}

/** The rows that somebody filled in a list of their own (代码 对象 内容 核实说明 核实人 日期); null when it is none. */
export async function acceptedRows(
  workbook: Workbook,
  by: 'key' | 'content' = 'content',
): Promise<readonly AcceptedRow[] | null> {
  const { listings } = await readListings<keyof typeof FIELDS>(workbook, FIELDS, [['code'], [by], ['note'], ['by']]);
  if (listings.length === 0) return null;
  return listings.flatMap((listing) =>
    listing.rows.flatMap((row): AcceptedRow[] => {
      const text = (field: keyof typeof FIELDS): string => cleanText(displayText(row.cells[field] ?? null));
      const [note, name] = [text('note'), text('by')];
      if (note === '' && name === '') return [];
      const place = listingPlace(listing, row, note === '' ? 'note' : 'by');
      return [
        {
          code: text('code'),
          key: text('key'),
          object: text('object'),
          content: text('content'),
          note,
          by: name,
          date: text('date'),
          place,
        },
      ];
    }),
  );
}
