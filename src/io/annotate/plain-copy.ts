import { dayNumber, isIsoDay } from '../../domain/calendar.js';
import type { Cell, Sheet, Workbook } from '../../tables/grid.js';
import { columnName } from '../writers/sheet-xml.js';
import { SheetNames } from '../writers/sheet-names.js';
import { escapeAttribute, escapeXml, MAX_CELL_TEXT } from '../writers/xml-text.js';
import { ZipWriter } from '../writers/zip-writer.js';
import { NotEditable } from './xml-slices.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const CHUNK = 256 * 1024;
const SERIAL_ZERO = -25_569;
/** Styles of the copy: text stays text when it is typed over, or an ID number would lose its last digits. */
const [GENERAL, TEXT, DAY, TIME] = [0, 1, 2, 3];
const [NARROWEST, WIDEST] = [8, 40];

/**
 * Writes the values of a workbook as an .xlsx: text as text, numbers, dates, merged ranges, hidden rows and columns; no
 * looks. For files that are no xlsx, and for those that cannot be changed in place. `without` names sheets to leave out.
 * Throws NotEditable when a sheet has more rows than Excel takes.
 */
export async function writePlainCopy(book: Workbook, path: string, without: (name: string) => boolean): Promise<void> {
  const zip = await ZipWriter.create(path);
  try {
    const names = new SheetNames();
    const sheets: { name: string; state: string }[] = [];
    for (const sheet of book.sheets) {
      if (without(sheet.name)) continue;
      sheets.push({
        name: names.claim(sheet.name),
        state: sheet.visibility === 'visible' ? '' : sheet.visibility === 'hidden' ? 'hidden' : 'veryHidden',
      });
      await zip.add(`xl/worksheets/sheet${sheets.length}.xml`, await sheetChunks(sheet));
    }
    const add = (name: string, text: string): Promise<void> => zip.add(name, [Buffer.from(XML + text, 'utf8')]);
    await add('xl/styles.xml', stylesXml());
    await add(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${state === '' ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    );
    await add(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${sheets
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join('')}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    );
    await add(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
    await add(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets
          .map(
            (_, index) =>
              `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
          )
          .join('')}</Types>`,
    );
    await zip.finish();
  } catch (error) {
    await zip.abort();
    throw error;
  }
}

async function sheetChunks(sheet: Sheet): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  const widths: number[] = [];
  const hidden = new Set(sheet.hiddenRows);
  let text = '';
  let last = 0;
  await sheet.scan((row, cells) => {
    if (row > MAX_ROWS || cells.length > MAX_COLUMNS) throw new NotEditable('more than a sheet of Excel holds');
    // A hidden row without values still counts as hidden.
    for (const empty of hidden) if (empty > last && empty < row) text += `<row r="${empty}" hidden="1"/>`;
    last = row;
    let body = '';
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? null;
      if (cell === null) continue;
      body += cellXml(cell, `${columnName(column)}${row}`);
      if (typeof cell === 'string') widths[column] = Math.max(widths[column] ?? NARROWEST, widthOf(cell));
    }
    text += `<row r="${row}"${hidden.has(row) ? ' hidden="1"' : ''}>${body}</row>`;
    if (text.length > CHUNK) {
      chunks.push(Buffer.from(text, 'utf8'));
      text = '';
    }
  });
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const columns = Array.from({ length: Math.max(widths.length, ...sheet.hiddenColumns.map((c) => c + 1)) }, (_, at) => {
    const width = Math.min(WIDEST, widths[at] ?? NARROWEST) + 2;
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hiddenColumns.has(at) ? ' hidden="1"' : ''}/>`;
  });
  const head = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`;
  const merges = sheet.merges
    .filter(({ firstRow, lastRow, firstColumn, lastColumn }) => lastRow > firstRow || lastColumn > firstColumn)
    .map(
      ({ firstRow, lastRow, firstColumn, lastColumn }) =>
        `<mergeCell ref="${columnName(firstColumn)}${firstRow}:${columnName(lastColumn)}${lastRow}"/>`,
    );
  const tail = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  return [Buffer.from(head, 'utf8'), ...chunks, Buffer.from(`${text}</sheetData>${tail}</worksheet>`, 'utf8')];
}

function cellXml(cell: Exclude<Cell, null>, address: string): string {
  const open = (style: number | undefined, type = ''): string =>
    `<c r="${address}"${style === GENERAL ? '' : ` s="${style}"`}${type === '' ? '' : ` t="${type}"`}>`;
  switch (typeof cell) {
    case 'number':
      return `${open(GENERAL)}<v>${cell}</v></c>`;
    case 'boolean':
      return `${open(GENERAL, 'b')}<v>${cell ? 1 : 0}</v></c>`;
    case 'string':
      return textXml(cell, open(TEXT, 'inlineStr'));
    default:
  }
  if (cell.kind === 'error') return `${open(GENERAL, 'e')}<v>${escapeXml(cell.code)}</v></c>`;
  // Excel works it out when the copy is opened; until then it has no result, as before.
  if (cell.kind === 'no-result') return `${open(GENERAL)}<f>NA()</f></c>`;
  if (cell.kind === 'shown') return textXml(cell.text ?? String(cell.value), open(TEXT, 'inlineStr'));
  const day = cell.iso.slice(0, 10);
  if (!isIsoDay(day) || day < '1900-03-01') return textXml(cell.iso, open(TEXT, 'inlineStr'));
  const serial = dayNumber(day) - SERIAL_ZERO;
  if (cell.iso.length === 10) return `${open(DAY)}<v>${serial}</v></c>`;
  const [hours = 0, minutes = 0, seconds = 0] = cell.iso.slice(11).split(':').map(Number);
  return `${open(TIME)}<v>${serial + (hours * 3600 + minutes * 60 + seconds) / 86_400}</v></c>`;
}

function textXml(text: string, open: string): string {
  if (text.length > MAX_CELL_TEXT) throw new NotEditable('a text longer than a cell of Excel holds');
  return `${open}<is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < Math.min(text.length, 60); at++) width += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return width;
}

function stylesXml(): string {
  const xf = (format: number): string =>
    `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  return (
    `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="4">${[0, 49, 164, 165].map(xf).join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
