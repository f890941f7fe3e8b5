import type { OpeningBenefit } from '../../batch/bank/opening-history.js';
import type { PayeeKind } from '../../domain/charge.js';
import { pastLimits } from '../../policy/cases/past-charges.js';
import type { Pack } from '../../policy/pack/pack.js';
import type { Benefit } from '../../policy/pack/schema.js';
import { payeeOfCode } from '../../policy/scopes/organisation-scopes.js';

/** The benefits of a pack as opening history needs them: an old payment charges the keys that a run will ask for. */
export function openingBenefits(pack: Pack): OpeningBenefit[] {
  return pack.benefits.map((benefit) => {
    const payeeKind = payeeKindOf(benefit);
    const unit = unitOf(benefit);
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

function payeeKindOf({ for: { each } }: Benefit): PayeeKind {
  switch (each) {
    case 'household':
      return 'household';
    case 'job':
    case 'business':
    case 'training':
      return 'person';
    case 'organisation':
    case 'broker':
    case 'institution':
      return 'organisation';
  }
}

/** What a benefit that is counted one by one counts. */
function unitOf({ rule, for: { each } }: Benefit): 'worker' | 'course' | null {
  if (rule.kind !== 'per-unit') return null;
  return each === 'institution' ? 'course' : 'worker';
}
