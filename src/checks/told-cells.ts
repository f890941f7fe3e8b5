import type { Finding, FindingPlace } from '../findings/finding.js';

/**
 * Whether a finding of this code already stands on a cell: what a reader could not take is one problem, however many checks then
 * miss the value.
 */
export function toldOn(found: readonly Finding[], code: string): (place: FindingPlace) => boolean {
  const cells = new Set<string>();
  for (const finding of found) if (finding.code === code) cells.add(keyOf(finding.place));
  return (place) => cells.size > 0 && cells.has(keyOf(place));
}

function keyOf({ file, sheet, row, column }: FindingPlace): string {
  return JSON.stringify([file, sheet, row, column]);
}
