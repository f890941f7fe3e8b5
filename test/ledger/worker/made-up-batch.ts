import type { BatchContent, BatchOrigin } from '../../../src/domain/batch.js';
import { batchKey } from '../../../src/domain/batch-state.js';
import { clawbackKey, type OffsetEntry } from '../../../src/domain/clawback.js';
import { chargeKey, type Charge, type PayeeKind } from '../../../src/domain/charge.js';
import { contentHash } from '../../../src/domain/content-hash.js';
import type { PayoutLine } from '../../../src/domain/payout.js';
import { residentIdCheck } from '../../../src/domain/resident-id.js';
import { packTraces } from '../../../src/ledger/store/traces.js';

export const AT = '2024-10-31T08:00:00.000Z';
export const POLICY = 'ningdong-2023-62';

/** A made-up person, another one for every `n` below 300 million: order number, year, month, day and region from `n`. */
export function madeUpId(n: number): string {
  const digits = (unit: number, count: number, from: number, width: number): string =>
    String((Math.floor(n / unit) % count) + from).padStart(width, '0');
  const born = `${digits(999, 50, 1950, 4)}${digits(49_950, 12, 1, 2)}${digits(599_400, 28, 1, 2)}`;
  const first17 = `6401${digits(16_783_200, 19, 81, 2)}${born}${digits(1, 999, 1, 3)}`;
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
  /** Kept back for a debt beside what is sent. */
  readonly keep?: number;
}

/** A due that a debt takes whole. */
export interface OffsetSketch {
  readonly household: number;
  readonly amount: number;
  readonly benefit?: string;
}

function debtCharge(household: string, amount: number): Charge {
  return { key: clawbackKey('household', household), amount, count: 0, maxAmount: null, maxCount: null };
}

export function offsetEntry(offsetNo: number, sketch: OffsetSketch): OffsetEntry {
  const due = line(1, sketch);
  return {
    offsetNo,
    policyId: due.policyId,
    benefitId: due.benefitId,
    benefit: due.benefit,
    payee: due.payee,
    idNumber: due.idNumber,
    householdId: due.householdId,
    township: due.township,
    community: due.community,
    incomeYear: due.incomeYear,
    entitlement: due.entitlement,
    paidBefore: 0,
    cutBy: ['offset:clawback'],
    amount: sketch.amount,
    clause: due.clause,
    basis: due.basis,
    charges: [...due.charges, debtCharge(due.payee.id, sketch.amount)],
  };
}

export function line(lineNo: number, sketch: LineSketch): PayoutLine {
  const { household, amount, keep = 0, benefit = 'employment-bonus', year = 2024, pool = 500_000 } = sketch;
  const due = amount + keep;
  const { entitlement = due } = sketch;
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
    paidBefore: entitlement - due,
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
        amount: due,
        count: 0,
        maxAmount: entitlement,
        maxCount: null,
      },
      {
        key: chargeKey(POLICY, 'bonus-total', 'household', id, 'policy'),
        amount: due,
        count: 0,
        maxAmount: pool,
        maxCount: null,
      },
      ...(keep === 0 ? [] : [debtCharge(id, keep)]),
      ...(sketch.extraCharges ?? []),
    ],
    ...(sketch.reissueOfLine === undefined ? {} : { reissueOfLine: sketch.reissueOfLine }),
  };
}

export function content(
  period: string,
  sketches: readonly LineSketch[],
  options: {
    readonly name?: string;
    readonly reissueOf?: string;
    readonly policy?: string;
    readonly offsets?: readonly OffsetSketch[];
  } = {},
): BatchContent {
  const name = options.name ?? 'main';
  const policyId = options.policy ?? POLICY;
  const lines = sketches.map((sketch, index) => line(index + 1, sketch));
  const offsets = (options.offsets ?? []).map((own, index) => offsetEntry(index + 1, own));
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
    ...(offsets.length === 0 ? {} : { offsets }),
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
