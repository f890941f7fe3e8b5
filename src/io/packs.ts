import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readResource, resourceNames, resourcePath } from './resources.js';

/** The text of a pack as found, before anyone has looked at it. */
export interface PackFile {
  /** Path of the file, as given or as found for an id. */
  readonly file: string;
  readonly text: string;
  /** sha256 of the bytes, hex. */
  readonly sha256: string;
}

/** Where the packs that come with the program stand. */
const PACK_FOLDER = 'src/policy/packs';

/** Ids of the packs that come with the program, sorted. */
export function packIds(): Promise<string[]> {
  const names = resourceNames(PACK_FOLDER).filter((name) => name.endsWith('.yaml'));
  return Promise.resolve(names.map((name) => name.slice(0, -'.yaml'.length)).sort());
}

/**
 * Loads the text of a pack by id (`ningdong-2023-62`) or by path (`./my-pack.yaml`, anything with a slash or an ending).
 * Gives null when there is no pack of that id; a path that cannot be read rejects with the file system's error.
 */
export async function loadPack(idOrPath: string): Promise<PackFile | null> {
  if (/[\\/]|\.ya?ml$/.test(idOrPath)) return packFile(idOrPath, await readFile(idOrPath));
  const place = `${PACK_FOLDER}/${idOrPath}.yaml`;
  const bytes = readResource(place);
  return bytes === null ? null : packFile(resourcePath(place), bytes);
}

function packFile(file: string, bytes: Buffer): PackFile {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return { file, text, sha256: createHash('sha256').update(bytes).digest('hex') };
}
