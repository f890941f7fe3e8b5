import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The text of a pack as found, before anyone has looked at it. */
export interface PackFile {
  /** Path of the file, as given or as found for an id. */
  readonly file: string;
  readonly text: string;
  /** sha256 of the bytes, hex. */
  readonly sha256: string;
}

/** Where the packs that come with the program stand: beside the sources, whether these run compiled or not. */
function packFolder(): string {
  for (const place of ['../policy/packs/', '../../src/policy/packs/']) {
    const folder = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(folder)) return folder;
  }
  return fileURLToPath(new URL('../policy/packs/', import.meta.url));
}

/** Ids of the packs that come with the program, sorted. */
export async function packIds(): Promise<string[]> {
  const names = await readdir(packFolder());
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/**
 * Loads the text of a pack by id (`ningdong-2023-62`) or by path (`./my-pack.yaml`, anything with a slash or an ending).
 * Gives null when there is no pack of that id; a path that cannot be read rejects with the file system's error.
 */
export async function loadPack(idOrPath: string): Promise<PackFile | null> {
  const isPath = /[\\/]|\.ya?ml$/.test(idOrPath);
  const file = isPath ? idOrPath : `${packFolder()}${idOrPath}.yaml`;
  if (!isPath && !existsSync(file)) return null;
  const bytes = await readFile(file);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return { file, text, sha256: createHash('sha256').update(bytes).digest('hex') };
}
