import { z } from 'zod';
import type { Words } from '../../findings/finding.js';
import { BATCHES, POLICIES, RECEIPT, SHOW, TRACE } from './batch.js';
import { CHECK, MAP } from './check.js';
import { object, text } from './values.js';

/** What any command prints with `--format json` when it could not do its job (exit code 2). */
export const FAULT = object({
  error: object({ code: text, message: text }),
  errors: z.array(object({ code: text, message: text })).optional(),
});

export interface OutputSchema {
  readonly name: string;
  readonly schema: z.ZodType;
  /** Which output it describes. */
  readonly of: Words;
}

/** Every machine output that has a schema, by the name `butie schema` takes. */
export const OUTPUT_SCHEMAS: readonly OutputSchema[] = [
  {
    name: 'receipt',
    schema: RECEIPT,
    of: { zh: 'batch.json，run --format json', en: 'batch.json, run --format json' },
  },
  {
    name: 'trace',
    schema: TRACE,
    of: {
      zh: 'trace.jsonl 的一行，explain --batch --format json 的一项',
      en: 'a line of trace.jsonl, an entry of explain --batch --format json',
    },
  },
  { name: 'check', schema: CHECK, of: { zh: 'check --format json', en: 'check --format json' } },
  { name: 'map', schema: MAP, of: { zh: 'map --format json', en: 'map --format json' } },
  { name: 'batches', schema: BATCHES, of: { zh: 'batches --format json', en: 'batches --format json' } },
  { name: 'show', schema: SHOW, of: { zh: 'show --format json', en: 'show --format json' } },
  { name: 'policies', schema: POLICIES, of: { zh: 'policy list --format json', en: 'policy list --format json' } },
  {
    name: 'error',
    schema: FAULT,
    of: { zh: '退出码 2 时任何命令的 --format json', en: 'any command with --format json and exit code 2' },
  },
];

/** A schema as JSON Schema (draft 2020-12). */
export function jsonSchemaOf({ name, schema, of }: OutputSchema): Readonly<Record<string, unknown>> {
  return { title: `butie ${name}`, description: of.en, ...z.toJSONSchema(schema) };
}
