import type { OpeningBenefit } from '../../batch/bank/opening-history.js';
import { pastLimits } from '../../policy/cases/past-charges.js';
import type { Pack } from '../../policy/pack/pack.js';
import { scopeOf } from '../../policy/scopes/index.js';
import { payeeOfCode } from '../../policy/scopes/organisation-payee.js';

/** The benefits of a pack as opening history needs them: an old payment charges the keys that a run will ask for. */
export function openingBenefits(pack: Pack): OpeningBenefit[] {
  return pack.benefits.map((benefit) => {
    const { payee: payeeKind, counts } = scopeOf(benefit.for.each);
    const unit = benefit.rule.kind === 'per-unit' ? (counts ?? null) : null;
    return {
      id: benefit.id,
      name: benefit.name,
      payeeKind,
      clause: `${pack.document.number} ${benefit.clause}`,
      yearly: benefit.every !== 'life',
      limitsOf: ({ id }, year, unitId) =>
        pastLimits(pack, { benefit: benefit.id, payee: id, year, amount: 0, unit: unitId }, {}),
      ...(payeeKind === 'organisation' ? { payeeOf: payeeOfCode } : {}),
      ...(unit === null ? {} : { unit }),
    };
  });
}
