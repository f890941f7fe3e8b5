import type { PackPlaces } from './pack-problems.js';
import type { Pack, PackProblem } from './pack.js';
import { similar } from './similar.js';

/** What is wrong with a pack that makes entries of another's catalogue payable: no such pack, no such entry. */
export function extensionProblems(pack: Pack, base: Pack | null, places: PackPlaces): PackProblem[] {
  const problems: PackProblem[] = [];
  if (pack.extends !== undefined && base === null)
    problems.push(
      places.problem(
        ['extends'],
        `没有编号为「${pack.extends}」的政策包可以补充`,
        `there is no pack "${pack.extends}" to extend`,
      ),
    );
  pack.benefits.forEach(({ catalogue }, i) => {
    if (catalogue === undefined) return;
    const known = (base?.catalogue ?? []).map(({ id }) => id);
    if (pack.extends === undefined)
      problems.push(
        places.problem(
          ['benefits', i, 'catalogue'],
          'catalogue 指的是被补充的政策包里的目录项，应先写 extends',
          'catalogue names an entry of the pack that this one extends: write extends first',
        ),
      );
    else if (base !== null && !known.includes(catalogue)) {
      const near = similar(catalogue, known);
      problems.push(
        places.problem(
          ['benefits', i, 'catalogue'],
          `政策包 ${base.id} 的目录里没有「${catalogue}」${near === null ? '' : `，是不是「${near}」？`}（有：${known.join('、')}）`,
          `the catalogue of ${base.id} has no "${catalogue}"${near === null ? '' : `; did you mean "${near}"?`} (it has: ${known.join(', ')})`,
        ),
      );
    }
  });
  return problems;
}

/** A pack with what it takes from the one it extends: lists and classes of places that it does not define itself. */
export function extended(pack: Pack, base: Pack | null): Pack {
  if (base === null) return pack;
  return {
    ...pack,
    lists: { ...base.lists, ...pack.lists },
    placeClasses: pack.placeClasses.length === 0 ? base.placeClasses : pack.placeClasses,
  };
}
