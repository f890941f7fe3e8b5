import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
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
/** Where the build puts them as data, one `{ sha256, pack }` each: reading five packs' YAML takes half a second. */
export const COMPILED_PACKS = 'dist/policy/packs';

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

/** One hash for a pack and the one that it extends. */
export function hashTogether(own: string, base: string): string {
  return createHash('sha256').update(`${own}\n${base}`).digest('hex');
}

function packFile(file: string, bytes: Buffer): PackFile {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return { file, text, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * The checked pack that the build made of exactly this text, as data; null for a pack of one's own, an edited one, or
 * where the build made none.
 */
export function compiledPack({ file, sha256 }: Pick<PackFile, 'file' | 'sha256'>): unknown {
  const bytes = readResource(`${COMPILED_PACKS}/${basename(file).replace(/\.ya?ml$/, '')}.json`);
  if (bytes === null) return null;
  const made = JSON.parse(bytes.toString('utf8')) as { readonly sha256: string; readonly pack: unknown };
  return made.sha256 === sha256 ? made.pack : null;
}
