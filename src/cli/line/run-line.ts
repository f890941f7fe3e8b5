import { isThere } from '../../io/roster-folder.js';
import type { CommandSpec } from './command.js';
import { check } from '../commands/check.js';
import { COMMANDS } from '../commands/index.js';
import { startedByIcon } from '../terminal/dropped.js';
import type { ExitCode } from './exit-code.js';
import { asLang, earlyLang } from './early-lang.js';
import { peekFlag, splitLine } from './global-words.js';
import { findCommand } from './find-command.js';

/**
 * Runs one command line and gives its exit code. Never throws: what went wrong is told on stderr (and, with
 * `--format json`, on stdout too).
 */
export async function runLine(words: readonly string[]): Promise<ExitCode> {
  const { leading, rest: given } = splitLine(words);
  // Files dropped on the program; a double click, which gives no words at all.
  if (given.length > 0 && given.every(isLonePath)) return await runDropped(leading, given);
  const rest = words.length === 0 && startedByIcon() ? ['desk'] : given;
  const asked = rest[0] === 'help' ? rest.slice(1) : rest;
  const wantsHelp = rest.length === 0 || rest[0] === 'help' || peekFlag(words, 'help');
  const spec = findCommand(asked);
  if (wantsHelp && (spec !== null || asked.length === 0) && onlyGlobals(leading)) {
    await printHelp(words, spec);
    return 0;
  }
  const { runCommand } = await import('./run-command.js');
  return await runCommand(spec, leading, asked);
}

async function runDropped(leading: readonly string[], paths: readonly string[]): Promise<ExitCode> {
  const { runCommand } = await import('./run-command.js');
  const spec = { ...check, load: () => import('../actions/dropped.js') };
  return await runCommand(spec, leading, ['check', '--annotate', ...paths]);
}

/** A word that is no command and stands for a file or folder that is there. */
function isLonePath(word: string): boolean {
  return findCommand([word]) === null && word !== 'help' && isThere(word);
}

/** Help is given at once when nothing before the command's name needs complaining about. */
function onlyGlobals(leading: readonly string[]): boolean {
  return leading.every(
    (word, i) => /^(-h|--help|--reveal|-q|--quiet|-v|--verbose|--no-color)$/.test(word) || isLang(leading, i),
  );
}

function isLang(leading: readonly string[], at: number): boolean {
  const word = leading[at] ?? '';
  if (word === '--lang') return asLang(leading[at + 1]) !== null;
  if (word.startsWith('--lang=')) return asLang(word.slice('--lang='.length)) !== null;
  return leading[at - 1] === '--lang';
}

async function printHelp(words: readonly string[], spec: CommandSpec | null): Promise<void> {
  const { commandHelp, rootHelp } = await import('./help.js');
  const lang = earlyLang(words);
  process.stdout.write(`${spec === null ? rootHelp(COMMANDS, lang) : commandHelp(spec, lang)}\n`);
}
