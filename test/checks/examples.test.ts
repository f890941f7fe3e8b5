import { describe, expect, it } from 'vitest';
import type { Check, CheckExample } from '../../src/checks/define-check.js';
import { CHECKS } from '../../src/checks/index.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { FindingCollector } from '../../src/findings/collector.js';
import { exampleRoster } from './example-roster.js';

function findingsOf(check: Check, example: CheckExample): string[] {
  const collector = new FindingCollector();
  const roster = exampleRoster(example.tables);
  const runs = runChecks(
    { roster, asOf: example.asOf ?? '2024-12-31', lists: example.lists ?? [], only: [check.code] },
    collector,
  );
  for (const run of runs) expect(run.status, run.reason ?? '').not.toMatch(/failed|not-run/);
  return collector.findings
    .map(({ place }) =>
      place.row === null
        ? `文件 ${place.file ?? ''}`
        : `${place.sheet ?? ''}!${place.header ?? ''}@${(place.row ?? 1) - 1}`,
    )
    .sort();
}

describe.each(
  CHECKS.filter((check) => check.stage === 'roster' || check.stage === 'lists').map((c) => [c.code, c] as const),
)('%s', (_code, check) => {
  if (check.run === undefined) return;
  it('has an example that fires and one that does not', () => {
    expect(check.examples.some((example) => example.expect.length > 0)).toBe(true);
    expect(check.examples.some((example) => example.expect.length === 0)).toBe(true);
  });
  it.each(check.examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    expect(findingsOf(check, example)).toEqual([...example.expect].sort());
  });
});
