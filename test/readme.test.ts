import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checksTable } from '../src/checks/explain-check.js';
import { COMMANDS } from '../src/cli/commands/index.js';

const FILE = new URL('../README.md', import.meta.url);

/** Puts `text` between `<!-- name -->` and `<!-- /name -->`. */
function withRegion(page: string, name: string, text: string): string {
  const [open, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = page.indexOf(open);
  const stop = page.indexOf(end);
  if (start < 0 || stop < 0) throw new Error(`README.md has no region ${name}`);
  return `${page.slice(0, start + open.length)}\n${text.trim()}\n${page.slice(stop)}`;
}

function commandsTable(): string {
  const row = ({ name, summary }: { name: string; summary: { zh: string } }): string =>
    `| \`${name}\` | ${summary.zh} |`;
  const rows = COMMANDS.flatMap((command) => (command.subcommands ?? [command]).map(row));
  return ['| 命令 | 做什么 |', '|---|---|', ...rows].join('\n');
}

describe('README.md', () => {
  it('has the tables made from commands and checks (UPDATE_README=1 writes them)', () => {
    const page = readFileSync(FILE, 'utf8');
    const made = withRegion(withRegion(page, 'commands', commandsTable()), 'checks', checksTable('zh'));
    if (process.env['UPDATE_README'] === '1') writeFileSync(FILE, made);
    else expect(page).toBe(made);
  });
});
