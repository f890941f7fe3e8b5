import type { Fen } from '../domain/money.js';
import { assess } from '../policy/evaluate.js';
import { assessmentRequest, offsetOf, settleAll, type RunRequest, type Settled } from './assess-run.js';
import type { Holds } from './holding.js';
import type { ReadingImpact } from './run-result.js';

/** What every payee would get under one alternative of one reading, and nothing else of that assessment. */
export interface AlternativeAmounts {
  readonly reading: string;
  readonly question: string;
  readonly chosen: string;
  readonly alternative: string;
  readonly amounts: ReadonlyMap<string, Fen>;
}

/**
 * Assesses and settles the roster in full under every alternative that was not chosen, one at a time and under the same
 * holds and history, and keeps only the amounts: two assessments of a big month are never in memory together.
 */
export function alternativeAmounts(request: RunRequest, holds: Holds): AlternativeAmounts[] {
  return request.pack.readings.flatMap((reading) => {
    const chosen = request.readings[reading.id] ?? reading.default;
    return reading.choices
      .filter((choice) => choice.id !== chosen)
      .map(({ id: alternative }) => {
        const readings = { ...request.readings, [reading.id]: alternative };
        const settled = settleAll(
          assess({ ...assessmentRequest(request, readings), entitlementsOnly: true }),
          holds,
          request.history,
          false,
          offsetOf(request),
        );
        return {
          reading: reading.id,
          question: reading.question,
          chosen,
          alternative,
          amounts: amountsByPayee(settled),
        };
      });
  });
}

/**
 * How many payees would get another amount under each alternative, and how much more or less money that is (CONTRACT §6).
 * Alternatives that change nothing on this roster are left out.
 */
export function readingImpacts(
  alternatives: readonly AlternativeAmounts[],
  settled: readonly Settled[],
): ReadingImpact[] {
  const base = amountsByPayee(settled);
  return alternatives.flatMap(({ amounts, ...impact }) => {
    let payees = 0;
    let difference = 0;
    const compare = (before: Fen, after: Fen): void => {
      if (before === after) return;
      payees += 1;
      difference += after - before;
    };
    for (const [payee, amount] of base) compare(amount, amounts.get(payee) ?? 0);
    for (const [payee, amount] of amounts) if (!base.has(payee)) compare(0, amount);
    return payees === 0 ? [] : [{ ...impact, payees, difference }];
  });
}

function amountsByPayee(settled: readonly Settled[]): Map<string, Fen> {
  const amounts = new Map<string, Fen>();
  for (const { entitlement, amount } of settled) {
    if (amount === 0) continue;
    const { kind, id } = entitlement.payee;
    const key = `${kind}:${id}`;
    amounts.set(key, (amounts.get(key) ?? 0) + amount);
  }
  return amounts;
}
