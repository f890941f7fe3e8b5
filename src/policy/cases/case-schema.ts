import { z } from 'zod';
import { AMOUNT_PATTERN, Day, Text } from '../kinds/rule-parts.js';

/** A column of the case's `each` table, as `$name`. */
const Placeholder = z.string().regex(/^\$[a-zA-Z]+$/);
const CaseAmount = z.union([z.string().regex(AMOUNT_PATTERN), Placeholder], { error: 'amount-quoted' });
const CaseCell = z.union([z.string(), z.int(), z.null()], { error: 'case-cell' });
const Rows = z.array(z.record(z.string(), CaseCell)).default([]);

/**
 * A worked example inside a pack: small rows by standard Chinese headers, and what must come out. 身份证号 may be a birth
 * date (`1990-01-01`, `1990-01-01#2`): a made-up number with that birth date is put in its place.
 */
export const caseSchema = z.strictObject({
  name: Text,
  asOf: z.union([Day, Placeholder], { error: 'day' }),
  readings: z.record(z.string(), z.string()).default({}),
  parameters: z.record(z.string(), z.string()).default({}),
  /** One run of the case for each row, with `$column` replaced in every cell and expectation. */
  each: z.strictObject({ columns: z.array(z.string()).min(1), rows: z.array(z.array(CaseCell)).min(1) }).optional(),
  住户: Rows,
  成员: Rows,
  经营: Rows,
  单位: Rows,
  用工: Rows,
  劳务输出: Rows,
  培训: Rows,
  服务: Rows,
  安置点: Rows,
  申请: Rows,
  指标填报: Rows,
  /** What was paid before. */
  history: z
    .array(
      z.strictObject({
        benefit: Text,
        payee: z.union([z.string(), z.int()]),
        year: z.union([z.int(), Placeholder]).optional(),
        /** A day of the month, quarter, half-year or term that it was for. */
        on: z.union([Day, Placeholder], { error: 'day' }).optional(),
        /** 户编号 of a person, for pools of households. */
        household: z.string().optional(),
        amount: CaseAmount,
        unit: z.string().optional(),
      }),
    )
    .default([]),
  expect: z.strictObject({
    /** Amount by benefit, all payees together, or by payee. */
    pays: z.record(z.string(), z.union([CaseAmount, z.record(z.string(), CaseAmount)])).default({}),
    outcomes: z.record(z.string(), z.string()).default({}),
    /** Exactly these flags: `zero-employment`, or `zero-employment?` when undecided. Not looked at when left out. */
    flags: z.array(z.string()).optional(),
    /** Codes that must be among the findings. */
    findings: z.array(z.string()).default([]),
  }),
});
export type PackCase = z.infer<typeof caseSchema>;
