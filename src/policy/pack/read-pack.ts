import type { Pack, PackProblem } from './pack.js';
import { schemaProblems } from './pack-problems.js';
import { withRole } from './flag-role.js';
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
 */
export function parsePack(text: string, file: string): PackReading {
  const yaml = readYaml(text, file);
  if (yaml.problems !== null) return { pack: null, problems: yaml.problems };
  const { data, places } = yaml;
  const parsed = PackSchema.safeParse(data);
  if (!parsed.success) return { pack: null, problems: schemaProblems(parsed.error.issues, data, places) };
  const problems = packProblems(parsed.data, places);
  const pack = { ...parsed.data, flags: parsed.data.flags.map(withRole) };
  return { pack: problems.length === 0 ? pack : null, problems };
}
