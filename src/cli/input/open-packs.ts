import { readPackFile } from './read-pack-file.js';
import type { PackChoice } from '../../batch/monitor/monitoring-month.js';
import { loadPack } from '../../io/packs.js';
import { openPack } from './open-pack.js';
import type { CommonOptions } from '../line/options.js';
import { overrideParameters } from '../../policy/pack/override.js';
import { readOverride } from './read-override.js';

type Given = Pick<CommonOptions, 'policies' | 'allowDraftPolicy' | 'readings' | 'parameters'>;
type Pairs = Readonly<Record<string, string>>;

/**
 * Several packs of one run. A setting goes to every pack that has it; `pack:key=value` goes to that one only. Throws
 * Fault for a setting that none of them has, and for whatever openPack refuses.
 */
export async function openPacks(options: Given, override: string | null): Promise<PackChoice[]> {
  const names = [...new Set(options.policies)];
  const known = await Promise.all(names.map((name) => settingNames(name)));
  const opened = await Promise.all(
    names.map((name, i) =>
      openPack(name, {
        allowDraftPolicy: options.allowDraftPolicy,
        readings: pairsFor(options.readings, i, known, 'readings'),
        parameters: pairsFor(options.parameters, i, known, 'parameters'),
      }),
    ),
  );
  const figures = await readOverride(
    override,
    opened.map(({ pack }) => pack),
  );
  return opened.map(({ pack, sha256 }, i) => {
    const chosen = pairsFor(options.readings, i, known, 'readings');
    return {
      pack,
      sha256,
      readings: Object.fromEntries(pack.readings.map(({ id, default: own }) => [id, chosen[id] ?? own])),
      parameters: {
        ...(figures === null ? {} : overrideParameters(figures, pack.id)),
        ...pairsFor(options.parameters, i, known, 'parameters'),
      },
    };
  });
}

interface Names {
  readonly id: string;
  readonly readings: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

/** Ids of what may be set; none for a pack that cannot be read, which openPack will tell. */
async function settingNames(name: string): Promise<Names> {
  const found = await loadPack(name);
  const pack = found === null ? null : (await readPackFile(found)).pack;
  return {
    id: pack?.id ?? name,
    readings: new Set(pack?.readings.map(({ id }) => id) ?? []),
    parameters: new Set(Object.keys(pack?.parameters ?? {})),
  };
}

/** The pairs meant for one pack; those nobody knows go to the first, which refuses them by name. */
function pairsFor(pairs: Pairs, index: number, all: readonly Names[], kind: 'readings' | 'parameters'): Pairs {
  const own = all[index];
  const mine: Record<string, string> = {};
  for (const [key, value] of Object.entries(pairs)) {
    const [prefix, rest] = key.includes(':')
      ? [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
      : [null, key];
    const id = rest.replace(/@\d{4}$/, '');
    const addressed = prefix === null ? all.filter((one) => one[kind].has(id)) : all.filter((one) => one.id === prefix);
    const takes = addressed.length === 0 ? index === 0 : own !== undefined && addressed.includes(own);
    if (takes) mine[addressed.length === 0 ? key : rest] = value;
  }
  return mine;
}
