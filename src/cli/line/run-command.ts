import { join } from 'node:path';
import { readTextIfExists } from '../../io/text-file.js';
import type { CommandSpec } from './command.js';
import { COMMANDS } from '../commands/index.js';
import type { ExitCode } from './exit-code.js';
import { Fault } from '../faults/fault.js';
import { asFaults, faultDocument, tellFaults } from '../faults/fault-report.js';
import { asLang, earlyLang, peekOption } from './early-lang.js';
import { peekFlag } from './global-words.js';
import { sayOnInterrupt } from '../terminal/interrupt.js';
import { checkArguments, parseLine } from './parse.js';
import { CONFIG_FILE, type Settings, settle } from './settings.js';
import { openTerminal, type Terminal } from '../terminal/terminal.js';
import { unknownCommand, unknownOption } from './usage-faults.js';
import { findCommand } from './find-command.js';

/** Parses the line, settles the options, runs the command; tells faults and gives the exit code. */
export async function runCommand(
  spec: CommandSpec | null,
  leading: readonly string[],
  rest: readonly string[],
): Promise<ExitCode> {
  const words = [...leading, ...rest];
  let terminal = await earlyTerminal(words, null);
  sayOnInterrupt(() =>
    terminal.complain(
      terminal.pick({ zh: '已中断，没有留下不完整的文件', en: 'interrupted; no partial files are left' }),
    ),
  );
  try {
    if (spec === null) throw wrongStart(leading, rest);
    const nameLength = spec.name.split(' ').length;
    const { positional, values } = parseLine(spec, [...leading, ...rest.slice(nameLength)]);
    if (spec.subcommands !== undefined && positional[0] !== undefined)
      throw unknownCommand(
        `${spec.name} ${positional[0]}`,
        spec.subcommands.map((one) => one.name),
      );
    const settings = await readSettings((name) => values.text(name));
    terminal = await earlyTerminal(words, settings);
    checkArguments(spec, positional);
    const { execute } = await spec.load();
    return await execute({ spec, positional, values, terminal, settings, commands: COMMANDS });
  } catch (error) {
    tell(error, terminal, peekOption(words, 'format') === 'json');
    return 2;
  }
}

/** What to say when no command is named where one should be. */
function wrongStart(leading: readonly string[], rest: readonly string[]): Fault {
  const [word] = rest;
  const names = COMMANDS.map((one) => one.name);
  if (word !== undefined && findCommand(rest) === null) return unknownCommand(word, names);
  const stray = leading.find((one) => one.startsWith('-')) ?? '';
  return unknownOption(stray, '', ['--help', '--version', '--lang']);
}

/** The settings of the user for all folders: `butie/config.json` where the system keeps such files; null where it has no place. */
function userConfigPath(): string | null {
  const { APPDATA, XDG_CONFIG_HOME, HOME } = process.env;
  const place =
    process.platform === 'win32'
      ? APPDATA
      : (XDG_CONFIG_HOME ?? (HOME === undefined ? undefined : join(HOME, '.config')));
  return place === undefined || place === '' ? null : join(place, 'butie', 'config.json');
}

async function readSettings(option: (name: string) => string | null): Promise<Settings> {
  const given = option('config');
  const path = given ?? CONFIG_FILE;
  const text = await readTextIfExists(path);
  if (text === null && given !== null)
    throw new Fault(
      'bad-config',
      { what: `找不到配置文件 ${path}`, how: '检查 --config 后面的路径' },
      { what: `there is no config file ${path}`, how: 'check the path after --config' },
    );
  const own = userConfigPath();
  const userText = own === null ? null : await readTextIfExists(own);
  const user = own === null || userText === null ? null : { path: own, text: userText };
  return settle(option, process.env, text === null ? null : { path, text }, user);
}

async function earlyTerminal(words: readonly string[], settings: Settings | null): Promise<Terminal> {
  return await openTerminal({
    lang: asLang(settings?.values.lang.value) ?? earlyLang(words),
    reveal: peekFlag(words, 'reveal'),
    quiet: peekFlag(words, 'quiet'),
    verbose: peekFlag(words, 'verbose'),
    color: !peekFlag(words, 'no-color'),
  });
}

function tell(error: unknown, terminal: Terminal, json: boolean): void {
  const faults = asFaults(error);
  tellFaults(faults, terminal);
  if (json) terminal.print(JSON.stringify(faultDocument(faults, terminal.lang)));
}
