/** Every computable clause of the five documents that come with the program, by pack: N1 … N21, J1 … J34 and so on. */
export const CLAUSES: readonly { readonly pack: string; readonly letter: string; readonly count: number }[] = [
  { pack: 'ningdong-2023-62', letter: 'N', count: 21 },
  { pack: 'jinping-2022-21', letter: 'J', count: 34 },
  { pack: 'pingluo-draft', letter: 'P', count: 29 },
  { pack: 'yuncheng-2021-1', letter: 'Y', count: 20 },
  { pack: 'litong-2021-7', letter: 'L', count: 23 },
];

/** The clause ids of one pack in order; none for a pack from outside. */
export function clausesOf(pack: string): string[] {
  const list = CLAUSES.find((one) => one.pack === pack);
  return list === undefined ? [] : Array.from({ length: list.count }, (_, i) => `${list.letter}${i + 1}`);
}
