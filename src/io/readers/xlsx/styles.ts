import { styleDisplay, type StyleDisplay } from '../style-display.js';
import { isSpreadsheetMl, isTrue, readXml, type XmlElement } from './xml-reader.js';

/** What a cell style shows: its number format, and whether its font is struck out. */
export interface CellStyle {
  readonly display: StyleDisplay;
  readonly struck: boolean;
}

/** A format as written: what is not written down is that of the named style. */
interface Format {
  readonly number: number | null;
  readonly font: number | null;
  readonly base: number;
}

/** For every cell style (index of `cellXfs`) what it shows. */
export function readStyles(bytes: Buffer, part: string): CellStyle[] {
  const codes = new Map<number, string>();
  const fonts: boolean[] = [];
  const formats: Record<'cellXfs' | 'cellStyleXfs', Format[]> = { cellXfs: [], cellStyleXfs: [] };
  let list: 'fonts' | keyof typeof formats | null = null;
  readXml(bytes, part, {
    open: (element) => {
      if (!isSpreadsheetMl(element.uri)) return;
      const { local } = element;
      if (local === 'fonts' || local === 'cellXfs' || local === 'cellStyleXfs') list = local;
      else if (local === 'numFmt') {
        const code = element.attribute('formatCode');
        if (code !== undefined && list === null) codes.set(Number(element.attribute('numFmtId')), code);
      } else if (list === 'fonts') {
        if (local === 'font') fonts.push(false);
        else if (local === 'strike') fonts[fonts.length - 1] = isTrue(element.attribute('val') ?? 'true');
      } else if (local === 'xf' && list !== null) formats[list].push(formatOf(element));
    },
    close: (local) => {
      if (local === list) list = null;
    },
  });
  return formats.cellXfs.map(({ number, font, base }) => {
    const named = formats.cellStyleXfs[base];
    const format = number ?? named?.number ?? 0;
    return {
      display: styleDisplay(format, codes.get(format) ?? null),
      struck: fonts[font ?? named?.font ?? 0] === true,
    };
  });
}

function formatOf(element: XmlElement): Format {
  const number = (name: string): number | null => {
    const text = element.attribute(name);
    return text === undefined ? null : Number(text);
  };
  return { number: number('numFmtId'), font: number('fontId'), base: number('xfId') ?? 0 };
}
