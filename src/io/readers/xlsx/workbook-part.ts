import type { Sheet } from '../../../tables/grid.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import { isSpreadsheetMl, isTrue, readXml } from './xml-reader.js';
import { unescapeXstring } from './xml-text.js';

/** One line of the workbook's list of sheets. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly relationship: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
}

/** Reads `workbook.xml`. Throws PartFault `corrupt` when it is something else. */
export function readWorkbookPart(bytes: Buffer, part: string, limits: XlsxLimits): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let depth = 0;
  readXml(bytes, part, {
    open: (element) => {
      depth++;
      const name = isSpreadsheetMl(element.uri) ? element.local : '';
      if (depth === 1 && name !== 'workbook') throw new PartFault('corrupt', `${part} is no workbook`);
      if (name === 'workbookPr') date1904 = isTrue(element.attribute('date1904'));
      if (name !== 'sheet') return;
      if (sheets.length >= limits.sheets) throw new PartFault('bomb', `more than ${limits.sheets} sheets`);
      const state = element.attribute('state')?.trim();
      sheets.push({
        name: unescapeXstring(element.attribute('name') ?? ''),
        visibility: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible',
        relationship: element.attributeIn('/relationships', 'id') ?? element.attribute('id') ?? '',
      });
    },
    close: () => {
      depth--;
    },
  });
  return { sheets, date1904 };
}
