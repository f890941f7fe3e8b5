/** Levels of a skill certificate, by the two names that each has; 一级 is the highest. */
const SKILL_LEVELS: readonly (readonly string[])[] = [
  ['五级', '初级工', '初级'],
  ['四级', '中级工', '中级'],
  ['三级', '高级工', '高级'],
  ['二级', '技师'],
  ['一级', '高级技师'],
];
const BY_NAME = new Map(SKILL_LEVELS.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));
const FIGURES = '零一二三四五六七八九';
const ROMAN: Readonly<Record<string, string>> = { I: '一', II: '二', III: '三', IV: '四', V: '五' };

/** A word as it is compared: full-width and blanks folded, 5级 is 五级, 五级/初级工 and 初级工（五级） are 五级. */
export function foldWord(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(/[\s'"“”‘’]/gu, '')
    .toUpperCase();
  if (plain.length > 40) return plain;
  const figures = plain
    .replace(/^(I{1,3}|IV|V)(?=级)/, (roman) => ROMAN[roman] ?? roman)
    .replace(/(?<!\d)\d(?=级|等|档)/g, (figure) => FIGURES.charAt(Number(figure)))
    .replace(/^第(?=.[级等档])/, '');
  const parts = figures.split(/[/()|、,]+/).filter((part) => part !== '');
  const levels = new Set(parts.map((part) => BY_NAME.get(part)));
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? level : figures;
}

/** The word of a list that a cell names, whatever its spelling; undefined when it names none. */
export function namesWord(words: readonly string[], cell: string): string | undefined {
  if (words.includes(cell)) return cell;
  const folded = foldWord(cell);
  return words.find((word) => foldWord(word) === folded);
}

const SAME_UNITS: readonly (readonly string[])[] = [
  ['平方米', '㎡', 'M2', 'M²', '平米', '平'],
  ['立方米', 'M3', 'M³', '立方', '方'],
  ['米', 'M'],
  ['公斤', 'KG', '千克'],
  ['人', '名'],
  ['个月', '月'],
];
const UNIT_BY_NAME = new Map(SAME_UNITS.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));

/** Whether two units are one: 平方米 and ㎡; 头 and 只 are not. */
export function isSameUnit(a: string, b: string): boolean {
  const fold = (unit: string): string => {
    const plain = unit
      .normalize('NFKC')
      .replace(/[\s()]/g, '')
      .toUpperCase();
    return UNIT_BY_NAME.get(plain) ?? plain;
  };
  return fold(a) === fold(b);
}
