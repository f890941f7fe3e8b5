import { type ShownText, wholeText } from '../../domain/masking.js';

/** Longest text an Excel cell holds, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;

/** What cannot stand in XML as it is: markup, controls, lone surrogates, and text that looks like an escape. */
const UNUSUAL = [
  '[&<>"\\u0000-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF]',
  '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])',
  '(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
  '_(?=x[\\dA-Fa-f]{4}_)',
].join('|');
const ANY_UNUSUAL = new RegExp(UNUSUAL);
const EACH_UNUSUAL = new RegExp(UNUSUAL, 'g');

/**
 * Text for an XML element or attribute of a workbook part. Characters that XML 1.0 forbids become `_xHHHH_` as
 * ECMA-376 (ST_Xstring) wants it, and a literal `_x0041_` is protected, so that every text comes back as it was.
 */
export function escapeXml(text: string): string {
  return ANY_UNUSUAL.test(text) ? text.replace(EACH_UNUSUAL, escapeOne) : text;
}

function escapeOne(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    case '\n':
    case '\t':
      return character;
    default:
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  }
}

/** Escaped attribute text: line ends and tabs must be written as references or XML turns them into blanks. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/**
 * Free text that a spreadsheet could take for a formula gets a leading apostrophe (src/CONTRACT.md §4: `= + - @` TAB CR),
 * in CSV and workbooks alike.
 */
export function neutralise(text: ShownText): ShownText {
  return FORMULA.test(text) ? wholeText(`'${text}`) : text;
}

/** In every width, and behind blanks and characters that show nothing: a program that reads the file may drop those. */
const FORMULA =
  /^(?:[\t\r]|[\s\p{Cc}\p{Cf}\u034F\u115F\u1160\u180B-\u180E\u3164\uFE00-\uFE0F\uFFA0]*[=+\-@＝＋－＠﹢﹣﹦﹫])/u;
