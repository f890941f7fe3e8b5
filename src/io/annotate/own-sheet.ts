import type { SheetModel } from '../../documents/model/workbook-model.js';
import { RowFeed, sheetXml } from '../writers/sheet-xml.js';

/** XML of a sheet of our own for somebody else's workbook, and what the workbook must know of it. */
export interface OwnSheet {
  readonly chunks: readonly Buffer[];
  readonly filter: string | null;
}

/** Renders the sheet with its styles moved to where they stand in the other workbook. `styles[i]` replaces our style i. */
export function ownSheet(model: SheetModel, styles: readonly number[], active: boolean): OwnSheet {
  const written: { filter: string | null } = { filter: null };
  const context = {
    rows: new RowFeed(model.rows),
    heading: [],
    continuation: false,
    nameOf: (name: string): string => name,
    maxRows: 1_048_576,
    whole: false,
    active,
  };
  const chunks: Buffer[] = [];
  const move = (number: string): string => String(styles[Number(number)] ?? 0);
  for (const chunk of sheetXml(model, context, (sheet) => (written.filter = sheet.filter))) {
    const text = chunk
      .toString('utf8')
      .replace(/(<c r="[A-Z]+\d+" s=")(\d+)"/g, (_, open: string, number: string) => `${open}${move(number)}"`)
      .replace(/(<col [^>]* style=")(\d+)"/g, (_, open: string, number: string) => `${open}${move(number)}"`);
    chunks.push(Buffer.from(text, 'utf8'));
  }
  return { chunks, filter: written.filter };
}
