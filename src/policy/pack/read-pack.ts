import type { Pack, PackProblem } from './pack.js';
import { schemaProblems } from './pack-problems.js';
import { withRole } from './flag-role.js';
import { extended, extensionProblems } from './extend.js';
import { PackSchema } from './schema.js';
import { packProblems } from './validate.js';
import { readYaml } from './yaml-data.js';

/** A pack, or null with everything that is wrong with its text. */
export interface PackReading {
  readonly pack: Pack | null;
  readonly problems: readonly PackProblem[];
}

/**
 * Reads the YAML text of a pack. Strict: an unknown key, a duplicate key, a wrong unit, a gap or overlap in bands or time,
 * an unquoted amount, a missing citation or an undefined name is a problem with line and column, and there is no pack.
 * `base` is the pack that it extends, see {@link extendsOf}; null where that does not exist.
 */
export function parsePack(text: string, file: string, base: Pack | null = null): PackReading {
  const yaml = readYaml(text, file);
  if (yaml.problems !== null) return { pack: null, problems: yaml.problems };
  const { data, places } = yaml;
  const parsed = PackSchema.safeParse(data);
  if (!parsed.success) return { pack: null, problems: schemaProblems(parsed.error.issues, data, places) };
  const whole = extended(parsed.data, base);
  const problems = [...extensionProblems(parsed.data, base, places), ...packProblems(whole, places)];
  const pack = { ...whole, flags: whole.flags.map(withRole) };
  return { pack: problems.length === 0 ? pack : null, problems };
}

/** The id after `extends:` in the text of a pack, before anyone has looked at it; null where there is none. */
export function extendsOf(text: string): string | null {
  return /^extends:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? null;
}
