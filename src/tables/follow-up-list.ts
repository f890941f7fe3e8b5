import type { FindingPlace } from '../findings/finding.js';
import type { Workbook } from './grid.js';
import { listingPlace, readListings } from './listing.js';
import { cleanText, displayText } from './values/plain-text.js';

/** What stands beside one problem in a list handed in again. */
export interface FollowUpRow {
  readonly problemId: string;
  readonly responsible: string;
  readonly deadline: string;
  readonly measure: string;
  readonly doneOn: string;
  /** 销号: settled, not settled, or nothing written. */
  readonly struck: boolean | null;
  readonly reason: string;
  readonly by: string;
  /** 核对码 of the problem as the list showed it; empty where the list has none. */
  readonly check: string;
  readonly place: Partial<FindingPlace>;
}

const FIELDS = {
  id: ['问题编号', '编号'],
  responsible: ['责任人'],
  deadline: ['整改时限', '完成时限'],
  measure: ['整改措施', '帮扶措施', '核实情况'],
  doneOn: ['完成日期'],
  struck: ['销号', '是否销号'],
  reason: ['销号理由', '销号原因'],
  by: ['销号人'],
  check: ['核对码'],
} as const;

const ID = /^WT-[0-9a-f]{10}$/;
const NO = /^(?:否|不|未|没有|no?|×|x)/i;

/** The problems of the lists of a month with what was written beside them; null when the workbook has no such list. */
export async function followUpRows(workbook: Workbook): Promise<readonly FollowUpRow[] | null> {
  const { listings } = await readListings<keyof typeof FIELDS>(workbook, FIELDS, [
    ['id'],
    ['struck', 'responsible', 'check'],
  ]);
  const rows = listings.flatMap((listing) =>
    listing.rows.flatMap((row): FollowUpRow[] => {
      const text = (field: keyof typeof FIELDS): string => cleanText(displayText(row.cells[field] ?? null));
      const problemId = text('id');
      if (!ID.test(problemId)) return [];
      const struck = text('struck');
      return [
        {
          problemId,
          responsible: text('responsible'),
          deadline: text('deadline'),
          measure: text('measure'),
          doneOn: text('doneOn'),
          struck: struck === '' ? null : !NO.test(struck),
          reason: text('reason'),
          by: text('by'),
          check: text('check'),
          place: listingPlace(listing, row, 'struck'),
        },
      ];
    }),
  );
  return rows.length === 0 && !listings.some(({ columns }) => columns.has('struck')) ? null : rows;
}
