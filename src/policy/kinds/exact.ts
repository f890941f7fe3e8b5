import type { Fen } from '../../domain/money.js';

/** A number without any loss: two thirds of an amount stays two thirds until it is rounded. */
export interface Exact {
  readonly over: bigint;
  /** Above zero. */
  readonly under: bigint;
}

export const NOTHING: Exact = { over: 0n, under: 1n };
export const ONE: Exact = { over: 1n, under: 1n };

/** A whole number, or one with decimals as it is written: 2.5 is five halves. */
export function exactNumber(value: number): Exact {
  return exactText(String(value)) ?? NOTHING;
}

/** `12`, `-0.5`, `2/3`; null when it is none of these. */
export function exactText(text: string): Exact | null {
  const share = /^(\d{1,9})\/([1-9]\d{0,8})$/.exec(text);
  if (share !== null) return { over: BigInt(share[1] ?? 0), under: BigInt(share[2] ?? 1) };
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, sign, units = '0', decimals = ''] = match;
  const over = BigInt(units + decimals);
  return { over: sign === '-' ? -over : over, under: 10n ** BigInt(decimals.length) };
}

export function times(a: Exact, b: Exact): Exact {
  return { over: a.over * b.over, under: a.under * b.under };
}

export function plus(a: Exact, b: Exact): Exact {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { over: -b.over, under: b.under });
}

/** Below zero when a < b, above when a > b. */
export function compared(a: Exact, b: Exact): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(a: Exact, b: Exact): Exact {
  return compared(a, b) <= 0 ? a : b;
}

export const ROUND_TO = ['fen', 'jiao', 'yuan', 'ten-yuan', 'hundred-yuan'] as const;
export const ROUND_HOW = ['down', 'half-up', 'up'] as const;
/** What an amount is rounded to, and how. */
export interface Rounding {
  readonly to: (typeof ROUND_TO)[number];
  readonly how: (typeof ROUND_HOW)[number];
}

const STEP: Readonly<Record<Rounding['to'], bigint>> = {
  fen: 1n,
  jiao: 10n,
  yuan: 100n,
  'ten-yuan': 1000n,
  'hundred-yuan': 10000n,
};

/** An amount from zero in 分, rounded as the document says. */
export function rounded(amount: Exact, { to, how }: Rounding): Fen {
  const step = STEP[to];
  const under = amount.under * step;
  // Doubling keeps a half exact where the divisor is odd.
  const steps =
    how === 'half-up'
      ? (amount.over * 2n + under) / (under * 2n)
      : (amount.over + (how === 'up' ? under - 1n : 0n)) / under;
  return Number(steps * step);
}

/** Whether it is a whole number of 分 already. */
export function isWhole({ over, under }: Exact): boolean {
  return over % under === 0n;
}

/** In plain figures with at most four decimals: for reading only. */
export function shownExact({ over, under }: Exact): string {
  const scaled = (over * 10000n * 2n + under) / (under * 2n);
  const units = scaled / 10000n;
  const decimals = String(scaled % 10000n)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return decimals === '' ? String(units) : `${units}.${decimals}`;
}
