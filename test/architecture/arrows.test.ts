import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf, reachedFrom } from './graph.js';
import { importsOf, readSources, roomOf, SRC, type SourceFile } from './sources.js';

/** Who may import whom. A room may always import itself. `types` may be imported with `import type` only. */
const ARROWS: Readonly<Record<string, { readonly values: readonly string[]; readonly types?: readonly string[] }>> = {
  domain: { values: [] },
  findings: { values: ['domain'] },
  tables: { values: ['domain', 'findings'] },
  checks: { values: ['domain', 'findings', 'tables'] },
  policy: { values: ['domain', 'findings'] },
  ledger: { values: ['domain', 'findings'] },
  batch: { values: ['domain', 'findings', 'tables', 'checks', 'policy', 'ledger'] },
  documents: { values: ['domain', 'findings'], types: ['batch', 'policy', 'tables', 'checks'] },
  io: { values: ['domain', 'findings', 'tables', 'documents'], types: ['batch', 'policy', 'checks'] },
  cli: {
    values: ['domain', 'findings', 'tables', 'checks', 'policy', 'ledger', 'batch', 'documents', 'io'],
  },
};

/** Packages and system modules, and the rooms that may touch them. System modules that are not listed are io's. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  chalk: ['cli'],
  hono: ['cli'],
  'hono/html': ['cli'],
  'hono/body-limit': ['cli'],
  '@hono/node-server': ['cli'],
  'node:child_process': ['cli'],
  'node:http': ['cli'],
  'node:readline/promises': ['cli'],
  zod: ['policy', 'tables', 'cli'],
  yaml: ['policy', 'cli'],
  saxes: ['io'],
  'csv-parse': ['io'],
  'csv-stringify': ['io'],
  'iconv-lite': ['io'],
  '@photostructure/sqlite': ['ledger'],
  'node:sqlite': ['ledger'],
  'node:os': ['cli', 'io'],
  'node:module': ['cli', 'ledger'],
  // Hashing and packing are arithmetic: no file, no clock, no chance.
  'node:crypto': ['domain', 'policy', 'ledger', 'batch', 'documents', 'io'],
  'node:zlib': ['ledger', 'io'],
  'node:path': ['io', 'cli'],
  'node:url': ['io', 'cli'],
};

/** Files outside io that may touch the file system. */
const FILE_SYSTEM_EXCEPTIONS = new Set(['ledger/store/network-share.ts', 'ledger/store/database.ts']);

/** The command itself, what programs import, and what the build runs to write its help and its packs. */
const ENTRIES = ['cli/main.ts', 'cli/library.ts', 'cli/line/render-help.ts', 'cli/line/render-packs.ts'];

const PURE = ['domain', 'findings', 'tables', 'checks', 'policy', 'batch', 'documents'];
const BANNED_NAMES = /^(utils?|helpers?|managers?|common|misc|shared|stuff)$|(^|-)(utils?|helpers?|manager)(-|$)/;
const MAX_LINES = 400;

const files = readSources();

describe('the rooms', () => {
  it('are those of the house and no others', () => {
    const rooms = new Set(files.map((file) => file.room));
    expect([...rooms].filter((room) => ARROWS[room] === undefined)).toEqual([]);
    expect(rooms.size).toBeGreaterThan(5);
  });

  it('import one another only along the arrows', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(({ to }) => to.startsWith('.'))
        .filter((one) => !mayImport(file.room, roomOf(resolve(SRC, dirname(file.name), one.to)), one.typeOnly))
        .map(({ to }) => `${file.name} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('touch only the packages and system modules that are theirs', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(({ to, typeOnly }) => !to.startsWith('.') && !typeOnly)
        .filter(({ to }) => !mayUse(file, to))
        .map(({ to }) => `${file.name} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('import no package that an installed copy would lack, and leave no dependency unused', () => {
    const about = JSON.parse(readFileSync(join(SRC, '..', 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      optionalDependencies: Record<string, string>;
    };
    const declared = new Set([...Object.keys(about.dependencies), ...Object.keys(about.optionalDependencies)]);
    const outside = files.flatMap((file) => {
      const required = [...file.text.matchAll(/createRequire\([^)]*\)\('([^']+)'\)/g)].map(([, to = '']) => to);
      return [...file.imports.map(({ to }) => to), ...required];
    });
    const used = new Set(outside.filter((to) => !to.startsWith('.') && !to.startsWith('node:')).map(packageOf));
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
    expect([...declared].filter((name) => !used.has(name))).toEqual([]);
  });

  it('hang together without circles, types included', () => {
    expect(circlesOf(files)).toEqual([]);
  });

  it('hold no file that neither the command nor the build reaches', () => {
    const reached = reachedFrom(ENTRIES, files);
    expect(files.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
  });

  it('read no clock, no chance and no environment where everything must be pure', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.now\b|\brandomUUID\b|\brandomBytes\b/;
    const wrong = files
      .filter((file) => PURE.includes(file.room))
      .filter((file) => impure.test(withoutComments(file.text)))
      .map((file) => file.name);
    expect(wrong).toEqual([]);
  });

  it('leave the process and the screen to the command line', () => {
    const wrong = files
      .filter((file) => file.room !== 'cli')
      .filter((file) =>
        /\bprocess\.(exit|exitCode|stdout|stderr|argv|on)\b|\bconsole\./.test(withoutComments(file.text)),
      )
      .map((file) => file.name);
    expect(wrong).toEqual([]);
  });

  it('end the process by force in one place only', () => {
    const wrong = files.filter((file) => /\bprocess\.exit\(/.test(withoutComments(file.text))).map((file) => file.name);
    expect(wrong).toEqual(['cli/terminal/interrupt.ts']);
  });
});

describe('the files', () => {
  it('have names that say what is in them', () => {
    const wrong = files.filter(({ name }) =>
      name
        .replace(/\.ts$/, '')
        .split('/')
        .some((part) => BANNED_NAMES.test(part)),
    );
    expect(wrong.map((file) => file.name)).toEqual([]);
  });

  it(`stay under ${MAX_LINES} lines`, () => {
    const long = files.filter((file) => file.text.split('\n').length > MAX_LINES);
    expect(long.map((file) => `${file.name} (${file.text.split('\n').length})`)).toEqual([]);
  });

  it('do not switch off the compiler or the lint', () => {
    const off = /@ts-(ignore|expect-error|nocheck)|eslint-disable/;
    const any = /\bas any\b|:\s*any\b|<any>/;
    const wrong = files.filter((file) => off.test(file.text) || any.test(withoutComments(file.text)));
    expect(wrong.map((file) => file.name)).toEqual([]);
  });
});

describe('the search for circles', () => {
  const file = (name: string, ...to: readonly string[]): SourceFile => {
    return { name, room: 'a', text: '', imports: to.map((one) => ({ to: one, typeOnly: true })) };
  };

  it('finds files that lead back to themselves, over however many others', () => {
    const three = [file('a/x.ts', './y.js'), file('a/y.ts', '../b/z.js'), file('b/z.ts', '../a/x.js'), file('b/w.ts')];
    expect(circlesOf(three)).toEqual([['a/x.ts', 'a/y.ts', 'b/z.ts']]);
    expect(circlesOf([file('a/x.ts', './y.js'), file('a/y.ts')])).toEqual([]);
  });

  it('finds what nothing reaches', () => {
    const two = [file('a/x.ts', './y.js'), file('a/y.ts'), file('a/lost.ts', './y.js')];
    expect([...reachedFrom(['a/x.ts'], two)]).toEqual(['a/x.ts', 'a/y.ts']);
  });
});

describe('the reading of imports', () => {
  it('sees static, dynamic and type imports', () => {
    const imports = importsOf(
      "import type { A } from './a.js';\nimport { b } from './b.js';\nexport * from './c.js';\nconst d = () => import('./d.js');",
    );
    expect(imports).toEqual([
      { to: './a.js', typeOnly: true },
      { to: './b.js', typeOnly: false },
      { to: './c.js', typeOnly: false },
      { to: './d.js', typeOnly: false },
    ]);
  });

  it('would notice an arrow that points the wrong way', () => {
    expect(mayImport('domain', 'io', false)).toBe(false);
    expect(mayImport('io', 'batch', true)).toBe(true);
    expect(mayImport('io', 'batch', false)).toBe(false);
    expect(mayImport('documents', 'cli', true)).toBe(false);
  });
});

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  if (from === to) return true;
  const arrows = ARROWS[from];
  if (arrows === undefined) return false;
  return arrows.values.includes(to) || (typeOnly && (arrows.types ?? []).includes(to));
}

function mayUse(file: SourceFile, name: string): boolean {
  const rooms = PACKAGES[packageOf(name)];
  if (rooms !== undefined && rooms.includes(file.room)) return true;
  const readsFiles = file.room === 'io' || FILE_SYSTEM_EXCEPTIONS.has(file.name);
  return readsFiles && name.startsWith('node:');
}

/** `csv-parse/sync` is `csv-parse`; `node:fs/promises` is itself. */
function packageOf(name: string): string {
  return name.startsWith('node:') ? name : name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}
