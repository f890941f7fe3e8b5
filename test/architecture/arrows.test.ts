import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

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

/** Packages and system modules, and the rooms that may touch them. What is not listed here is used by io alone. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  chalk: ['cli'],
  hono: ['cli'],
  'hono/html': ['cli'],
  'hono/body-limit': ['cli'],
  '@hono/node-server': ['cli'],
  'node:child_process': ['cli'],
  zod: ['policy', 'tables'],
  yaml: ['policy', 'cli'],
  '@photostructure/sqlite': ['ledger'],
  'node:sqlite': ['ledger'],
  'node:os': ['cli', 'io'],
  'node:module': ['cli', 'ledger'],
  // Hashing and packing are arithmetic: no file, no clock, no chance.
  'node:crypto': ['domain', 'policy', 'ledger', 'batch', 'documents', 'io'],
  'node:zlib': ['ledger'],
  'node:path': ['io', 'cli'],
  'node:url': ['io', 'cli'],
};

/** Files outside io that may touch the file system. */
const FILE_SYSTEM_EXCEPTIONS = new Set(['ledger/store/database.ts']);

const PURE = ['domain', 'findings', 'tables', 'checks', 'policy', 'batch', 'documents'];
const BANNED_NAMES = /^(utils?|helpers?|managers?|common|misc|shared|stuff)$|(^|-)(utils?|helpers?|manager)(-|$)/;
const MAX_LINES = 400;

interface Import {
  readonly to: string;
  readonly typeOnly: boolean;
}

interface SourceFile {
  /** `cli/main.ts`, with `/`. */
  readonly name: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const files = walk(SRC).map(readSource);

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
    const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');
    const outside = files.flatMap((file) => {
      const required = [...file.text.matchAll(/createRequire\([^)]*\)\('([^']+)'\)/g)].map(([, to = '']) => to);
      return [...file.imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to), ...required];
    });
    const used = new Set(outside.filter((to) => !to.startsWith('.') && !to.startsWith('node:')).map(packageOf));
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
    expect([...declared].filter((name) => !used.has(name))).toEqual([]);
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
  if (file.room === 'io' || FILE_SYSTEM_EXCEPTIONS.has(file.name)) {
    return PACKAGES[name] === undefined || (PACKAGES[name] ?? []).includes(file.room) || name.startsWith('node:');
  }
  return (PACKAGES[name] ?? []).includes(file.room);
}

function roomOf(path: string): string {
  return relative(SRC, path).split(sep)[0] ?? '';
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  return { name: relative(SRC, path).split(sep).join('/'), room: roomOf(path), text, imports: importsOf(text) };
}

function importsOf(text: string): Import[] {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ to: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) });
    else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      found.push({ to: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) found.push({ to: argument.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `import type …`, or a list in which every name is marked `type`. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = clause;
  if (clause.name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}
