import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClawbackOffset } from '../../src/batch/run/clawback-offset.js';
import { Settler, settlementStages } from '../../src/batch/run/settle.js';
import { keptBack } from '../../src/domain/clawback.js';
import { chargeKey } from '../../src/domain/charge.js';
import { EMPTY_HISTORY, type Charged, type ChargedLine, type History } from '../../src/domain/history.js';
import type { Entitlement, LimitUse } from '../../src/policy/assess/assessment.js';

const POLICY = 'demo';
const POOL = chargeKey(POLICY, 'pool', 'household', 'H1', 'window');

function use(kind: LimitUse['kind'], scope: string, max: { amount?: number; count?: number } = {}): LimitUse {
  const key = scope === 'pool' ? POOL : chargeKey(POLICY, scope, 'household', 'H1', '2024');
  return {
    id: `${kind}:${scope}`,
    kind,
    key,
    maxAmount: max.amount ?? null,
    maxCount: max.count ?? null,
    clause: '二',
  };
}

function entitlement(benefitId: string, amount: number, limits: readonly LimitUse[]): Entitlement {
  return {
    benefitId,
    benefit: benefitId,
    payee: { kind: 'household', id: 'H1', name: '户主' },
    idNumber: null,
    householdId: 'H1',
    township: null,
    community: null,
    incomeYear: 2024,
    outcome: 'entitled',
    amount,
    stages: [],
    limits,
    account: { bankName: null, accountName: null, accountNumber: null },
    clause: '二',
    quote: '',
    shortBy: null,
  };
}

function paidLine(payeeId: string, charged: number, batch = 'old'): ChargedLine {
  return {
    batch,
    line: 1,
    policy: POLICY,
    benefit: 'b',
    payeeKind: 'household',
    payeeId,
    householdId: 'H1',
    personId: null,
    accountNumber: null,
    accountName: null,
    amount: charged,
    charged,
    inFlight: false,
    period: '2024-01',
  };
}

function history(entries: Readonly<Record<string, Charged>>): History {
  return { ...EMPTY_HISTORY, charged: (key) => entries[key] ?? EMPTY_HISTORY.charged(key) };
}

describe('settling one entitlement', () => {
  it('pays the whole entitlement when nothing was paid', () => {
    const wage = entitlement('wage', 300000, [use('benefit', 'wage')]);
    const settled = new Settler(EMPTY_HISTORY).settle(wage);
    expect(settled).toMatchObject({ amount: 300000, paidBefore: 0, cutBy: [], overpaid: 0 });
    expect(settlementStages(wage, settled).map((stage) => stage.stage)).toEqual(['already-paid', 'rounded', 'payable']);
  });

  it('takes off what was paid for the same benefit and period first, then the room left in the pool', () => {
    const wage = use('benefit', 'wage');
    const past = history({
      [wage.key]: { amount: 200000, count: 0, lines: [paidLine('H1', 200000)] },
      [POOL]: { amount: 400000, count: 0, lines: [] },
    });
    const settled = new Settler(past).settle(
      entitlement('wage', 500000, [wage, use('pool', 'pool', { amount: 500000 })]),
    );
    expect(settled).toMatchObject({ amount: 100000, paidBefore: 200000, cutBy: ['pool:pool'] });
  });

  it('says nothing was cut when the payee has it all already', () => {
    const wage = use('benefit', 'wage');
    const past = history({
      [wage.key]: { amount: 500000, count: 0, lines: [] },
      [POOL]: { amount: 500000, count: 0, lines: [] },
    });
    const settled = new Settler(past).settle(
      entitlement('wage', 500000, [wage, use('pool', 'pool', { amount: 500000 })]),
    );
    expect(settled).toMatchObject({ amount: 0, cutBy: [], overpaid: 0 });
  });

  it('names an overpayment and never pays a negative amount', () => {
    const wage = use('benefit', 'wage');
    const past = history({ [wage.key]: { amount: 300000, count: 0, lines: [] } });
    const settled = new Settler(past).settle(entitlement('wage', 200000, [wage]));
    expect(settled).toMatchObject({ amount: 0, overpaid: 100000, charges: [] });
  });

  it('pays no difference under a once-for-life limit', () => {
    const workshop = use('benefit', 'workshop', { count: 1 });
    const once = use('limit', 'workshop', { count: 1 });
    const past = history({ [workshop.key]: { amount: 2000000, count: 1, lines: [] } });
    const settled = new Settler(past).settle(entitlement('workshop', 6000000, [workshop, once]));
    expect(settled).toMatchObject({ amount: 0, paidBefore: 2000000, cutBy: ['limit:workshop'] });
  });

  it('charges a key once when a limit stands on the benefit itself', () => {
    const once = { ...use('limit', 'travel', { count: 1 }), id: 'limit:once-per-year' };
    const settler = new Settler(EMPTY_HISTORY);
    const first = settler.settle(entitlement('travel', 80000, [use('benefit', 'travel'), once]));
    expect(first.charges).toEqual([{ key: once.key, amount: 80000, count: 1, maxAmount: 80000, maxCount: 1 }]);
    expect(settler.settle(entitlement('travel', 80000, [use('benefit', 'travel'), once])).amount).toBe(0);
  });

  it('caps the charge of the benefit at the entitlement, so that a second draft cannot be approved', () => {
    const [charge] = new Settler(EMPTY_HISTORY).settle(entitlement('wage', 200000, [use('benefit', 'wage')])).charges;
    expect(charge).toMatchObject({ amount: 200000, maxAmount: 200000 });
  });
});

describe('settling per worker or trainee', () => {
  const unitKey = (id: string): string => chargeKey(POLICY, 'broker', 'worker', id, 'life');
  const worker = (id: string): { id: string; amount: number; limits: LimitUse[] } => ({
    id,
    amount: 20000,
    limits: [
      { id: 'limit:once-per-worker', kind: 'limit', key: unitKey(id), maxAmount: null, maxCount: 1, clause: '三' },
    ],
  });

  it('pays each new worker once, counts what this broker already got, and cuts what another broker got', () => {
    const past = history({
      [unitKey('A')]: { amount: 20000, count: 1, lines: [paidLine('H1', 20000)] },
      [unitKey('B')]: { amount: 20000, count: 1, lines: [paidLine('OTHER', 20000)] },
    });
    const settler = new Settler(past);
    const units = ['A', 'B', 'C'].map(worker);
    const settled = settler.settle({ ...entitlement('broker', 60000, [use('benefit', 'broker')]), units });
    expect(settled).toMatchObject({ amount: 20000, paidBefore: 20000, cutBy: ['limit:once-per-worker'] });
    const again = settler.settle({ ...entitlement('broker', 60000, [use('benefit', 'broker2')]), units });
    expect(again.amount).toBe(0);
  });

  it('shares the cap of a trainee between courses and institutions', () => {
    const cap: LimitUse = {
      id: 'limit:trainee',
      kind: 'limit',
      key: chargeKey(POLICY, 'catering', 'person', 'T', 'life'),
      maxAmount: 50000,
      maxCount: null,
      clause: '四',
    };
    const course = (start: string): LimitUse => ({
      id: 'benefit:course',
      kind: 'benefit',
      key: chargeKey(POLICY, 'catering', 'course', `T@${start}`, 'life'),
      maxAmount: null,
      maxCount: null,
      clause: '四',
    });
    const units = ['2023-01-01', '2023-02-01', '2023-03-01'].map((start) => ({
      id: `T@${start}`,
      amount: 30000,
      limits: [course(start), cap],
    }));
    const settled = new Settler(EMPTY_HISTORY).settle({
      ...entitlement('catering', 90000, [use('benefit', 'catering')]),
      units,
    });
    expect(settled).toMatchObject({ amount: 50000, cutBy: ['limit:trainee'] });
  });
});

describe('pools over a whole run', () => {
  it('never pays more than the pool, whatever the order, history and amounts', () => {
    const cents = fc.integer({ min: 0, max: 600000 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 6 }), cents, cents, (amounts, paid, max) => {
        const past = history({ [POOL]: { amount: paid, count: 0, lines: [] } });
        const settler = new Settler(past);
        let total = 0;
        amounts.forEach((amount, index) => {
          const settled = settler.settle(
            entitlement(`b${index}`, amount, [use('benefit', `b${index}`), use('pool', 'pool', { amount: max })]),
          );
          expect(settled.amount).toBeGreaterThanOrEqual(0);
          expect(settled.amount).toBeLessThanOrEqual(amount);
          expect(settled.amount < amount).toBe(settled.cutBy.length > 0);
          expect(settled.charges.every((charge) => charge.amount === settled.amount)).toBe(true);
          expect(settled.steps[settled.steps.length - 1]?.after).toBe(settled.amount);
          total += settled.amount;
        });
        expect(total).toBeLessThanOrEqual(Math.max(0, max - paid));
        const wanted = amounts.reduce((sum, amount) => sum + amount, 0);
        expect(total).toBe(Math.min(wanted, Math.max(0, max - paid)));
      }),
    );
  });
});

describe('offsetting an open clawback', () => {
  const wage = entitlement('wage', 300000, [use('benefit', 'wage')]);
  const owing = (amount: number): History => ({ ...EMPTY_HISTORY, openClawback: () => amount });

  it('sends what is left and counts the benefit as paid in full', () => {
    const history = owing(100000);
    const settled = new ClawbackOffset(history).apply(wage, new Settler(history).settle(wage));
    expect(settled).toMatchObject({ amount: 200000, offset: 100000, cutBy: ['offset:clawback'] });
    expect(settled.charges.map(({ amount }) => amount)).toEqual([300000, 100000]);
    expect(settlementStages(wage, settled).map(({ after }) => after)).toEqual([300000, 200000, 200000, 200000]);
  });

  it('keeps a debt back once, however many benefits are due', () => {
    const history = owing(100000);
    const [settler, offset] = [new Settler(history), new ClawbackOffset(history)];
    const business = entitlement('business', 200000, [use('benefit', 'business')]);
    const kept = [wage, business].map((one) => offset.apply(one, settler.settle(one)).offset);
    expect(kept).toEqual([100000, 0]);
  });

  it('sends nothing where the debt takes everything, and uses the due up all the same', () => {
    const history = owing(900000);
    const settled = new ClawbackOffset(history).apply(wage, new Settler(history).settle(wage));
    expect(settled.amount).toBe(0);
    expect(settled.charges.map(({ amount }) => amount)).toEqual([300000, 300000]);
    expect(keptBack(settled.charges)).toBe(300000);
  });
});
