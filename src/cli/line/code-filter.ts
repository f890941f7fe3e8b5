import { CHECKS } from '../../checks/index.js';
import type { OptionValues } from './option-values.js';
import { badValue } from './usage-faults.js';

/** Which findings are shown (`--select`, `--ignore`); what holds does not ask it. */
export type CodeFilter = (finding: { readonly code: string }) => boolean;

/** The filter of the line. Throws Fault for a word that is neither a code nor a family of codes. */
export function readCodeFilter(values: OptionValues): CodeFilter {
  const selected = codes('--select', values.list('select'));
  const ignored = codes('--ignore', values.list('ignore'));
  const fits = (code: string, words: readonly string[]): boolean =>
    words.some((word) => code === word || code.startsWith(`${word}-`));
  return ({ code }) => (selected.length === 0 || fits(code, selected)) && !fits(code, ignored);
}

function codes(option: string, texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.split(/[,，\s]+/)).filter((word) => word !== '');
  return words.map((word) => {
    const code = word.toUpperCase();
    if (CHECKS.some((check) => check.code === code || check.code.startsWith(`${code}-`))) return code;
    throw badValue(
      'bad-code',
      option,
      word,
      { zh: '问题代码，如 CEL-02，或一族，如 CEL', en: 'a code such as CEL-02, or a family such as CEL' },
      {
        zh: 'README 里有全部代码；butie explain 代码 说明一个',
        en: 'the README lists them; butie explain CODE tells one',
      },
    );
  });
}
