import type { SettledEntitlement } from '../../batch/run/run-result.js';

type Stage = SettledEntitlement['stages'][number];

/** Why somebody who was considered gets nothing. */
export type NotPaidWhy = 'held' | 'undecided' | 'not-eligible' | 'used-up' | 'stopped';

export interface NotPaid {
  readonly settled: SettledEntitlement;
  readonly why: NotPaidWhy;
}

/** Dues of payees that get no line at all, in paying order: one for each benefit that they were considered for. */
export function notPaid(settled: readonly SettledEntitlement[]): NotPaid[] {
  const keyOf = ({ entitlement: { payee } }: SettledEntitlement): string => `${payee.kind}:${payee.id}`;
  const paid = new Set<string>();
  for (const one of settled) if (one.amount > 0) paid.add(keyOf(one));
  return settled.filter((one) => !paid.has(keyOf(one))).map((one) => ({ settled: one, why: whyOf(one) }));
}

function whyOf({ heldBy, entitlement: { outcome }, stages }: SettledEntitlement): NotPaidWhy {
  if (heldBy.length > 0) return 'held';
  if (outcome === 'undecided') return 'undecided';
  if (outcome !== 'entitled') return 'not-eligible';
  // A run that pays nobody because somebody is held settles nothing.
  return stages.some(({ stage }) => stage === 'payable') ? 'used-up' : 'stopped';
}

/** The step that took the last of it: where an amount became nothing, else the last. */
export function decidingStage({ stages }: SettledEntitlement): Stage | null {
  return stages.find(({ before, after }) => before !== null && before > 0 && after === 0) ?? stages.at(-1) ?? null;
}

export const NOT_PAID_WORDS: Readonly<Record<NotPaidWhy, { readonly zh: string; readonly en: string }>> = {
  held: { zh: '因错误暂停', en: 'held by errors' },
  undecided: { zh: '无法判定', en: 'cannot decide' },
  'not-eligible': { zh: '不够条件', en: 'conditions not met' },
  'used-up': { zh: '以前已发或已到限额', en: 'paid before, or a cap is reached' },
  stopped: { zh: '有错误时整批不发', en: 'nothing is paid while anything is held' },
};
