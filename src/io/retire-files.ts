import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileExists } from './text-file.js';

/** What stands before the name of a file that counts no more. */
export const RETIRED = '作废-';

/** Renames those of the files that are there; gives the paths under which they now lie. */
export async function retireFiles(folders: readonly string[], names: readonly string[]): Promise<string[]> {
  const retired: string[] = [];
  for (const folder of new Set(folders))
    for (const name of new Set(names)) {
      const path = join(folder, name);
      if (!fileExists(path)) continue;
      const old = join(folder, `${RETIRED}${name}`);
      await rename(path, old);
      retired.push(old);
    }
  return retired;
}
