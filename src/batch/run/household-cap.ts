import { formatYuan } from '../../domain/money.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { Entitlement } from '../../policy/assess/assessment.js';
import type { RunRequest } from './run-request.js';
import type { Settlement } from './settle.js';

/**
 * HHD-14: a household pool that this batch alone would break, nothing having been paid from it before. Null for every other cut:
 * LED-02 tells those.
 */
export function capOfBatch(
  { pack, history }: RunRequest,
  entitlement: Entitlement,
  settlement: Settlement,
): FindingDraft | null {
  if (entitlement.payee.kind !== 'household' || settlement.cutBy.length !== 1) return null;
  const limit = entitlement.limits.find(({ id, kind }) => kind === 'pool' && settlement.cutBy.includes(id));
  const step = settlement.steps.find(({ before, after }) => after < before);
  const pool = pack.pools.find(({ id }) => limit?.id === `pool:${id}`);
  if (limit === undefined || limit.maxAmount === null || step === undefined || pool === undefined) return null;
  const charged = history.charged(limit.key);
  if (charged.amount > 0 || charged.count > 0 || settlement.paidBefore > 0) return null;
  const names = pool.order.map((id) => pack.benefits.find((benefit) => benefit.id === id)?.name ?? id);
  return {
    code: 'HHD-14',
    severity: 'warning',
    params: {
      due: formatYuan(step.used + step.before),
      cap: formatYuan(limit.maxAmount),
      order: names.join('、'),
      benefit: entitlement.benefit,
      amount: formatYuan(settlement.amount + settlement.offset),
    },
  };
}
