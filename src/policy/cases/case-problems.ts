import type { PackPlaces } from '../pack-problems.js';
import type { Pack, PackProblem } from '../pack.js';

/** Cases that name benefits, headers or columns that do not exist. */
export function caseProblems(_pack: Pack, _places: PackPlaces): PackProblem[] {
  return [];
}
