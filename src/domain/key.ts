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
  const bare = text.replace(NOT_SHOWN, '').replace(QUOTES_AROUND, '').normalize('NFKC');
  return bare
    .replace(NOT_SHOWN, '')
    .replace(DASHES, '-')
    .replace(/^(.*\d)\.0+$/, '$1')
    .toUpperCase();
}

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
