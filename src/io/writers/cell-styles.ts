import type { CellStyle } from '../../documents/model/workbook-model.js';

interface StyleLook {
  readonly font: keyof typeof FONTS;
  readonly fill?: string;
  readonly border?: 'thin' | 'bottom';
  readonly format?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
}

/** Fonts that every office machine with Windows or WPS has. */
const FONTS = {
  body: '<sz val="11"/><name val="宋体"/><charset val="134"/>',
  bold: '<b/><sz val="11"/><name val="宋体"/><charset val="134"/>',
  title: '<b/><sz val="18"/><name val="黑体"/><charset val="134"/>',
  small: '<sz val="10"/><color rgb="FF595959"/><name val="宋体"/><charset val="134"/>',
  link: '<u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/><charset val="134"/>',
  example: '<i/><sz val="11"/><color rgb="FF7F7F7F"/><name val="宋体"/><charset val="134"/>',
} as const;

const MONEY = '#,##0.00';
const TEXT = '@';

/** How each style of the workbook model looks. Fills: diagnostics-and-style.md A4; words carry the severity, not colour alone. */
const LOOKS: Readonly<Record<CellStyle, StyleLook>> = {
  text: { font: 'body', border: 'thin', horizontal: 'left' },
  title: { font: 'title', horizontal: 'center' },
  subtitle: { font: 'body', horizontal: 'left' },
  'wrap-plain': { font: 'body', horizontal: 'left', wrap: true },
  header: { font: 'bold', fill: 'FFE7EDF5', border: 'thin', horizontal: 'center', wrap: true },
  'text-center': { font: 'body', border: 'thin', horizontal: 'center', wrap: true },
  wrap: { font: 'body', border: 'thin', horizontal: 'left', wrap: true },
  id: { font: 'body', border: 'thin', format: TEXT, horizontal: 'center' },
  money: { font: 'body', border: 'thin', format: MONEY, horizontal: 'right' },
  integer: { font: 'body', border: 'thin', format: '0', horizontal: 'center' },
  date: { font: 'body', border: 'thin', format: 'yyyy\\-mm\\-dd', horizontal: 'center' },
  'total-label': { font: 'bold', fill: 'FFF5F5F5', border: 'thin', horizontal: 'center', wrap: true },
  'total-money': { font: 'bold', fill: 'FFF5F5F5', border: 'thin', format: MONEY, horizontal: 'right' },
  'total-integer': { font: 'bold', fill: 'FFF5F5F5', border: 'thin', format: '0', horizontal: 'center' },
  error: { font: 'body', fill: 'FFFFC7CE', border: 'thin', horizontal: 'center', wrap: true },
  warning: { font: 'body', fill: 'FFFFEB9C', border: 'thin', horizontal: 'center', wrap: true },
  info: { font: 'body', fill: 'FFEDEDED', border: 'thin', horizontal: 'center', wrap: true },
  fixed: { font: 'body', fill: 'FFDDEBF7', border: 'thin', horizontal: 'center', wrap: true },
  note: { font: 'small', horizontal: 'left', wrap: true },
  signature: { font: 'body', horizontal: 'left' },
  link: { font: 'link', border: 'thin', horizontal: 'left' },
  example: { font: 'example', fill: 'FFF7F7F7', border: 'thin', format: TEXT, horizontal: 'left' },
  'blank-line': { font: 'body', border: 'bottom', horizontal: 'left' },
};

const STYLE_NAMES = Object.keys(LOOKS) as CellStyle[];
const FONT_NAMES = Object.keys(FONTS) as (keyof typeof FONTS)[];
const INDEX = new Map(STYLE_NAMES.map((name, index) => [name, index + 1]));

/** Index of a style in the `cellXfs` of {@link stylesXml}; 0 is Excel's own default. */
export function styleIndex(style: CellStyle): number {
  return INDEX.get(style) ?? 0;
}

/** Whether a text in this style goes on below instead of being cut at the column's edge. */
export function wraps(style: CellStyle): boolean {
  return LOOKS[style].wrap === true;
}

/** For cells of ID and account columns that are still empty: what is typed there stays text, digits and all. */
export const EMPTY_TEXT_STYLE = STYLE_NAMES.length + 1;

/** The whole `xl/styles.xml`. */
export function stylesXml(): string {
  const looks = STYLE_NAMES.map((name) => LOOKS[name]);
  const fills = [...new Set(looks.flatMap((look) => (look.fill === undefined ? [] : [look.fill])))];
  const formats = [...new Set(looks.flatMap((look) => (look.format === undefined ? [] : [look.format])))];
  const custom = formats.filter((format) => builtInFormat(format) === null);
  const formatId = (format: string | undefined): number =>
    format === undefined ? 0 : (builtInFormat(format) ?? 164 + custom.indexOf(format));
  const line = '<color rgb="FF808080"/>';
  const xf = (look: StyleLook): string => {
    const border = look.border === 'thin' ? 1 : look.border === 'bottom' ? 2 : 0;
    const fill = look.fill === undefined ? 0 : 2 + fills.indexOf(look.fill);
    const horizontal = look.horizontal === undefined ? '' : ` horizontal="${look.horizontal}"`;
    return (
      `<xf numFmtId="${formatId(look.format)}" fontId="${FONT_NAMES.indexOf(look.font)}" fillId="${fill}" ` +
      `borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" ` +
      `applyAlignment="1"><alignment${horizontal} vertical="center"${look.wrap === true ? ' wrapText="1"' : ''}/></xf>`
    );
  };
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${custom.length}">${custom.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`).join('')}</numFmts>` +
    `<fonts count="${FONT_NAMES.length}">${FONT_NAMES.map((name) => `<font>${FONTS[name]}</font>`).join('')}</fonts>` +
    `<fills count="${2 + fills.length}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
    fills
      .map(
        (fill) =>
          `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
      )
      .join('') +
    '</fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    `<border><left style="thin">${line}</left><right style="thin">${line}</right><top style="thin">${line}</top><bottom style="thin">${line}</bottom><diagonal/></border>` +
    `<border><left/><right/><top/><bottom style="thin">${line}</bottom><diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${looks.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    `${looks.map(xf).join('')}${xf({ font: 'body', format: TEXT })}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
  );
}

/** Number formats that every reader knows by number. */
function builtInFormat(format: string): number | null {
  switch (format) {
    case '0':
      return 1;
    case MONEY:
      return 4;
    case TEXT:
      return 49;
    default:
      return null;
  }
}
