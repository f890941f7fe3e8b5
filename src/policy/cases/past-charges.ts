import type { Payee } from '../../domain/charge.js';
import { EMPTY_HISTORY, type Charged, type ChargedLine, type History } from '../../domain/history.js';
import { yearOf } from '../../domain/calendar.js';
import { parseYuan, type Fen } from '../../domain/money.js';
import type { LimitUse } from '../assess/assessment.js';
import type { Period } from '../facts/fact.js';
import { limitsOf, limitTerms, unitLimitsOf } from '../assess/limits.js';
import type { Pack } from '../pack/pack.js';
import { scopeOf } from '../scopes/index.js';
import { payeeOfCode } from '../scopes/organisation-payee.js';
import { Settings } from '../pack/settings.js';

/** One earlier payment as a case or an opening history tells it. */
export interface PastPayment {
  readonly benefit: string;
  readonly payee: string;
  /** Income or calendar year; null for benefits that are once for life. */
  readonly year: number | null;
  readonly amount: Fen;
  /** Worker or trainee it was for, where the benefit is limited per person. */
  readonly unit: string | null;
  /** Day within the month, quarter, half-year or term that it was for, where the benefit is due more than once a year. */
  readonly on?: string | null;
  /** Household of a person, for pools that a household shares. */
  readonly householdId?: string | null;
}

/**
 * What an earlier payment of this pack uses up: the same keys an entitlement of today would name. Gives nothing for a
 * benefit the pack does not have.
 */
export function pastLimits(pack: Pack, payment: PastPayment, readings: Readonly<Record<string, string>>): LimitUse[] {
  const benefit = pack.benefits.find(({ id }) => id === payment.benefit);
  if (benefit === undefined) return [];
  const settings = new Settings(pack, readings);
  const day = payment.on ?? null;
  const period: Period = {
    year: payment.year ?? (day === null ? null : yearOf(day)),
    from: day ?? pack.window.from,
    to: day ?? pack.window.to,
    position: 'inside',
  };
  const parameter = (id: string): number | null => settings.parameter(id, period);
  const surroundings = { pack, period, settings, parameter };
  const terms = limitTerms(benefit, surroundings);
  const owner = { payee: payeeOf(pack, payment), householdId: payment.householdId ?? null };
  const limits = limitsOf(terms, owner);
  if (payment.unit === null) return limits;
  const [personId = payment.unit] = payment.unit.split('@');
  const known = new Set(limits.map(({ key }) => key));
  const own = unitLimitsOf(benefit, surroundings, { personId, unitId: payment.unit }, owner, terms);
  return [...limits, ...own.filter(({ key }) => !known.has(key))];
}

function payeeOf(pack: Pack, { benefit, payee }: PastPayment): Payee {
  const each = pack.benefits.find(({ id }) => id === benefit)?.for.each;
  const kind = each === undefined ? 'person' : scopeOf(each).payee;
  return kind === 'organisation' ? payeeOfCode(payee, '') : { kind, id: payee, name: '' };
}

/** A history that knows only the given payments. */
export function historyOf(
  pack: Pack,
  payments: readonly PastPayment[],
  readings: Readonly<Record<string, string>>,
): History {
  const charged = new Map<string, Charged>();
  payments.forEach((payment, i) => {
    const line: ChargedLine = {
      batch: `${pack.id}.history`,
      line: i + 1,
      policy: pack.id,
      benefit: payment.benefit,
      payeeKind: payeeOf(pack, payment).kind,
      payeeId: payment.payee,
      householdId: null,
      personId: null,
      accountNumber: null,
      accountName: null,
      amount: payment.amount,
      inFlight: false,
      period: pack.window.from.slice(0, 7),
      charged: payment.amount,
    };
    for (const limit of pastLimits(pack, payment, readings)) {
      const known = charged.get(limit.key) ?? { amount: 0, count: 0, lines: [] };
      charged.set(limit.key, {
        amount: known.amount + payment.amount,
        count: known.count + (limit.maxCount === null ? 0 : 1),
        lines: [...known.lines, line],
      });
    }
  });
  return { ...EMPTY_HISTORY, charged: (key) => charged.get(key) ?? EMPTY_HISTORY.charged(key) };
}

/** Yuan text of a case in 分; 0 when it is none (the case was checked when its pack was read). */
export function caseAmount(text: string): Fen {
  return parseYuan(text) ?? 0;
}
