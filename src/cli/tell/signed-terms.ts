import { readPackFile } from '../input/read-pack-file.js';
import type { BatchContent } from '../../domain/batch.js';
import { loadPack, packIds } from '../../io/packs.js';
import type { SignedTerms } from '../../ledger/read/signed-terms.js';
import type { Lang } from '../../findings/finding.js';

/** Where the pack of a batch comes from: `edited` has the id and version of a built-in one, and other bytes. */
export type PackOrigin = 'built-in' | 'edited' | 'own';

/** The terms of a batch as told to whoever signs it. */
export interface ToldTerms {
  readonly origin: PackOrigin;
  readonly terms: SignedTerms;
  /** Chosen and default of every reading, by id. */
  readonly readings: readonly { readonly id: string; readonly chosen: string; readonly default: string | null }[];
}

/** Compares the pack of a batch with the one of that id that comes with the program, and reads the receipt's readings. */
export async function toldTerms(terms: SignedTerms): Promise<ToldTerms> {
  const { head, receipt } = terms;
  const defaults = defaultsOf(receipt);
  const readings = Object.entries(head.readings)
    .map(([id, chosen]) => ({ id, chosen, default: defaults.get(id) ?? null }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { origin: await originOf(head.policyId, head.policyVersion, head.packHash), terms, readings };
}

async function originOf(id: string, version: string, hash: string): Promise<PackOrigin> {
  if (!(await packIds()).includes(id)) return 'own';
  const own = await loadPack(id);
  if (own === null) return 'own';
  if (own.sha256 === hash) return 'built-in';
  return (await readPackFile(own)).pack?.version === version ? 'edited' : 'own';
}

function defaultsOf(receipt: string): ReadonlyMap<string, string> {
  try {
    const { readings = [] } = JSON.parse(receipt) as { readings?: { id: string; default: string }[] };
    return new Map(readings.map((reading) => [reading.id, reading.default]));
  } catch {
    // A reissue has no readings of its own, and an old receipt may be of another form.
    return new Map();
  }
}

const ORIGINS: Readonly<Record<PackOrigin, Readonly<Record<Lang, string>>>> = {
  'built-in': { zh: '随程序提供', en: 'as it comes with the program' },
  edited: {
    zh: '！！编号和版本与随程序提供的相同，内容却不同：有人改过政策包，请先查明',
    en: '!! id and version are those of the pack that comes with the program, its content is not: somebody edited it',
  },
  own: { zh: '自己的政策包，不是随程序提供的', en: 'a pack of your own, none that comes with the program' },
};

/** What has to be said of a pack that somebody edited without giving it another id or version; null for any other. */
export async function editedPack(
  { policyId, policyVersion, packHash }: Pick<BatchContent, 'policyId' | 'policyVersion' | 'packHash'>,
  lang: Lang,
): Promise<string | null> {
  return (await originOf(policyId, policyVersion, packHash)) === 'edited' ? ORIGINS.edited[lang] : null;
}

/** Lines for the terminal: pack, readings, parameters, what is other than last time, and how often the draft was replaced. */
export function termLines({ origin, terms, readings }: ToldTerms, lang: Lang): string[] {
  const zh = lang === 'zh';
  const { head, drafts } = terms;
  const lines = [
    `${zh ? '政策包' : 'pack'}  ${head.policyId} ${head.policyVersion}  ${head.packHash}`,
    `        ${ORIGINS[origin][lang]}`,
    ...readings.map(
      ({ id, chosen, default: own }) =>
        `${zh ? '理解' : 'reading'}  ${id}=${chosen}${own === null || own === chosen ? '' : zh ? `（默认 ${own}）` : ` (default ${own})`}`,
    ),
    ...Object.entries(head.parameters).map(
      ([key, value]) => `${zh ? '参数' : 'parameter'}  ${key}=${value}${zh ? '（与政策包不同）' : ' (not the pack’s)'}`,
    ),
  ];
  for (const { what, now, before } of changedSince(terms))
    lines.push(
      zh
        ? `注意：${what} 现为 ${now}，上次（${terms.last?.batchId ?? ''}）为 ${before}`
        : `note: ${what} is ${now}, it was ${before} in ${terms.last?.batchId ?? ''}`,
    );
  if (drafts.length > 1) {
    const makers = [...new Set(drafts.slice(1).map(({ by }) => by))].join('、');
    lines.push(
      zh
        ? `注意：草稿被替换过 ${drafts.length - 1} 次（${makers}）；内容摘要 ${head.contentHash}`
        : `note: the draft was replaced ${drafts.length - 1} times (${makers}); content hash ${head.contentHash}`,
    );
  }
  return lines;
}

/** Readings and parameters, and the pack, that are other than in the last approved batch of the policy. */
function changedSince({ head, last }: SignedTerms): { what: string; now: string; before: string }[] {
  if (last === null) return [];
  const changes: { what: string; now: string; before: string }[] = [];
  for (const [now, before] of [
    [head.readings, last.readings],
    [head.parameters, last.parameters],
  ] as const)
    for (const key of new Set([...Object.keys(now), ...Object.keys(before)]))
      if (now[key] !== before[key]) changes.push({ what: key, now: now[key] ?? '—', before: before[key] ?? '—' });
  if (head.packHash !== last.packHash)
    changes.push({ what: 'pack', now: head.packHash.slice(0, 12), before: last.packHash.slice(0, 12) });
  return changes;
}

/** The same as JSON. */
export function termsDocument({ origin, terms, readings }: ToldTerms): Readonly<Record<string, unknown>> {
  const { head, drafts, last } = terms;
  return {
    pack: { id: head.policyId, version: head.policyVersion, sha256: head.packHash, origin },
    readings,
    parameters: head.parameters,
    changed_since: last === null ? null : { batch_id: last.batchId, changes: changedSince(terms) },
    drafts: drafts.map(({ at, by }) => ({ at, by })),
  };
}
