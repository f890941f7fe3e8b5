/**
 * Money inside the program: a whole number of 分. Yuan exist only at the edges, as text with exactly two decimals
 * (src/CONTRACT.md §2). Adding yuan as floats judges 9 % of households on the line wrongly.
 */
export type Fen = number;

/** 1 yuan in 分. */
export const FEN_PER_YUAN = 100;

/** Returns `value` unchanged. Throws RangeError when it is not a safe whole number of 分. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole, safe amount in fen: ${value}`);
  return value;
}

/** Sum of amounts in 分. Throws RangeError when the sum leaves the safe range. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** `200000` → `"2000.00"`; negative amounts carry a leading minus. No thousands separators. */
export function formatYuan(amount: Fen): string {
  const absolute = Math.abs(fen(amount));
  const cents = String(absolute % FEN_PER_YUAN).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${Math.trunc(absolute / FEN_PER_YUAN)}.${cents}`;
}

/** For people: `2000.00` → `2,000.00`. Never used in CSV or JSON. */
export function formatYuanGrouped(amount: Fen): string {
  const [whole = '', cents = '00'] = formatYuan(Math.abs(amount)).split('.');
  return `${amount < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/**
 * Exact decimal yuan text as written by programs (`"2000.00"`, `"-5.5"`, `"8000"`) to 分.
 * Returns null for anything else, more than two decimals included. Clerks' spellings are read in tables/values.
 */
export function parseYuan(text: string): Fen | null {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const amount = Number(match[2]) * FEN_PER_YUAN + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return match[1] === '-' && amount !== 0 ? -amount : amount;
}
