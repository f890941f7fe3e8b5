import { LineCounter, parseDocument } from 'yaml';
import type { Pack, PackProblem } from './pack.js';
import { PackPlaces, schemaProblems } from './pack-problems.js';
import { withRole } from './flag-role.js';
import { PackSchema } from './schema.js';
import { packProblems } from './validate.js';

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const places = new PackPlaces(file, document, lines);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) =>
      error.code === 'DUPLICATE_KEY'
        ? places.at(error.pos[0], '同一个键写了两次，请删去一个', 'the same key is written twice; delete one')
        : places.at(
            error.pos[0],
            `文件格式有误，请检查缩进、冒号和引号（${error.code}）`,
            `not valid YAML: ${error.message}`,
          ),
    );
    return { pack: null, problems };
  }
  const data: unknown = document.toJS();
  const parsed = PackSchema.safeParse(data);
  if (!parsed.success) return { pack: null, problems: schemaProblems(parsed.error.issues, data, places) };
  const problems = packProblems(parsed.data, places);
  const pack = { ...parsed.data, flags: parsed.data.flags.map(withRole) };
  return { pack: problems.length === 0 ? pack : null, problems };
}
