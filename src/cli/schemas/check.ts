import { z } from 'zod';
import { count, object, text, textOrNull } from './values.js';

const CHECK_RUN = object({
  code: text,
  status: z.enum(['passed', 'found', 'not-run', 'failed']),
  found: count,
  reason: textOrNull,
});

export const FINDING = object({
  severity: z.enum(['error', 'warning', 'info']),
  code: text,
  name: text,
  file: textOrNull,
  sheet: textOrNull,
  cell: textOrNull,
  row: count.nullable(),
  column: textOrNull,
  header: textOrNull,
  household_id: textOrNull,
  person: textOrNull,
  value: textOrNull,
  message: text,
  why: text,
  how: text,
  effect: z.enum(['held', 'paid', 'ignored', 'accepted']),
});

/** `check FILES --format json`. */
export const CHECK = object({
  tool_version: text,
  lang: z.enum(['zh', 'en']),
  as_of: textOrNull,
  inputs: z.array(
    object({
      file: text,
      kind: textOrNull,
      encoding: textOrNull,
      bytes: count,
      tables: z.array(
        object({
          sheet: text,
          table: text,
          header_rows: z.tuple([count, count]),
          rows: count,
          columns: z.record(text, text),
        }),
      ),
    }),
  ),
  checks: z.array(CHECK_RUN),
  findings: z.array(FINDING),
  summary: object({ errors: count, warnings: count, infos: count, accepted: count, households: count, members: count }),
});

/** `map FILE --format json`. */
export const MAP = object({
  files: z.array(
    object({
      file: text,
      kind: textOrNull,
      encoding: textOrNull,
      tables: z.array(
        object({
          sheet: text,
          table: textOrNull,
          header_rows: z.array(count).nullable(),
          rows: count,
          columns: z.array(object({ column: text, header: text, path: z.array(text), field: textOrNull })),
        }),
      ),
    }),
  ),
});
