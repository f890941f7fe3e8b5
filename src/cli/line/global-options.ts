import type { OptionSpec } from './command.js';

/** Options that every command takes, also before the command's name. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--lang <zh|en>',
    choices: ['zh', 'en'],
    text: {
      zh: '显示语言；其次看 BUTIE_LANG 和配置文件，默认 zh',
      en: 'language; then BUTIE_LANG, config, default zh',
    },
  },
  {
    flags: '--reveal',
    text: {
      zh: '在屏幕和问题清单里显示完整证件号、账号（会记入回执）',
      en: 'show full ID and account numbers on screen and in findings (recorded)',
    },
  },
  { flags: '-q, --quiet', text: { zh: '只显示结果和错误', en: 'results and errors only' } },
  { flags: '-v, --verbose', text: { zh: '显示更多过程信息', en: 'say more about what is done' } },
  { flags: '--no-color', text: { zh: '不用颜色（也可设 NO_COLOR）', en: 'no colours (or set NO_COLOR)' } },
  {
    flags: '--config <FILE>',
    text: { zh: '配置文件，默认当前文件夹的 butie.config.json', en: 'config file, default ./butie.config.json' },
  },
  { flags: '-h, --help', text: { zh: '显示帮助', en: 'show help' } },
];

/** `-q, --quiet` → `quiet`; `--no-color` → `no-color`; `--lang <zh|en>` → `lang`. */
export function optionName(flags: string): string {
  return /--([a-z][a-z-]*)/.exec(flags)?.[1] ?? flags;
}

/** `-q, --quiet` → `q`, or null. */
export function shortName(flags: string): string | null {
  return /^-([a-zA-Z])\b/.exec(flags)?.[1] ?? null;
}

/** Whether the option is followed by a value. */
export function takesValue(flags: string): boolean {
  return flags.includes('<');
}
