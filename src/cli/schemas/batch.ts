import { z } from 'zod';
import { count, MONTH, object, SHA256, STATE, text, textOrNull, YUAN } from './values.js';

/** `batch.json` and `run --format json`: the receipt of a batch. */
export const RECEIPT = object({
  format: z.literal('butie-receipt/1'),
  batch_id: text,
  state: STATE,
  content_hash: SHA256,
  policy: object({ id: text, version: text, sha256: SHA256, name: text }),
  period: MONTH,
  name: text,
  as_of: text,
  readings: z.array(
    object({
      id: text,
      question: text,
      chosen: text,
      default: text,
      impacts: z.array(object({ alternative: text, payees: count, difference: YUAN })),
    }),
  ),
  parameters: z.record(text, z.unknown()),
  inputs: z.array(object({ file: text, sha256: SHA256 })),
  counts: object({
    households: count,
    members: count,
    paid_payees: count,
    lines: count,
    held_households: count,
    considered: count,
    undecided: count,
    errors: count,
    warnings: count,
    infos: count,
    accepted: count,
    flags: count,
  }),
  total: object({ amount: YUAN, capital: text }),
  totals: z.array(object({ benefit_id: text, benefit: text, lines: count, amount: YUAN })),
  outputs: z.array(object({ file: text, sha256: SHA256, bytes: count })),
  tool: object({ name: text, version: text }),
});

/** One line of `trace.jsonl`, and one entry of `explain --batch … --format json`. */
export const TRACE = object({
  line_no: count.nullable(),
  benefit_id: text,
  benefit: text,
  payee_kind: z.enum(['household', 'person', 'organisation']),
  payee_id: textOrNull,
  payee_name: text,
  household_id: textOrNull,
  income_year: count.nullable(),
  outcome: text,
  held_by: z.array(z.unknown()),
  entitlement: YUAN.nullable(),
  paid_before: YUAN.nullable(),
  cut_by: z.array(z.unknown()),
  amount: YUAN,
  short_by: YUAN.nullable(),
  clause: text,
  quote: text,
  stages: z.array(
    object({
      stage: text,
      before: YUAN.nullable(),
      after: YUAN.nullable(),
      because: text,
      clause: textOrNull,
      cells: z.array(text),
    }),
  ),
});

export const BATCH = object({
  batch_id: text,
  policy_id: text,
  period: MONTH,
  name: text,
  state: STATE,
  lines: count,
  total: YUAN,
  content_hash: SHA256,
  maker: text,
  approver: textOrNull,
});

/** `batches --format json`. */
export const BATCHES = z.array(BATCH);

/** `show BATCH --format json`. */
export const SHOW = object({
  batch_id: text,
  policy_id: text,
  period: MONTH,
  name: text,
  state: STATE,
  lines: z.array(
    object({
      line_no: count,
      benefit_id: text,
      payee_kind: text,
      payee_id: text,
      payee_name: text,
      household_id: textOrNull,
      amount: YUAN,
      status: text,
      code: textOrNull,
      text: textOrNull,
      day: textOrNull,
      reversed: YUAN,
    }),
  ),
});

/** `policy list --format json`. */
export const POLICIES = z.array(
  object({
    id: text,
    version: text,
    name: text,
    name_en: text,
    document: text,
    status: text,
    window: z.array(text),
    benefits: z.array(text),
    sha256: SHA256,
    problems: count,
  }),
);
