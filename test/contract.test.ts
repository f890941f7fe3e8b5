import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECONCILIATION_COLUMNS } from '../src/batch/bank/reconciliation.js';
import { COMMANDS } from '../src/cli/commands/index.js';
import { GLOBAL_OPTIONS, optionName } from '../src/cli/line/global-options.js';
import { parseLine } from '../src/cli/line/parse.js';
import { targetsMissedCsv } from '../src/documents/monitor/targets-missed.js';
import { exceptionsCsv } from '../src/documents/run/exceptions-csv.js';
import { flagsCsv } from '../src/documents/run/flags-csv.js';
import { payoutsCsv } from '../src/documents/run/payouts-csv.js';
import { targetsCsv } from '../src/documents/run/targets-csv.js';
import { type EntryKind, MOVES } from '../src/domain/batch-state.js';
import { TABLE_KINDS } from '../src/domain/roster.js';
import { ALLOWED, AFTER } from '../src/ledger/read/verify.js';
import { TABLES } from '../src/tables/fields/index.js';
import { butie, SAMPLES } from './cli/butie.js';
import { sampleInput } from './documents/sample-result.js';

/** Rows of the table of src/CONTRACT.md whose first header is `title`, without backquotes. */
function table(title: string): string[][] {
  const page = readFileSync(new URL('../src/CONTRACT.md', import.meta.url), 'utf8');
  const lines = page.slice(page.indexOf(`\n| ${title} |`) + 1).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''));
  return lines.slice(2, end).map(cells);
}

describe('src/CONTRACT.md', () => {
  const commands = COMMANDS.flatMap((command) => command.subcommands ?? [command]);

  it.each(table('command'))('keeps the options of %s', (name, options = '') => {
    const spec = commands.find((command) => command.name === name);
    const known = [...(spec?.options ?? []), ...GLOBAL_OPTIONS].map(({ flags }) => `--${optionName(flags)}`);
    expect(options.split(' ').filter((option) => option !== '' && !known.includes(option))).toEqual([]);
    // And the parser takes what the command says of itself.
    if (spec !== undefined) expect(parseLine(spec, []).positional).toEqual([]);
    expect(spec, name).toBeDefined();
  });

  it('keeps the columns of the standard tables', () => {
    const rows = table('table');
    expect(rows.map(([kind]) => kind).filter((kind) => !TABLE_KINDS.some((one) => one === kind))).toEqual([]);
    for (const kind of TABLE_KINDS) {
      const standard = TABLES[kind].fields.filter((field) => field.extra !== true);
      const words = standard.map((field) => field.header + (field.required === true ? '*' : ''));
      const promised = (rows.find(([name]) => name === kind)?.[1] ?? '').split(' ');
      expect(words.slice(0, promised.length), kind).toEqual(promised);
    }
  });

  it('keeps the columns of the files, new ones behind', () => {
    const input = sampleInput();
    const models = [
      payoutsCsv(input.result.content),
      exceptionsCsv(input),
      flagsCsv(input),
      targetsCsv(input),
      targetsMissedCsv([]),
    ];
    const columns = new Map(models.map((model) => [model.name, model.columns.map(({ name }) => name)]));
    columns.set('reconciliation.csv', RECONCILIATION_COLUMNS);
    const promised = table('file').map(([name = '', list = '']) => ({ name, list: list.split(',') }));
    expect(promised.length).toBe(columns.size);
    for (const { name, list } of promised) expect(columns.get(name)?.slice(0, list.length), name).toEqual(list);
  });

  it('keeps the exit codes', () => {
    const roster = join(SAMPLES, '灵新社区花名册.xlsx');
    expect(table('exit code').map(([code]) => code)).toEqual(['0', '1', '2', '130']);
    expect(butie(['check', roster, '--fail-on', 'never']).code).toBe(0);
    expect(butie(['check', roster]).code).toBe(1);
    expect(butie(['check', 'nothing.xlsx']).code).toBe(2);
  });

  it("keeps a batch's life", () => {
    const moves = Object.values(MOVES);
    for (const [state, next = ''] of table('state')) {
      const reached = moves.filter(({ from, to }) => to !== null && to !== state && from.some((one) => one === state));
      // An answered batch is settled and closed by one command.
      const whole = new Set(reached.map(({ to }) => to as string));
      if (whole.has('settled')) whole.add('closed');
      whole.delete('draft');
      expect([...whole].sort(), state).toEqual(next.split(', ').filter(Boolean).sort());
    }
  });
});

describe('the moves of a batch', () => {
  it('are those that `ledger verify` proves by a table of its own', () => {
    expect(Object.keys(ALLOWED).sort()).toEqual(Object.keys(MOVES).sort());
    for (const [kind, { from, begins, to }] of Object.entries(MOVES)) {
      const own = begins === true ? ['', ...from] : [...from];
      expect([...ALLOWED[kind as EntryKind]].sort(), kind).toEqual(own.sort());
      expect(AFTER[kind as EntryKind] ?? null, kind).toBe(to);
    }
  });
});
