import { maskName, maskNumbersInText } from '../../domain/masking.js';
import type { History, PaidLine } from '../../domain/history.js';
import { formatYuan } from '../../domain/money.js';
import type { FindingCollector } from '../../findings/collector.js';
import type { Settled } from './settled.js';
import type { RunRequest } from './run-request.js';
import { DUE_AGAIN } from './due-again.js';
import { placeOf, subjectOf } from './finding-place.js';
import type { LedgerHolds } from './ledger-holds.js';

/**
 * What the ledger holds: LED-03 (paid under another number) once a household, LED-16 (standing list) once a payee, LED-15 (due
 * again after a reversal or stop) for each benefit. These are errors: money waits until somebody has looked.
 */
export function heldByLedgerFindings(
  { roster, history }: RunRequest,
  settled: readonly Settled[],
  again: readonly Settled[],
  holds: LedgerHolds,
  collector: FindingCollector,
): void {
  const seen = new Set<string>();
  for (const { entitlement } of holds.holdsSomebody ? settled : []) {
    if (entitlement.outcome !== 'entitled') continue;
    const { kind, id } = entitlement.payee;
    if (seen.has(`${kind}:${id}`)) continue;
    const twice = holds.paidElsewhere(entitlement);
    const standing = holds.standingHold(entitlement);
    if (twice === null && standing === null) continue;
    seen.add(`${kind}:${id}`);
    const at = { place: placeOf(entitlement, roster), subject: subjectOf(entitlement) };
    if (twice !== null) {
      const person = twice.shared.find(({ isHead }) => isHead) ?? twice.shared.find(({ isCounted }) => isCounted);
      const params = {
        batch: twice.batch,
        household: maskNumbersInText(twice.household),
        here: maskNumbersInText(id),
        name: maskName(nameIn(entitlement, person?.id ?? '')),
      };
      collector.add({ code: 'LED-03', severity: 'error', ...at, params });
    }
    if (standing !== null) {
      const params = {
        payee: maskNumbersInText(standing.payee),
        reason: standing.reason,
        by: standing.by,
        day: standing.at.slice(0, 10),
      };
      collector.add({ code: 'LED-16', severity: 'error', ...at, params });
    }
  }
  for (const { entitlement, dueAgain } of again) {
    const at = { place: placeOf(entitlement, roster), subject: subjectOf(entitlement) };
    const line = reopenedLine(entitlement, history);
    const params = {
      amount: formatYuan(dueAgain),
      benefit: entitlement.benefit,
      payee: maskNumbersInText(entitlement.payee.id),
      batch: line?.batch ?? '',
      line: line?.line ?? 0,
    };
    collector.add({ code: DUE_AGAIN, severity: 'error', ...at, params });
  }
}

/** The line whose reversal or stop makes the amount due again. */
function reopenedLine({ limits }: Settled['entitlement'], history: History): PaidLine | null {
  for (const { key } of limits) {
    const now = history.charged(key).lines;
    for (const line of history.undisturbed?.charged(key).lines ?? []) {
      const left = now.find((one) => one.batch === line.batch && one.line === line.line);
      if (left === undefined || left.amount < line.amount) return line;
    }
  }
  return null;
}

/** Name of a person in the household now. */
function nameIn({ household, payee }: Settled['entitlement'], personId: string): string {
  if (household?.row?.headId === personId) return household.row.headName ?? payee.name;
  return household?.members.find((member) => member.personId === personId)?.name ?? payee.name;
}
