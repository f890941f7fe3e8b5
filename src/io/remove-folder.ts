import { rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Removes a temporary folder before the process ends, and the folder around it when nothing else is in it. Does not wait:
 * after an interruption there is no time for promises.
 */
export function removeFolderNow(path: string): void {
  rmSync(path, { recursive: true, force: true });
  try {
    rmdirSync(dirname(path));
  } catch {
    // Something else is in it: it stays.
  }
}
