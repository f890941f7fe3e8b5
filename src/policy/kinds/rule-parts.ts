import { z } from 'zod';
import { isIsoDay } from '../../domain/calendar.js';

/** Message keys of schema.ts problems; put into words by problem-words.ts. */
export const AMOUNT_PATTERN = /^\d+\.\d{2}$/;

/** An id inside a pack: lower-case words joined by hyphens. */
export const Id = z.string({ error: 'id' }).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'id' });

/** An id of a reading's choice; may begin with a figure (16-60). */
export const ChoiceId = z.string({ error: 'id' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'id' });

/** Non-empty Chinese or English text. */
export const Text = z.string({ error: 'text' }).min(1, { error: 'text' }).max(2000, { error: 'text-long' });

/** Yuan with two decimals, quoted: "2000.00". */
export const Yuan = z.string({ error: 'amount-quoted' }).regex(AMOUNT_PATTERN, { error: 'amount-form' });

/** A real day, `YYYY-MM-DD`. */
export const Day = z.string({ error: 'day' }).refine((text) => isIsoDay(text), { error: 'day' });

/** Where a rule stands in its document, and a short literal quotation. Without both nothing may be paid. */
export const cited = {
  clause: z.string({ error: 'clause' }).min(1, { error: 'clause' }).max(200, { error: 'text-long' }),
  quote: z.string({ error: 'quote' }).min(4, { error: 'quote' }).max(2000, { error: 'text-long' }),
};

/** How often: once for life, or anew for every income or calendar year, half-year, quarter, month or school term. */
export const EVERY = ['life', 'income-year', 'calendar-year', 'half-year', 'quarter', 'month', 'semester'] as const;
export const Every = z.enum(EVERY, { error: 'every' });
export type Every = z.infer<typeof Every>;

/** A value that a reading decides: one alternative for each choice of the reading. */
export interface ByReading<T> {
  readonly byReading: string;
  readonly choices: Readonly<Record<string, T>>;
}

/** Either a plain value or one chosen by a reading. */
export type Chosen<T> = T | ByReading<T>;

/** Schema of {@link Chosen}. */
export function chosen<S extends z.ZodType>(
  value: S,
): z.ZodUnion<
  readonly [S, z.ZodObject<{ byReading: z.ZodString; choices: z.ZodRecord<z.ZodString, S> }, z.core.$strict>]
> {
  return z.union([value, z.strictObject({ byReading: z.string(), choices: z.record(z.string(), value) })] as const);
}

/** A value's type without the alternatives of a reading. */
export type Plain<V> = Exclude<V, { readonly byReading: string }>;

export function isByReading<V>(value: V): value is V & ByReading<Plain<V>> {
  return typeof value === 'object' && value !== null && 'byReading' in value;
}

/** The value under the chosen readings. The pack was validated: every choice has its alternative. */
export function pick<V>(value: V, reading: (id: string) => string): Plain<V> {
  if (!isByReading(value)) return value as Plain<V>;
  const choice = reading(value.byReading);
  const picked = value.choices[choice];
  if (picked === undefined) throw new RangeError(`no alternative for ${value.byReading}=${choice}`);
  return picked;
}

/** Every alternative of a value. */
export function alternatives<V>(value: V): readonly Plain<V>[] {
  return isByReading(value) ? Object.values(value.choices) : [value as Plain<V>];
}

/**
 * What a value comes to under the chosen reading. The reading is asked for only where its alternatives come to different
 * results, so that a run prices a reading for those alone whom it concerns.
 */
export function decide<V, Result extends string | number>(
  value: V,
  result: (plain: Plain<V>) => Result,
  reading: (id: string) => string,
): Result {
  if (!isByReading(value)) return result(value as Plain<V>);
  const results = new Set(Object.values(value.choices).map((plain) => result(plain)));
  const [only] = results;
  return results.size === 1 && only !== undefined ? only : result(pick(value, reading));
}
