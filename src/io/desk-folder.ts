import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onInterrupt } from './interruption.js';

const PREFIX = 'butie-desk-';

/** What is handed in on the page, in a folder of this process that goes with it. */
export class DeskFolder {
  readonly path: string;
  #count = 0;

  private constructor(path: string) {
    this.path = path;
    onInterrupt(() => rmSync(path, { recursive: true, force: true }));
  }

  /** Makes the folder, for its owner alone, and removes those of processes that were killed. */
  static open(): DeskFolder {
    for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) removeIfDead(name);
    return new DeskFolder(mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`)));
  }

  /** A new empty folder inside. */
  room(): string {
    const path = join(this.path, String(++this.#count));
    mkdirSync(path, { mode: 0o700 });
    return path;
  }

  /** Keeps a file that was handed in under its own name; whatever the name says, it stays inside. Gives its path. */
  async keep(name: string, bytes: Uint8Array): Promise<string> {
    const plain = basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}<>:"|?*]/gu, '_');
    const path = join(this.room(), /^\.*$/.test(plain) ? 'file' : plain);
    await writeFile(path, bytes, { mode: 0o600 });
    return path;
  }
}

/** The names of the files in a folder, sorted; none when it is not there. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

export function readBytes(path: string): Promise<Buffer> {
  return readFile(path);
}

/** A key that nobody guesses, fit for an address. */
export function newKey(): string {
  return randomBytes(24).toString('base64url');
}

/** Compares without telling by its time how much of it fits. */
export function isKey(given: string, key: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(key)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function removeIfDead(name: string): void {
  const pid = Number(/^butie-desk-(\d+)-/.exec(name)?.[1] ?? 0);
  if (pid === 0) return;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: somebody else's process, alive.
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH')
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
