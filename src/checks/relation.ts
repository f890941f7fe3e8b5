/** 与户主关系 without a code before it (`01-本人`); 本人 is the head. Null when blank. */
export function relationOf(relation: string | null): string | null {
  if (relation === null) return null;
  const plain = relation.replace(/^\d+\s*[-—－_.、]?\s*/, '').trim();
  if (plain === '') return null;
  return /^(本人|户主|本人或户主|户主本人)$/.test(plain) ? '户主' : plain;
}

/** The values of the standard workbook (CONTRACT §3). */
export const RELATIONS: ReadonlySet<string> = new Set(
  '户主 配偶 之子 之女 之儿媳 之女婿 之孙子 之孙女 之父 之母 之岳父 之岳母 之公公 之婆婆 之祖父 之祖母 之兄弟 之姐妹 其他'.split(
    ' ',
  ),
);
