import { batchKey } from '../../domain/batch-state.js';
import { maskAccount, maskName } from '../../domain/masking.js';
import type { History, PaidLine } from '../../domain/history.js';
import { formatYuan, type Fen } from '../../domain/money.js';
import type { Roster } from '../../domain/roster.js';
import type { FindingCollector } from '../../findings/collector.js';
import type { FindingPlace, FindingSubject } from '../../findings/finding.js';
import type { Entitlement } from '../../policy/assess/assessment.js';
import type { Settled } from './settled.js';
import type { RunRequest } from './run-request.js';
import { OFFSET } from './clawback-offset.js';
import { CUT_DUE_AGAIN } from './due-again.js';
import { placeOf, subjectOf } from './finding-place.js';
import { stepAt } from './settle.js';
import { capOfBatch } from './household-cap.js';

/**
 * What the ledger has to say about this run: LED-01, 02, 04…07, LED-13, FIL-04, BNK-18. Nothing here is ever an error: what was paid has already been taken off the amount.
 */
export function historyFindings(request: RunRequest, settled: readonly Settled[], collector: FindingCollector): void {
  const { history } = request;
  const self = batchKey(request.pack.id, request.period, request.name);
  for (const input of request.inputs) {
    const batch = history.batchOfInput(input.sha256);
    // One roster may serve two policies: only a batch of this one took the same money twice.
    if (batch === null || batch === self || !batch.startsWith(`${request.pack.id}.`)) continue;
    collector.add({ code: 'FIL-04', severity: 'warning', place: { file: input.file }, params: { batch } });
  }

  const payeesSeen = new Set<string>();
  const kept = keptByPayee(settled);
  for (const entry of settled) {
    const { entitlement, settlement } = entry;
    const overpaid = overpaidBy(entry);
    if (settlement === null && overpaid === 0) continue;
    // Telling the place works the stages out again: only for the few that have something to say.
    const base = (): About => about(entitlement, request.roster);
    if (overpaid > 0) {
      const params = {
        paid: formatYuan(entry.paidBefore),
        due: formatYuan(entitlement.amount),
        excess: formatYuan(overpaid),
        batch: earlierLines(entitlement, history).at(-1)?.batch ?? '',
      };
      collector.add({ code: 'LED-13', severity: 'warning', ...base(), params });
    }
    if (settlement === null) continue;
    const due = settlement.amount + settlement.offset;
    if (overpaid === 0 && due === 0 && settlement.paidBefore > 0) {
      const lines = earlierLines(entitlement, history);
      const last = lines.at(-1);
      const code = lines.some((line) => line.inFlight) ? 'LED-04' : 'LED-01';
      const params = { paid: formatYuan(settlement.paidBefore), batch: last?.batch ?? '', period: last?.period ?? '' };
      if (last !== undefined) collector.add({ code, severity: 'info', ...base(), params });
    }
    const cutBy = settlement.cutBy.filter((id) => id !== OFFSET && id !== CUT_DUE_AGAIN);
    const cap = cutBy.length === 0 ? null : capOfBatch(request, entitlement, settlement);
    if (cap !== null) collector.add({ ...cap, ...base() });
    else if (cutBy.length > 0) {
      const limit = entitlement.limits.find((use) => cutBy.includes(use.id));
      const max = limit?.maxAmount ?? null;
      const step = limit === undefined ? null : stepAt(entitlement, settlement, limit.id);
      collector.add({
        code: 'LED-02',
        severity: 'warning',
        ...base(),
        params: {
          limit: cutBy.join('、'),
          max: max === null ? '' : formatYuan(max),
          used: step === null ? '' : formatYuan(step.used),
          entitlement: formatYuan(entitlement.amount),
          paid: formatYuan(settlement.paidBefore),
          amount: formatYuan(due),
        },
      });
    }

    // Once a payee, at the first benefit that is due now: one that was paid in full before says nothing of the others.
    const payee = payeeOf(entitlement);
    if (payeesSeen.has(payee) || due === 0) continue;
    payeesSeen.add(payee);
    payeeFindings(request, entry, kept.get(payee) ?? 0, collector);
  }
  rosterMovement(request, settled, collector);
}

/**
 * How much more was paid than is due now. An income year is over and done: who meets its condition no longer, because the
 * figures were put right, got all of it too much. Who is held or cannot be decided did not.
 */
function overpaidBy({ entitlement, settlement, heldBy, paidBefore }: Settled): Fen {
  if (settlement !== null) return settlement.overpaid;
  const decided = entitlement.outcome === 'not-eligible' && heldBy.length === 0;
  return decided && entitlement.incomeYear !== null && entitlement.payee.kind === 'household' ? paidBefore : 0;
}

function payeeOf({ payee }: Entitlement): string {
  return `${payee.kind}:${payee.id}`;
}

/** What this run keeps back for debts, by payee. */
function keptByPayee(settled: readonly Settled[]): ReadonlyMap<string, Fen> {
  const kept = new Map<string, Fen>();
  for (const { entitlement, settlement } of settled) {
    if (settlement === null || settlement.offset === 0) continue;
    const payee = payeeOf(entitlement);
    kept.set(payee, (kept.get(payee) ?? 0) + settlement.offset);
  }
  return kept;
}

/** Counting lines of the entitlement's benefit and period, oldest first. */
function earlierLines({ limits }: Entitlement, history: History): readonly PaidLine[] {
  const [benefit] = limits;
  return benefit === undefined ? [] : history.charged(benefit.key).lines;
}

interface About {
  readonly place: FindingPlace;
  readonly subject: FindingSubject;
}

function about(entitlement: Entitlement, roster: Roster): About {
  return { place: placeOf(entitlement, roster), subject: subjectOf(entitlement) };
}

function payeeFindings(request: RunRequest, entry: Settled, kept: Fen, collector: FindingCollector): void {
  const { history, pack, roster } = request;
  const { entitlement } = entry;
  const base = (): About => about(entitlement, roster);
  const { kind, id } = entitlement.payee;
  const last = history.paidToOtherAccount(pack.id, kind, id, entitlement.account.accountNumber);
  if (last !== null) {
    const params = {
      before: maskAccount(last.accountNumber ?? ''),
      after: maskAccount(entitlement.account.accountNumber ?? ''),
      batch: last.batch,
    };
    collector.add({ code: 'LED-05', severity: 'warning', ...base(), params });
  }
  const clawback = history.openClawback(kind, id);
  if (clawback > 0)
    collector.add({
      code: 'LED-07',
      severity: 'warning',
      ...base(),
      params: {
        amount: formatYuan(clawback),
        ...(kept === 0 ? {} : { kept: formatYuan(kept), left: formatYuan(clawback - kept) }),
      },
    });
  const failed = history.failedForAccount(pack.id, kind, id);
  if (failed !== null && failed.line.accountNumber === entitlement.account.accountNumber) {
    collector.add({
      code: 'BNK-18',
      severity: 'warning',
      ...base(),
      params: { reason: failed.reason, batch: failed.line.batch },
    });
  }
}

/** LED-06: one finding a run, with the first names; the full list is the 变动表. */
function rosterMovement(request: RunRequest, settled: readonly Settled[], collector: FindingCollector): void {
  const previous = request.history.previousLines(request.pack.id, request.name);
  if (previous.length === 0) return;
  const before = new Map(previous.map((line) => [line.payeeId, line.accountName ?? '']));
  const now = new Map(settled.map(({ entitlement }) => [entitlement.payee.id, entitlement.payee.name]));
  const added = [...now].filter(([id]) => !before.has(id));
  const gone = [...before].filter(([id]) => !now.has(id));
  if (added.length === 0 && gone.length === 0) return;
  const names = [...added, ...gone].slice(0, 5).map(([, name]) => maskName(name));
  collector.add({
    code: 'LED-06',
    severity: 'warning',
    params: { added: added.length, gone: gone.length, names: names.join('、') },
  });
}
