import { describe, expect, it } from 'vitest';
import { LAYOUTS, makeRoster } from './generate-roster.js';
import { payOf } from './pay-of.js';

const ROSTERS = 2000;

describe('rosters made from ordinary habits', () => {
  it(`takes in at least 98 of 100 of ${ROSTERS}, pays these right and none wrongly`, { timeout: 600_000 }, async () => {
    const taken = new Map<string, number>();
    const wrong: string[] = [];
    const asked: string[] = [];
    for (let seed = 1; seed <= ROSTERS; seed++) {
      const made = makeRoster(seed);
      const { paid, errors } = await payOf(made);
      const due = [...made.pay].filter(([, yuan]) => yuan > 0);
      const overpaid = [...paid].filter(([head, yuan]) => made.pay.get(head) !== yuan);
      if (overpaid.length > 0) wrong.push(made.habits);
      else if (due.every(([head]) => paid.has(head)) && errors.length === 0) {
        const layout = LAYOUTS[seed % LAYOUTS.length] ?? '';
        taken.set(layout, (taken.get(layout) ?? 0) + 1);
      } else asked.push(`${made.habits}: ${[...new Set(errors.map(({ code }) => code))].join(' ')}`);
    }
    expect(wrong).toEqual([]);
    // Every habit is read, not only most of them.
    for (const layout of LAYOUTS) expect(taken.get(layout) ?? 0, layout).toBeGreaterThan(0);
    expect(asked.length, asked.slice(0, 10).join('\n')).toBeLessThanOrEqual(ROSTERS * 0.02);
  });
});
