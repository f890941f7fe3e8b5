import { z } from 'zod';
import { Day, Id, Text } from '../kinds/rule-parts.js';

const Words = z.array(Text).min(1);
/** A day, or month and day of the assessment year, on which an age counts. */
const AgeOn = z.union([Day, z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)], { error: 'age-on' });

/** What makes two claims of a person the same one, which is paid once. */
export const CLAIM_PARTS = ['item', 'level', 'from'] as const;

/** Whom a benefit is considered for; what each is made of stands in its file under `scopes/`. */
export const For = z.discriminatedUnion(
  'each',
  [
    z.strictObject({ each: z.literal('household') }),
    z.strictObject({ each: z.literal('member'), ageOn: AgeOn.optional() }),
    z.strictObject({ each: z.literal('job') }),
    z.strictObject({ each: z.literal('business') }),
    z.strictObject({ each: z.literal('training'), kinds: Words }),
    z.strictObject({
      each: z.literal('application'),
      /** Words of 补贴项目 that this benefit pays. */
      kinds: Words,
      /** Unit in which the quantity must be stated. */
      unit: Text.optional(),
      /** What makes two rows the same claim; all three where left out. */
      once: z.array(z.enum(CLAIM_PARTS)).min(1).optional(),
      ageOn: AgeOn.optional(),
    }),
    z.strictObject({
      each: z.literal('organisation'),
      kinds: Words,
      /** Whom the fact `workers` counts. */
      workers: z
        .strictObject({
          categories: Words.optional(),
          minMonths: Id.optional(),
          joinedBy: z.literal('owner').optional(),
        })
        .optional(),
    }),
    z.strictObject({ each: z.literal('broker'), kinds: Words }),
    z.strictObject({ each: z.literal('institution'), trainings: Words, kinds: Words }),
  ],
  { error: 'for' },
);
export type For = z.infer<typeof For>;
/** What a benefit says of one scope. */
export type ForEach<Each extends For['each']> = Extract<For, { each: Each }>;
