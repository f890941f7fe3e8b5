import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Inputs and the ledger of this command, by path as given. */
const protectedPaths = new Set<string>();

/** No output may take the place of this file: it is an input of the command, or its ledger. */
export function protectFile(path: string): void {
  protectedPaths.add(path);
}

/** The path of the first file in `outDir` that would be replaced by one of `temporary` and must not be; null when none would. */
export async function wouldReplace(temporary: string, outDir: string): Promise<string | null> {
  const kept = new Set<string>();
  for (const path of protectedPaths)
    for (const name of [path, `${path}-wal`, `${path}-shm`]) {
      const id = await identityOf(name);
      if (id !== null) kept.add(id);
    }
  for (const name of await readdir(temporary)) {
    const place = join(outDir, name);
    const id = await identityOf(place);
    if (id !== null && kept.has(id)) return place;
  }
  return null;
}

/** What a file is, whatever it is called: links and other spellings of a name lead to one. */
async function identityOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : `${found.dev}:${found.ino}`;
}
