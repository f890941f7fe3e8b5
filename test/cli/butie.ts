import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  return { code: status, stdout, stderr };
}

/** A new empty folder for one test. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'butie-cli-'));
}

/** What no outcome may show to a clerk: a stack trace, a programmer's word, a path of the program. */
export function looksLikeCrash({ stdout, stderr }: Outcome): boolean {
  return /\n\s+at \S+|node:internal|TypeError|undefined|\[object Object\]|dist\/cli|非法/.test(stdout + stderr);
}
