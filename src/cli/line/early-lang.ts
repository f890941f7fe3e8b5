import type { Lang } from '../../findings/finding.js';
import { readConfigSync } from '../../io/config-file.js';

/** `zh` or `en`, or null for anything else. */
export function asLang(text: unknown): Lang | null {
  return text === 'zh' || text === 'en' ? text : null;
}

/** Value of `--name X` or `--name=X` anywhere before `--`: needed before the line is parsed, to speak at all. */
export function peekOption(words: readonly string[], name: string): string | null {
  const end = words.indexOf('--');
  const until = end < 0 ? words.length : end;
  for (let i = until - 1; i >= 0; i--) {
    const word = words[i] ?? '';
    if (word === `--${name}` && i + 1 < until) return words[i + 1] ?? null;
    if (word.startsWith(`--${name}=`)) return word.slice(name.length + 3);
  }
  return null;
}

/** Language of what is said before the options are settled: `--lang`, BUTIE_LANG, config, else zh. Never complains. */
export function earlyLang(words: readonly string[]): Lang {
  return asLang(peekOption(words, 'lang')) ?? asLang(process.env['BUTIE_LANG']) ?? configLang(words) ?? 'zh';
}

function configLang(words: readonly string[]): Lang | null {
  const config = readConfigSync(peekOption(words, 'config') ?? 'butie.config.json');
  return typeof config === 'object' && config !== null && 'lang' in config ? asLang(config.lang) : null;
}
