import { GLOBAL_OPTIONS, optionName, shortName, takesValue } from './global-options.js';

/** The command line cut in two: global options before the command's name, and the rest from the name on. */
export interface SplitLine {
  readonly leading: readonly string[];
  /** Command word and what follows it; empty when only options were given. */
  readonly rest: readonly string[];
}

/** Finds the command's name: the first word that is neither an option nor the value of a global option. */
export function splitLine(words: readonly string[]): SplitLine {
  const withValue = new Set(
    GLOBAL_OPTIONS.filter((option) => takesValue(option.flags)).map((option) => `--${optionName(option.flags)}`),
  );
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) break;
    at += withValue.has(word) ? 2 : 1;
  }
  return { leading: words.slice(0, at), rest: words.slice(at) };
}

/** Whether a flag without value stands anywhere before `--`. */
export function peekFlag(words: readonly string[], name: string): boolean {
  const end = words.indexOf('--');
  const flags = GLOBAL_OPTIONS.find((option) => optionName(option.flags) === name)?.flags ?? '';
  const short = shortName(flags);
  return words
    .slice(0, end < 0 ? words.length : end)
    .some((word) => word === `--${name}` || (short !== null && word === `-${short}`));
}
