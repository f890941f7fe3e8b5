import { compiledPack, type PackFile } from '../../io/packs.js';
import type { Pack } from '../../policy/pack/pack.js';
import type { PackReading } from '../../policy/pack/read-pack.js';

/** Reads a pack as found: from the build's own reading where there is one of this very text, else from its YAML. */
export async function readPackFile(found: PackFile): Promise<PackReading> {
  const compiled = compiledPack(found);
  if (compiled !== null) return { pack: compiled as Pack, problems: [] };
  const { parsePack } = await import('../../policy/pack/read-pack.js');
  return parsePack(found.text, found.file);
}
