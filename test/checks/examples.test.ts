import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.js';
import { placeText, runExample } from './example-roster.js';

const TESTABLE = CHECKS.filter((check) => check.run !== undefined || check.examples.length > 0);

describe.each(TESTABLE.map((check) => [check.code, check] as const))('%s', (code, check) => {
  if (check.stage === 'roster' || check.stage === 'lists')
    it('has an example that fires and one that does not', () => {
      expect(check.run).toBeDefined();
      expect(check.examples.some((example) => example.expect.length > 0)).toBe(true);
      expect(check.examples.some((example) => example.expect.length === 0)).toBe(true);
    });
  for (const example of check.examples)
    it(example.title, async () => {
      const { findings, runs } = await runExample(example, [code]);
      // A refused sheet would make every example pass that expects nothing.
      if (!code.startsWith('HDR')) expect(findings.filter((finding) => finding.code === 'HDR-01')).toEqual([]);
      for (const run of runs) expect(run.status, run.reason ?? '').not.toMatch(/failed|not-run/);
      const places = findings.filter((finding) => finding.code === code).map(placeText);
      expect(places.sort()).toEqual([...example.expect].sort());
    });
});
