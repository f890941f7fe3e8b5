import { z } from 'zod';
import { PackSchema } from './schema.js';

/** JSON Schema of pack files, for editors; `pack.schema.json` is its checked-in copy. */
export function packJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(PackSchema, { io: 'input', unrepresentable: 'any' });
  return { ...schema, title: 'butie policy pack' };
}

/** Every key that a pack file may use somewhere. */
export function packKeys(): ReadonlySet<string> {
  const keys = new Set<string>();
  gather(packJsonSchema(), keys);
  return keys;
}

function gather(node: unknown, keys: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries<unknown>(node as Record<string, unknown>)) {
    if (name === 'properties' && typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) keys.add(key);
    gather(value, keys);
  }
}
