/** Dashes, minus signs and the like, all one in a key. */
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u30fc]/gu;
const NOT_SHOWN = /[\p{Cf}\p{Cc}\p{Z}\p{Cs}\u2800\u3164\u115f\u1160\uffa0\ufe00-\ufe0f]/gu;
const QUOTES_AROUND = /^['"`´‘’‚“”„′″「」『』〈〉《》]+|['"`´‘’‚“”„′″「」『』〈〉《》]+$/gu;
const PLAIN = /^[0-9A-Z]+$/;

/**
 * A key (户编号, ID, account, code) in the one spelling by which it is compared: without blanks, invisible and direction
 * characters and quotation marks around it; full-width, circled and look-alike characters as the plain ones; capitals.
 * A `.0` that a program put behind a whole number goes.
 */
export function foldKey(text: string): string {
  if (PLAIN.test(text)) return text;
  return bareText(text)
    .replace(/^(.*\d)\.0+$/, '$1')
    .toUpperCase();
}

function bareText(text: string): string {
  return text
    .replace(NOT_SHOWN, '')
    .replace(QUOTES_AROUND, '')
    .normalize('NFKC')
    .replace(NOT_SHOWN, '')
    .replace(DASHES, '-')
    .replace(OF_OTHER_SCRIPTS, (one) => LATIN[one] ?? one);
}

/** Cyrillic and Greek letters that look like Latin ones. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ аA еE оO рP сC уY хX іI ѕS јJ ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οO'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);
const OF_OTHER_SCRIPTS = /[\u0370-\u03ff\u0400-\u04ff]/gu;

/** A `.0` behind a whole number, as programs write it that take a number for an amount: `HH001.0`, `12.00`. */
export function endsInPointZero(text: string): boolean {
  return /^[^.]*\d\.0+$/u.test(bareText(text));
}

/**
 * A day in one of the forms that a spreadsheet gives a number like `3-5` that it took for one: 2024/3/5, 2024-03-05,
 * 2024年3月5日, 3月5日, 5-Mar, Mar-24. `2024-3-5` may be the number of a household.
 */
export function looksLikeDay(text: string): boolean {
  return DAY.test(bareText(text));
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const DAY = new RegExp(
  '^(?:' +
    [
      '(?:19|20)\\d\\d[/.年](?:0?[1-9]|1[0-2])[/.月](?:0?[1-9]|[12]\\d|3[01])日?',
      '(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])',
      '(?:(?:19|20)\\d\\d年)?(?:0?[1-9]|1[0-2])月(?:(?:0?[1-9]|[12]\\d|3[01])[日号])?',
      `\\d{1,2}-${MONTH}(?:-\\d{2,4})?`,
      `${MONTH}-\\d{2,4}`,
    ].join('|') +
    ')(?:T?\\d{1,2}:\\d\\d(?::\\d\\d)?)?$',
  'iu',
);

/** Simplified characters that PDF programs write as radicals (U+2E80–2EF3); NFKC leaves these. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  '⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑长 ⻒长 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟 ⺮竹 ⺶羊 ⺷羊 ⻊足 ⺝月 ⺫目 ⺬示 ⺼肉 ⼾户'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

/** Radicals as the characters they look like: ⻢ is 马, ⼾ is 户 (not 戶), ⽂ is 文. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2ef3\u2f00-\u2fd5]/gu, (one) => RADICALS[one] ?? one.normalize('NFKC'));
}
