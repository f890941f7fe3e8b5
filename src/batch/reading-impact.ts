import { assess } from '../policy/evaluate.js';
import { assessmentRequest, settleAll, type RunRequest, type Settled } from './assess-run.js';
import type { Holds } from './holding.js';
import type { ReadingImpact } from './run-result.js';

/**
 * For every reading of the pack and every alternative that was not chosen: how many payees would get another amount and
 * how much more or less money that is (CONTRACT §6). Each alternative is assessed and settled in full, one at a time,
 * under the same holds and history. Alternatives that change nothing on this roster are left out.
 */
export function readingImpacts(request: RunRequest, holds: Holds, chosen: readonly Settled[]): ReadingImpact[] {
  const impacts: ReadingImpact[] = [];
  const base = amountsByPayee(chosen);
  for (const reading of request.pack.readings) {
    const choice = request.readings[reading.id] ?? reading.default;
    for (const alternative of reading.choices) {
      if (alternative.id === choice) continue;
      const assessment = assess(assessmentRequest(request, { ...request.readings, [reading.id]: alternative.id }));
      const other = amountsByPayee(settleAll(assessment, holds, request.history, false));
      let payees = 0;
      let difference = 0;
      for (const key of new Set([...base.keys(), ...other.keys()])) {
        const change = (other.get(key) ?? 0) - (base.get(key) ?? 0);
        if (change === 0) continue;
        payees += 1;
        difference += change;
      }
      if (payees === 0) continue;
      impacts.push({
        reading: reading.id,
        question: reading.question,
        chosen: choice,
        alternative: alternative.id,
        payees,
        difference,
      });
    }
  }
  return impacts;
}

function amountsByPayee(settled: readonly Settled[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const { entitlement, amount } of settled) {
    if (amount === 0) continue;
    const key = `${entitlement.payee.kind}:${entitlement.payee.id}`;
    amounts.set(key, (amounts.get(key) ?? 0) + amount);
  }
  return amounts;
}
