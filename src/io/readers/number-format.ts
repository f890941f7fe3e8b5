import type { ShownCell } from '../../tables/grid.js';

/** How a number format shows a number otherwise than with its own digits. */
interface Display {
  readonly before: string;
  readonly after: string;
  /** Digits shown before the decimal point at least: 4 of `0000`. */
  readonly least: number;
  readonly decimals: number;
  readonly percent: boolean;
  /** Each comma at the end divides by 1000. */
  readonly thousands: number;
  /** Digits behind a point that stands in the format as a letter (`0!.0000`): 4. */
  readonly pointBefore: number;
}

/** Section of a format: when it applies, and what it shows; null where it shows the number itself. */
interface Section {
  readonly applies: (value: number) => boolean;
  readonly display: Display | null;
}

/** General in every language that Excel and WPS write it. */
export const GENERAL = /^\s*(?:general|standard|g\/[^\d#?;"]*|gnrl|通用格式|常规)/i;

/** Built-in percentages (ECMA-376 §18.8.30); all other built-in formats of numbers show the number itself. */
const BUILT_IN_PERCENT: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
]);

/**
 * What a format does to a number, for formats that show other digits, zeros, letters or a scale (`000000`, `"HH"000`,
 * `0!.0000`, `0%`, `0,`); null for formats that show the number as it is, rounded or not. `code` is null for a built-in.
 */
export function numberDisplay(id: number, code: string | null): ((value: number) => ShownCell | null) | null {
  const text = code ?? BUILT_IN_PERCENT.get(id) ?? '';
  if (text === '' || text.length > 255) return null;
  const texts = sectionsOf(text);
  const conditional = texts.some((section) => CONDITION.test(section));
  const sections = texts.map((section, index) => readSection(section, index, texts.length, conditional));
  if (sections.every(({ display }) => display === null)) return null;
  return (value) => {
    const section = sections.find(({ applies }) => applies(value)) ?? sections[0];
    const display = section?.display ?? null;
    return display === null ? null : shown(value, display);
  };
}

function sectionsOf(code: string): string[] {
  const sections = [''];
  for (const token of tokensOf(code))
    if (token === ';') sections.push('');
    else sections.push(`${sections.pop() ?? ''}${token}`);
  return sections.slice(0, 3);
}

/** `"text"`, `\x`, `!x`, `_x`, `*x`, `[…]` and single characters. */
function tokensOf(code: string): string[] {
  return code.match(/"[^"]*"?|[\\!_*](?:[\s\S])?|\[[^\]]*\]?|[\s\S]/gu) ?? [];
}

const OPERATORS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

const CONDITION = /\[(>=|<=|<>|>|<|=)(-?\d+(?:\.\d+)?)\]/;

function readSection(section: string, index: number, count: number, conditional: boolean): Section {
  const condition = CONDITION.exec(section);
  const operator = condition === null ? undefined : OPERATORS[condition[1] ?? ''];
  const limit = Number(condition?.[2]);
  const bySign = (value: number): boolean =>
    count === 1 ||
    conditional ||
    (index === 0 ? value > 0 || (count === 2 && value === 0) : index === 1 ? value < 0 : value === 0);
  return {
    applies: operator === undefined ? bySign : (value) => operator(value, limit),
    display: readDisplay(section),
  };
}

function readDisplay(section: string): Display | null {
  if (GENERAL.test(section.replace(/^(\[[^\]]*\])+/, ''))) return null;
  let before = '';
  let after = '';
  let between = '';
  let least = 0;
  let decimals = 0;
  let thousands = 0;
  let pointBefore = -1;
  let digits = 0;
  let isDecimal = false;
  let percent = false;
  for (const token of tokensOf(section)) {
    const literal = literalOf(token);
    if (token === '0' || token === '#' || token === '?') {
      // Letters among the digits move a point or cut the number: 0!.0000, 00-00.
      if (between !== '' && digits > 0) pointBefore = between === '.' && pointBefore < 0 ? 0 : pointBefore;
      if (between !== '' && between !== '.') return plainLetters(before + between);
      between = '';
      after = '';
      thousands = 0;
      digits += 1;
      if (pointBefore >= 0) pointBefore += 1;
      if (isDecimal) decimals += 1;
      else if (token === '0' && pointBefore < 0) least += 1;
    } else if (token === '.' && literal === null) isDecimal = true;
    else if (token === ',') thousands += digits > 0 ? 1 : 0;
    else if (token === '%') percent = true;
    else if (/^[eE/]$/.test(token) && digits > 0) return null;
    else if (literal !== null && literal !== '') {
      if (digits === 0) before += literal;
      else {
        after += literal;
        between += literal;
      }
    }
  }
  const letters = /[\p{L}\p{N}]/u;
  // A dash for nought, a colon of a time: nothing but the number is meant.
  if (digits === 0) return section.includes('@') || !letters.test(before) ? null : { ...PLAIN, before, least: -1 };
  const scaled = percent || thousands > 0 || pointBefore > 0;
  // 元 behind an amount and signs before it say nothing that the number does not.
  const says =
    letters.test(before) ||
    (letters.test(after) && !/^\s*(元|人|户|个|岁|年|月|日|天|份|RMB|CNY)(\/[人户年月日天])?\s*$/iu.test(after));
  if (!scaled && !says && least < 2) return null;
  return { before, after, least, decimals, percent, thousands, pointBefore: Math.max(0, pointBefore) };
}

const PLAIN: Display = { before: '', after: '', least: 0, decimals: 0, percent: false, thousands: 0, pointBefore: 0 };

/** A format whose letters stand among the digits (`000-0000`): what it shows cannot be told in general. */
function plainLetters(letters: string): Display {
  return { ...PLAIN, before: letters, least: -2 };
}

/** The text that a token shows; null for what is no letter. */
function literalOf(token: string): string | null {
  if (token.startsWith('"')) return token.replaceAll('"', '');
  if (/^[\\!]/.test(token)) return token.slice(1);
  if (/^[_*[]/.test(token)) return '';
  return /^[\s$¥￥€+\-():]$/u.test(token) || /^[\u4e00-\u9fff]$/u.test(token) ? token : null;
}

/** The number as the format shows it. */
function shown(value: number, display: Display): ShownCell {
  const { before, after, least, decimals, percent, thousands, pointBefore } = display;
  if (least === -1) return { kind: 'shown', value, text: before, scaled: true };
  if (least === -2) return { kind: 'shown', value, text: null, scaled: false };
  const scaled = percent || thousands > 0 || pointBefore > 0;
  const size = (Math.abs(value) * (percent ? 100 : 1)) / 1000 ** thousands;
  const places = pointBefore > 0 ? 0 : decimals;
  let [whole = '', fraction = ''] = size.toFixed(Math.min(places, 20)).split('.');
  if (pointBefore > 0) {
    whole = whole.padStart(pointBefore + 1, '0');
    fraction = whole.slice(-pointBefore);
    whole = whole.slice(0, -pointBefore);
  }
  const digits = `${whole.padStart(least, '0')}${fraction === '' ? '' : `.${fraction}`}`;
  const sign = value < 0 ? '-' : '';
  return { kind: 'shown', value, text: `${sign}${before}${digits}${percent ? '%' : ''}${after}`.trim(), scaled };
}
