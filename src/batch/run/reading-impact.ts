import type { PayeeKind } from '../../domain/charge.js';
import type { Fen } from '../../domain/money.js';
import { entitlementsOf } from '../../policy/assess/evaluate.js';
import { offsetOf, settleEach, type Settled } from './settled.js';
import { assessmentRequest, type RunRequest } from './run-request.js';
import type { Holds } from './holding.js';
import { payeeRef, type ReadingImpact } from './run-result.js';

/**
 * How many payees would get another amount under each alternative that was not chosen, and how much more or less money
 * that is. Every alternative is assessed and settled in full under the same holds and history, payee by
 * payee, and only its amounts are kept; one that nothing asked for is not looked at. Alternatives that change nothing on this roster are left out.
 */
export function readingImpacts(
  request: RunRequest,
  holds: Holds,
  settled: readonly Settled[],
  asked: ReadonlySet<string>,
): ReadingImpact[] {
  const base = amountsByPayee(settled);
  return request.pack.readings.flatMap((reading) => {
    if (!asked.has(reading.id)) return [];
    const chosen = request.readings[reading.id] ?? reading.default;
    return reading.choices
      .filter((choice) => choice.id !== chosen)
      .flatMap(({ id: alternative }) => {
        const readings = { ...request.readings, [reading.id]: alternative };
        const entitlements = entitlementsOf(assessmentRequest(request, readings));
        const other = amountsByPayee(settleEach(entitlements, holds, request.history, false, offsetOf(request)));
        const { payees, difference, changed } = compareAmounts(base, other);
        return payees === 0
          ? []
          : [{ reading: reading.id, question: reading.question, chosen, alternative, payees, difference, changed }];
      });
  });
}

type PayeeAmounts = Readonly<Record<PayeeKind, ReadonlyMap<string, Fen>>>;

function compareAmounts(
  base: PayeeAmounts,
  other: PayeeAmounts,
): Pick<ReadingImpact, 'payees' | 'difference'> & Required<Pick<ReadingImpact, 'changed'>> {
  let payees = 0;
  let difference = 0;
  const changed = new Map<string, readonly [Fen, Fen]>();
  const compare = (ref: string, before: Fen, after: Fen): void => {
    if (before === after) return;
    payees += 1;
    difference += after - before;
    changed.set(ref, [before, after]);
  };
  for (const kind of ['household', 'person', 'organisation'] as const) {
    for (const [id, amount] of base[kind]) compare(payeeRef({ kind, id }), amount, other[kind].get(id) ?? 0);
    for (const [id, amount] of other[kind]) if (!base[kind].has(id)) compare(payeeRef({ kind, id }), 0, amount);
  }
  return { payees, difference, changed };
}

function amountsByPayee(settled: Iterable<Settled>): PayeeAmounts {
  const amounts = {
    household: new Map<string, Fen>(),
    person: new Map<string, Fen>(),
    organisation: new Map<string, Fen>(),
  };
  for (const { entitlement, amount } of settled) {
    if (amount === 0) continue;
    const { kind, id } = entitlement.payee;
    amounts[kind].set(id, (amounts[kind].get(id) ?? 0) + amount);
  }
  return amounts;
}
