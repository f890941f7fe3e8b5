/** Levenshtein distance by code point. Only ranks suggestions: 应发金额 and 实发金额 are one edit apart. */
export function editDistance(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, character] of left.entries()) {
    const current = [i + 1];
    for (const [j, other] of right.entries()) {
      const substituted = (previous[j] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min(substituted, (previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
