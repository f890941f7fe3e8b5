import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Path of something in the shared folder beside the repository, or null (with a printed reason) where there is none. */
export function sharedPath(name: string): string | null {
  const path = fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
  if (existsSync(path)) return path;
  process.stdout.write(`skipped: ${name} is not beside the repository\n`);
  return null;
}
