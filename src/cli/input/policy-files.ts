import { readPackFile } from './read-pack-file.js';
import { loadPack, type PackFile, packIds } from '../../io/packs.js';
import type { Pack } from '../../policy/pack/pack.js';
import type { PackReading } from '../../policy/pack/read-pack.js';
import { FaultList } from '../faults/fault.js';
import { packFaults, unknownPolicy } from './open-pack.js';

export interface ReadPack extends PackReading {
  /** As typed, or the id. */
  readonly name: string;
  readonly found: PackFile;
}

/** The named packs, or all that come with the program; problems are part of the answer, nothing is refused. */
export async function readPacks(names: readonly string[]): Promise<ReadPack[]> {
  const ids = await packIds();
  const packs: ReadPack[] = [];
  for (const name of names.length === 0 ? ids : names) {
    const found = await loadPack(name);
    if (found === null) throw unknownPolicy(name, ids);
    packs.push({ name, found, ...(await readPackFile(found)) });
  }
  return packs;
}

/** The same packs where mistakes are no part of the answer. Throws Fault for a pack that cannot be used. */
export async function usablePacks(names: readonly string[]): Promise<Pack[]> {
  const read = await readPacks(names);
  const faults = read.flatMap(({ pack, problems }) => (pack === null ? packFaults(problems) : []));
  if (faults.length > 0) throw new FaultList(faults);
  return read.flatMap(({ pack }) => (pack === null ? [] : [pack]));
}
