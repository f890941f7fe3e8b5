import { LineCounter, parseDocument } from 'yaml';
import type { PackProblem } from './pack.js';
import { PackPlaces } from './pack-problems.js';

/** The data of a YAML file with its places; or what is wrong with the text. */
export type YamlReading =
  | { readonly data: unknown; readonly places: PackPlaces; readonly problems: null }
  | { readonly problems: readonly PackProblem[] };

/** The longest pack there is has 60 000 characters. */
const LONGEST = 2_000_000;
/** A value may be written once and referred to (`*name`) this often. */
const MOST_ALIASES = 100;

/** Reads YAML text within bounds: references that multiply, and files of no sensible length, are told in words. */
export function readYaml(text: string, file: string): YamlReading {
  const whole = (zh: string, en: string): YamlReading => ({ problems: [{ file, line: 1, column: 1, zh, en }] });
  if (text.length > LONGEST)
    return whole(
      `文件应不超过 ${LONGEST} 字，现有 ${text.length} 字；政策文件只放规则和短引文`,
      `the file should have at most ${LONGEST} characters, has ${text.length}; a pack holds rules and short quotations`,
    );
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
    return { problems };
  }
  try {
    return { data: document.toJS({ maxAliasCount: MOST_ALIASES }), places, problems: null };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return whole(
      `引用（*名称）应不超过 ${MOST_ALIASES} 处、不互相套叠，也不能引用没有的名称；请直接写出内容`,
      `references (*name) should be at most ${MOST_ALIASES}, not nested in each other, and to names that exist; write the values out`,
    );
  }
}
