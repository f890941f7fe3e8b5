import { styleDisplay, type StyleDisplay } from '../style-display.js';
import { isSpreadsheetMl, readXml } from './xml-reader.js';

/** For every cell style (index of `cellXfs`): what its number format shows. */
export function readStyles(bytes: Buffer, part: string): StyleDisplay[] {
  const codes = new Map<number, string>();
  const named: number[] = [];
  const cells: { id: number | null; base: number }[] = [];
  let list: 'cellXfs' | 'cellStyleXfs' | null = null;
  readXml(bytes, part, {
    open: (element) => {
      if (!isSpreadsheetMl(element.uri)) return;
      if (element.local === 'numFmt') {
        const code = element.attribute('formatCode');
        if (code !== undefined && list === null) codes.set(Number(element.attribute('numFmtId')), code);
      } else if (element.local === 'cellXfs' || element.local === 'cellStyleXfs') list = element.local;
      else if (element.local === 'xf' && list !== null) {
        const id = element.attribute('numFmtId');
        if (list === 'cellStyleXfs') named.push(Number(id ?? 0));
        else cells.push({ id: id === undefined ? null : Number(id), base: Number(element.attribute('xfId') ?? 0) });
      }
    },
    close: (local) => {
      if (local === list) list = null;
    },
  });
  return cells.map(({ id, base }) => {
    const format = id ?? named[base] ?? 0;
    return styleDisplay(format, codes.get(format) ?? null);
  });
}
