import { readResource } from '../../io/resources.js';
import { earlyLang } from './early-lang.js';

/** The build's last step renders the help of the program in every language into this file, beside the compiled code. */
export const RENDERED_HELP = 'dist/cli/line/rendered-help.json';

/** Help in the language asked for, or null when the build has not rendered it. */
export function readRenderedHelp(words: readonly string[]): string | null {
  try {
    const texts: unknown = JSON.parse(readResource(RENDERED_HELP)?.toString('utf8') ?? 'null');
    if (typeof texts !== 'object' || texts === null) return null;
    const text: unknown = Object.entries(texts).find(([lang]) => lang === earlyLang(words))?.[1];
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
