import { GENERAL } from './number-format.js';

/**
 * Built-in formats that show a date or a time: 14–22 and 45–47 everywhere, 27–36 and 50–58 in the Chinese editions
 * (ECMA-376 §18.8.30). Excel writes these ids without their code, so that a reader must know them.
 */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/**
 * Whether a number format shows a date. `code` is the custom code of the file, null for a built-in id.
 * Elapsed time (`[h]:mm`) is a duration and no date. Only the first section (positive numbers) decides.
 */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return isBuiltInDate(id);
  const section = firstSection(code);
  if (/\[(h+|m+|s+)\]/i.test(section)) return false;
  // Conditions, colours and locales stand in brackets; quoted text, escapes, padding and fill show no part of a date.
  const bare = section.replace(/\[[^\]]*\]/g, '').replace(/"[^"]*"?|\\.|[_*]./gs, '');
  if (GENERAL.test(bare) || /[#0?]/.test(bare.replace(/[hs]+[:.]?[0.]*/gi, ''))) return false;
  return /[ymdhs]/i.test(bare) || /上午|下午|aaa/i.test(bare);
}

/** Whether a date format shows the year and nothing else: 2023年. */
export function isYearFormat(code: string | null): boolean {
  const bare = firstSection(code ?? '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"[^"]*"?|\\.|[_*]./gs, '')
    .replace(/[年度\s]/g, '');
  return /^y{4}$/i.test(bare);
}

function firstSection(code: string): string {
  let quoted = false;
  for (let i = 0; i < code.length; i++) {
    const character = code.charAt(i);
    if (character === '\\') i++;
    else if (character === '"') quoted = !quoted;
    else if (character === ';' && !quoted) return code.slice(0, i);
  }
  return code;
}
