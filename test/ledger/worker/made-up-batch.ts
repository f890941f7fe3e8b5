import type { BatchContent, BatchOrigin } from '../../../src/domain/batch.js';
import { batchKey } from '../../../src/domain/batch-state.js';
import { chargeKey, type Charge, type PayeeKind } from '../../../src/domain/charge.js';
import { contentHash } from '../../../src/domain/content-hash.js';
import type { PayoutLine } from '../../../src/domain/payout.js';
import { residentIdCheck } from '../../../src/domain/resident-id.js';
import { packTraces } from '../../../src/ledger/traces.js';

export const AT = '2024-10-31T08:00:00.000Z';
export const POLICY = 'ningdong-2023-62';

/** A made-up person: region 640181, born 1980-01-01, order number from `n`; checksum computed. */
export function madeUpId(n: number): string {
  const first17 = `640181${1950 + (Math.floor(n / 999) % 50)}0101${String((n % 999) + 1).padStart(3, '0')}`;
  return first17 + residentIdCheck(first17);
}

export interface LineSketch {
  readonly household: number;
  readonly amount: number;
  readonly entitlement?: number;
  readonly benefit?: string;
  readonly year?: number;
  readonly account?: string | null;
  readonly kind?: PayeeKind;
  readonly pool?: number;
  readonly extraCharges?: readonly Charge[];
  readonly reissueOfLine?: number;
  readonly name?: string;
}

export function line(lineNo: number, sketch: LineSketch): PayoutLine {
  const { household, amount, entitlement = amount, benefit = 'employment-bonus', year = 2024, pool = 500_000 } = sketch;
  const id = `HH${String(household).padStart(6, '0')}`;
  const name = sketch.name ?? `张${household}`;
  return {
    lineNo,
    policyId: POLICY,
    benefitId: benefit,
    benefit: benefit === 'employment-bonus' ? '务工奖补' : '经营奖补',
    payee: { kind: sketch.kind ?? 'household', id, name },
    idNumber: madeUpId(household),
    householdId: id,
    township: '宁东镇',
    community: household % 2 === 0 ? '东苑社区' : '西苑社区',
    incomeYear: year,
    entitlement,
    paidBefore: entitlement - amount,
    cutBy: [],
    amount,
    account: {
      bankName: '宁东农商行',
      accountName: name,
      accountNumber: sketch.account === undefined ? `62284800${String(household).padStart(8, '0')}` : sketch.account,
    },
    clause: '宁东镇党发〔2023〕62号 二（三）2',
    basis: '24000.00 元 ≥ 8000 元 × 3 人',
    charges: [
      {
        key: chargeKey(POLICY, benefit, 'household', id, String(year)),
        amount,
        count: 0,
        maxAmount: entitlement,
        maxCount: null,
      },
      {
        key: chargeKey(POLICY, 'bonus-total', 'household', id, 'policy'),
        amount,
        count: 0,
        maxAmount: pool,
        maxCount: null,
      },
      ...(sketch.extraCharges ?? []),
    ],
    ...(sketch.reissueOfLine === undefined ? {} : { reissueOfLine: sketch.reissueOfLine }),
  };
}

export function content(
  period: string,
  sketches: readonly LineSketch[],
  options: { readonly name?: string; readonly reissueOf?: string; readonly policy?: string } = {},
): BatchContent {
  const name = options.name ?? 'main';
  const policyId = options.policy ?? POLICY;
  const lines = sketches.map((sketch, index) => line(index + 1, sketch));
  const body = {
    batchId: batchKey(policyId, period, name),
    policyId,
    policyVersion: '1',
    packHash: 'a'.repeat(64),
    period,
    name,
    asOf: `${period}-28`,
    readings: { 'income-year': 'oct-sep' },
    parameters: {},
    lines,
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    reissueOf: options.reissueOf ?? null,
  };
  return { ...body, contentHash: contentHash(body) };
}

export function origin(maker = '制单人', input = 'b'.repeat(64)): BatchOrigin {
  return {
    maker,
    inputs: [{ file: '住户.xlsx', sha256: input }],
    receipt: '{"batch":"…"}',
    traces: packTraces([[1, '{"stage":"payable","text":"䶮"}']]),
  };
}
