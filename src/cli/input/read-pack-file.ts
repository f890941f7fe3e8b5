import { compiledPack, hashTogether, loadPack, type PackFile } from '../../io/packs.js';
import type { Pack } from '../../policy/pack/pack.js';
import type { PackReading } from '../../policy/pack/read-pack.js';

export interface ReadPackFile extends PackReading {
  /** sha256 of the pack's text, and of the one it extends where it does. */
  readonly sha256: string;
}

/**
 * Reads a pack as found: from the build's own reading where there is one of this very text, else from its YAML, together
 * with the pack whose catalogue it makes payable.
 */
export async function readPackFile(found: PackFile): Promise<ReadPackFile> {
  const { sha256 } = found;
  const compiled = compiledPack(found);
  if (compiled !== null) return { pack: compiled as Pack, problems: [], sha256 };
  const { extendsOf, parsePack } = await import('../../policy/pack/read-pack.js');
  const id = extendsOf(found.text);
  const below = id === null ? null : await loadPack(id);
  if (below === null) return { ...parsePack(found.text, found.file), sha256 };
  const base = compiledPack(below) as Pack | null;
  return {
    ...parsePack(found.text, found.file, base ?? parsePack(below.text, below.file).pack),
    sha256: hashTogether(sha256, below.sha256),
  };
}
