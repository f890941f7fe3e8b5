import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OUTPUT_SCHEMAS } from '../../src/cli/schemas/index.js';

const BUTIE = fileURLToPath(new URL('../../bin/butie.js', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** The made-up month of 宁东镇. */
export const SAMPLES = fileURLToPath(new URL('../../samples/ningdong-2024-10/', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in `folder` (an empty one by default) and waits for it. Output is piped: no terminal. */
export function butie(
  words: readonly string[],
  options: { readonly folder?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Outcome {
  if (!existsSync(BUILT)) throw new Error('build first: npm run build');
  const inherited = Object.entries(process.env).filter(([name]) => !/^(BUTIE_|NO_COLOR$|FORCE_COLOR$)/.test(name));
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUTIE, ...words], {
    cwd: options.folder ?? emptyFolder(),
    env: { ...Object.fromEntries(inherited), ...options.env },
    encoding: 'utf8',
    maxBuffer: 256 << 20,
  });
  validate(words, stdout);
  return { code: status, stdout, stderr };
}

const SCHEMA_OF: Readonly<Record<string, string>> = {
  run: 'receipt',
  check: 'check',
  map: 'map',
  batches: 'batches',
  show: 'show',
};

/** Every JSON that a test makes the command print keeps its schema. Throws when it does not. */
function validate(words: readonly string[], stdout: string): void {
  const isJson = words.includes('--format=json') || words[words.indexOf('--format') + 1] === 'json';
  if (!isJson || !/^[{[]/.test(stdout)) return;
  const name = stdout.startsWith('{"error":') ? 'error' : SCHEMA_OF[words[0] ?? ''];
  const found = OUTPUT_SCHEMAS.find((one) => one.name === name);
  if (found === undefined || words.includes('--cells')) return;
  const { error } = found.schema.safeParse(JSON.parse(stdout));
  if (error !== undefined) throw new Error(`${words.join(' ')}: ${error.message}`);
}

/** A new empty folder for one test. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'butie-cli-'));
}

/** What no outcome may show to a clerk: a stack trace, a programmer's word, a path of the program. */
export function looksLikeCrash({ stdout, stderr }: Outcome): boolean {
  return /\n\s+at \S+|node:internal|TypeError|undefined|\[object Object\]|dist\/cli|非法/.test(stdout + stderr);
}
