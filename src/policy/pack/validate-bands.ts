import { isByReading } from '../kinds/rule-parts.js';
import type { Band, BandsRule } from '../kinds/bands.js';
import type { PackPlaces, Path } from './pack-problems.js';
import type { PackProblem } from './pack.js';

/** Bands must rise, follow each other by one, neither overlap nor leave a gap; only the last may be open. */
export function validateBands(rule: BandsRule, path: Path, places: PackPlaces): PackProblem[] {
  if (!isByReading(rule.bands)) return oneList(rule.bands, path, places);
  return Object.entries(rule.bands.choices).flatMap(([choice, bands]) =>
    oneList(bands, [...path, 'choices', choice], places),
  );
}

function oneList(bands: readonly Band[], path: Path, places: PackPlaces): PackProblem[] {
  const problems: PackProblem[] = [];
  bands.forEach(({ from, to }, i) => {
    const before = bands[i - 1];
    if (to !== 'up' && to < from)
      problems.push(
        places.problem(
          [...path, i, 'to'],
          `档次应先小后大，现为${from}至${to}`,
          `a band should rise: ${from} to ${to}`,
        ),
      );
    if (before === undefined) return;
    if (before.to === 'up') {
      problems.push(
        places.problem([...path, i], '开口档（to: up）应为最后一档', 'an open band (to: up) should be the last'),
      );
    } else if (from <= before.to) {
      problems.push(
        places.problem(
          [...path, i, 'from'],
          `档次重叠：前一档到${before.to}为止，这一档从${from}起`,
          `bands overlap: the one before ends at ${before.to}, this begins at ${from}`,
        ),
      );
    } else if (from !== before.to + 1) {
      problems.push(
        places.problem(
          [...path, i, 'from'],
          `档次有空档：前一档到${before.to}为止，这一档应从${before.to + 1}起，现从${from}起`,
          `a gap between bands: the one before ends at ${before.to}, this should begin at ${before.to + 1}, begins at ${from}`,
        ),
      );
    }
  });
  return problems;
}
