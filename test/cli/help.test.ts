import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { rootHelp } from '../../src/cli/line/help.js';
import { optionName } from '../../src/cli/line/global-options.js';
import { butie, emptyFolder, looksLikeCrash } from './butie.js';

describe('help', () => {
  it('lists every command, in Chinese by default, and ends with 0', () => {
    const outcome = butie(['--help']);
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toBe('');
    for (const command of COMMANDS) {
      expect(outcome.stdout).toContain(`  ${command.name} `);
      expect(outcome.stdout).toContain(command.summary.zh);
    }
  });

  it('is the same with no word at all, with -h and with help', () => {
    const { stdout } = butie(['--help']);
    for (const words of [[], ['-h'], ['help']]) expect(butie(words)).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('speaks English by option or by environment, and the option wins', () => {
    expect(butie(['--lang', 'en', '--help']).stdout).toContain('Exit codes');
    expect(butie(['--help'], { env: { BUTIE_LANG: 'en' } }).stdout).toContain('Exit codes');
    expect(butie(['--help', '--lang=zh'], { env: { BUTIE_LANG: 'en' } }).stdout).toContain('退出码');
  });

  it('shows usage, options and an example of one command', () => {
    for (const words of [
      ['check', '--help'],
      ['help', 'check'],
      ['--help', 'check'],
      ['check', 'x.xlsx', '-h'],
    ]) {
      const { code, stdout } = butie(words);
      expect(code).toBe(0);
      expect(stdout).toContain('butie check FILES…');
      expect(stdout).toContain('--fail-on <LEVEL>');
      expect(stdout).toContain('例子');
    }
    expect(butie(['policy', 'show', '--help']).stdout).toContain('butie policy show ID|FILE');
  });

  it('as the build renders it is what the table of commands says', () => {
    const render = fileURLToPath(new URL('../../dist/cli/line/render-help.js', import.meta.url));
    const rendered = fileURLToPath(new URL('../../dist/cli/line/rendered-help.json', import.meta.url));
    const wasThere = existsSync(rendered);
    expect(spawnSync(process.execPath, [render]).status).toBe(0);
    try {
      for (const lang of ['zh', 'en'] as const)
        expect(butie(['--help', '--lang', lang]).stdout).toBe(`${rootHelp(COMMANDS, lang)}\n`);
    } finally {
      // Left behind by a test it would outlive the next command that is added.
      if (!wasThere) rmSync(rendered);
    }
  });

  it('follows the language of the config file', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'butie.config.json'), '{"lang":"en"}');
    expect(butie(['--help'], { folder }).stdout).toContain('Exit codes');
    expect(butie(['check', '--help'], { folder }).stdout).toContain('Options');
    expect(butie(['--help', '--lang', 'zh'], { folder }).stdout).toContain('退出码');
  });

  it('prints the version', () => {
    expect(butie(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('the table of commands', () => {
  const all = COMMANDS.flatMap((command) => [command, ...(command.subcommands ?? [])]);

  it('has words in both languages, a usage and an example for each', () => {
    for (const command of all) {
      for (const words of [
        command.summary,
        ...command.options.map((one) => one.text),
        ...command.examples.map((one) => one.text),
      ]) {
        expect(words.zh, command.name).toMatch(/\p{Script=Han}/u);
        expect(words.en, command.name).not.toMatch(/\p{Script=Han}/u);
        expect(words.zh).not.toContain('非法');
      }
      expect(command.usage.startsWith(command.name)).toBe(true);
      expect(command.examples.length, command.name).toBeGreaterThan(0);
    }
  });

  it('names every option once per command', () => {
    for (const command of all) {
      const names = command.options.map((one) => optionName(one.flags));
      expect(new Set(names).size, command.name).toBe(names.length);
    }
  });

  it('has work behind each', async () => {
    for (const command of all) expect(typeof (await command.load()).execute, command.name).toBe('function');
  });
});

describe('what was typed wrong', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['an unknown command', ['chekc'], /最接近的是 check/],
    ['an unknown option', ['check', 'a.xlsx', '--formt', 'json'], /最接近的是 --format/],
    ['an option before any command', ['--hlep'], /--help/],
    ['an unknown subcommand', ['policy', 'lst'], /policy list/],
    ['no subcommand', ['policy'], /子命令/],
    ['a missing value', ['check', 'a.xlsx', '--fail-on'], /--fail-on <LEVEL>/],
    ['a value that is no choice', ['check', 'a.xlsx', '--fail-on', 'eror'], /error、warning、never/],
    ['no file', ['check'], /要查的文件/],
    ['too many words', ['config', 'a', 'b'], /a b/],
    ['an unknown language', ['config', '--lang', 'fr'], /zh、en/],
    ['a month that does not exist', ['check', 'a.xlsx', '--period', '2024-13'], /YYYY-MM.*2024-13/],
    ['a day that does not exist', ['check', 'a.xlsx', '--as-of', '2023-02-29'], /2023-02-29/],
    ['an unknown finding code', ['explain', 'CEL-99'], /CEL-99/],
    ['an unknown shell', ['completions', 'tcsh'], /bash、zsh、fish、powershell/],
  ];
  it.each(cases)('%s: says so, says what to type, ends with 2', (_, words, says) => {
    const outcome = butie(words);
    expect(outcome.code).toBe(2);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toMatch(says);
    expect(outcome.stderr).toContain('→');
    expect(looksLikeCrash(outcome)).toBe(false);
  });

  it('is told on stdout too with --format json', () => {
    const { code, stdout, stderr } = butie(['check', '--format', 'json']);
    expect(code).toBe(2);
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect(error.code).toBe('missing-argument');
    expect(error.message).toContain('要查的文件');
    expect(stderr).not.toBe('');
  });

  it('is told in English with --lang en', () => {
    expect(butie(['chekc', '--lang', 'en']).stderr).toContain('the nearest is check');
  });
});
