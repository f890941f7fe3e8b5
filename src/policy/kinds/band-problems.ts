import { parseYuan } from '../../domain/money.js';
import { isByReading, type Chosen } from './rule-parts.js';
import type { RuleProblem } from './rule-kind.js';

interface Edges {
  readonly from: number | string;
  readonly to: number | string;
}

/** Bands must rise, follow each other by one, neither overlap nor leave a gap; only the last may be open. */
export function bandProblems(bands: Chosen<readonly Edges[]>): RuleProblem[] {
  if (!isByReading(bands)) return oneList(bands, ['bands']);
  return Object.entries(bands.choices).flatMap(([choice, list]) => oneList(list, ['bands', 'choices', choice]));
}

/** A band's edge as it is compared: 分 for an amount, else the number. */
export function edge(value: number | string): number {
  return typeof value === 'number' ? value : (parseYuan(value) ?? 0);
}

/** The edge that should follow one: a person more, or a 分. */
function next(value: number | string): string {
  if (typeof value === 'number') return String(value + 1);
  const fen = edge(value) + 1;
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

function oneList(bands: readonly Edges[], path: readonly PropertyKey[]): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const kinds = new Set(bands.flatMap(({ from, to }) => [typeof from, ...(to === 'up' ? [] : [typeof to])]));
  if (kinds.size > 1)
    return [
      {
        path,
        zh: '各档的起止应都是整数，或都是带引号的金额',
        en: 'the edges of bands are all whole numbers, or all quoted amounts',
      },
    ];
  bands.forEach(({ from, to }, i) => {
    const before = bands[i - 1];
    if (to !== 'up' && edge(to) < edge(from))
      problems.push({
        path: [...path, i, 'to'],
        zh: `档次应先小后大，现为${from}至${to}`,
        en: `a band should rise: ${from} to ${to}`,
      });
    if (before === undefined) return;
    if (before.to === 'up') {
      problems.push({
        path: [...path, i],
        zh: '开口档（to: up）应为最后一档',
        en: 'an open band (to: up) should be the last',
      });
    } else if (edge(from) <= edge(before.to)) {
      problems.push({
        path: [...path, i, 'from'],
        zh: `档次重叠：前一档到${before.to}为止，这一档从${from}起`,
        en: `bands overlap: the one before ends at ${before.to}, this begins at ${from}`,
      });
    } else if (edge(from) !== edge(before.to) + 1) {
      const wanted = next(before.to);
      problems.push({
        path: [...path, i, 'from'],
        zh: `档次有空档：前一档到${before.to}为止，这一档应从${wanted}起，现从${from}起`,
        en: `a gap between bands: the one before ends at ${before.to}, this should begin at ${wanted}, begins at ${from}`,
      });
    }
  });
  return problems;
}
