const MAX_LENGTH = 31;

/**
 * Gives out sheet names that Excel takes: no `[ ] : * ? / \`, no apostrophe at either end, at most 31 characters,
 * never the reserved "History", unique without regard to case.
 */
export class SheetNames {
  readonly #taken = new Set<string>();

  /** The name to use for `wanted`; `suffix` (续表2) is kept whole when the name must be cut. */
  claim(wanted: string, suffix = ''): string {
    const base = clean(wanted);
    for (let copy = 1; ; copy++) {
      const tail = copy === 1 ? suffix : `${suffix}(${copy})`;
      const name = trimApostrophes(cut(base, MAX_LENGTH - tail.length)) + tail;
      const key = name.toLowerCase();
      if (key === 'history' || this.#taken.has(key)) continue;
      this.#taken.add(key);
      return name;
    }
  }
}

function clean(name: string): string {
  const text = trimApostrophes(name.replace(/[[\]:*?/\\\u0000-\u001F]/g, '_').trim());
  return text === '' ? '表' : text;
}

function trimApostrophes(text: string): string {
  return text.replace(/^'+|'+$/g, '');
}

/** Cuts by code point, so that no character is halved; `length` counts UTF-16 units as Excel does. */
function cut(text: string, length: number): string {
  let result = '';
  for (const character of text) {
    if (result.length + character.length > length) break;
    result += character;
  }
  return result;
}
