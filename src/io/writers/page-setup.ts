import type { SheetModel } from '../../documents/model/workbook-model.js';
import { escapeXml } from './xml-text.js';

const PAPERS = { A4: { code: 9, short: 210, long: 297 }, A3: { code: 8, short: 297, long: 420 } } as const;
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 } as const;
const MM_PER_INCH = 25.4;
/** A digit of 宋体 11 is eight pixels wide at 96 per inch, of the fonts put in its place nine; columns are padded by five. */
const DIGIT_PIXELS = 9;
const PADDING_PIXELS = 5;

/** printOptions, pageMargins, pageSetup and headerFooter of a sheet, in this order; empty without print settings. */
export function pageSetupXml(sheet: SheetModel): string {
  const print = sheet.print;
  if (print === undefined) return '';
  const paper = PAPERS[print.paper ?? 'A4'];
  const fits = print.fitToWidth && print.manualBreaks !== true;
  const size = fits
    ? ' fitToWidth="1" fitToHeight="0"'
    : print.fitToWidth
      ? ` scale="${scaleToWidth(sheet, print.landscape ? paper.long : paper.short)}"`
      : '';
  const margins = Object.entries(MARGINS).map(([side, inches]) => ` ${side}="${inches}"`);
  return (
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins${margins.join('')}/>` +
    `<pageSetup paperSize="${paper.code}"${size} orientation="${print.landscape ? 'landscape' : 'portrait'}"/>` +
    (print.footer === undefined
      ? ''
      : `<headerFooter><oddFooter>${escapeXml(footer(print.footer))}</oddFooter></headerFooter>`)
  );
}

/** Percent at which all columns fit the width of the paper; never above 100, never below Excel's 10. */
function scaleToWidth(sheet: SheetModel, paperWidth: number): number {
  const pixels = sheet.columns.reduce((sum, column) => sum + column.width * DIGIT_PIXELS + PADDING_PIXELS, 0);
  const room = (paperWidth / MM_PER_INCH - MARGINS.left - MARGINS.right) * 96;
  return Math.max(10, Math.min(100, Math.floor((room / Math.max(pixels, 1)) * 100)));
}

/** Centred unless the text places itself with `&L`, `&C` or `&R`. */
function footer(text: string): string {
  return /&[LCR]/.test(text) ? text : `&C${text}`;
}
