import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the program needs of `node:sea`, the part of Node that carries files inside one executable. */
interface SingleFile {
  isSea(): boolean;
  getRawAsset(key: string): ArrayBuffer;
  getAsset(key: string, encoding: 'utf8'): string;
}

/** Key of the list of all files inside; an executable cannot list its own. */
const INDEX = 'index.json';

const singleFile = carried();

/** Whether the program runs as one file with everything inside. */
export const isOneFile = singleFile !== null;

/**
 * A file that comes with the program, by its path from the project's folder (`src/policy/packs/x.yaml`), from the
 * folder itself or from inside the one executable; null when there is none.
 */
export function readResource(path: string): Buffer | null {
  if (singleFile !== null) return names().includes(path) ? Buffer.from(singleFile.getRawAsset(path)) : null;
  const file = placeOf(path);
  return existsSync(file) ? readFileSync(file) : null;
}

/** Names of the files in a folder that comes with the program, subfolders' files as `sub/name`; sorted. */
export function resourceNames(folder: string): string[] {
  const inside = `${folder}/`;
  if (singleFile !== null)
    return names()
      .filter((name) => name.startsWith(inside))
      .map((name) => name.slice(inside.length))
      .sort();
  const place = placeOf(folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? resourceNames(`${folder}/${entry.name}`).map((name) => `${entry.name}/${name}`)
        : [entry.name],
    )
    .sort();
}

/** Path by which people find a resource again; inside one executable it is only a name. */
export function resourcePath(path: string): string {
  return singleFile === null ? placeOf(path) : path;
}

function placeOf(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

function names(): string[] {
  const index: unknown = JSON.parse(singleFile?.getAsset(INDEX, 'utf8') ?? '[]');
  return Array.isArray(index) ? index.filter((name) => typeof name === 'string') : [];
}

function carried(): SingleFile | null {
  // Node 20 before 20.16 lacks getBuiltinModule.
  const runtime: { readonly getBuiltinModule?: (id: string) => unknown } = process;
  const module = runtime.getBuiltinModule?.('node:sea') as SingleFile | undefined;
  return module?.isSea() === true ? module : null;
}
