const TAB = 9;
const SPACE = 32;
const EQUALS = 61;

/**
 * A cell's text without what programs add to keep spreadsheets from reading a number: `="0123"`, TABs at the ends, and
 * blanks around a long number. Everything else stays exactly as written. Blank gives null.
 */
export function cleanField(field: string): string | null {
  if (field === '') return null;
  const first = field.charCodeAt(0);
  const last = field.charCodeAt(field.length - 1);
  if (first !== EQUALS && first > SPACE && last > SPACE) return field;
  const quoted = /^\s*="((?:[^"]|"")*)"\s*$/.exec(field);
  let text = quoted === null ? field : (quoted[1] ?? '').replaceAll('""', '"');
  if (text.charCodeAt(0) === TAB || text.charCodeAt(text.length - 1) === TAB) text = trimPadding(text);
  else if (isPaddedNumber(text)) text = text.trim();
  return text === '' ? null : text;
}

function trimPadding(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isPadding(text.charCodeAt(start))) start++;
  while (end > start && isPadding(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isPadding(code: number): boolean {
  return code === TAB || code === SPACE || code === 0xa0 || code === 0x3000;
}

function isPaddedNumber(text: string): boolean {
  return text.length < 200 && /^ *\d{11,}[Xx]? *$/.test(text);
}
