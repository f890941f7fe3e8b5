import { readTextIfExists } from '../../io/text-file.js';
import type { WrittenHead } from '../../ledger/read/ledger-head.js';
import { badValue } from '../line/usage-faults.js';

const HASH = /^[0-9a-f]{64}$/;
const RECEIPT = /"batch_id"\s*:\s*"([^"]+)"[^{}]*"content_hash"\s*:\s*"([0-9a-f]{64})"/;
const BOTH = /"entries"\s*:\s*(\d+)\s*,\s*"head"\s*:\s*"([0-9a-f]{64})"/;

/**
 * A head from `--head`: the hash itself, `entries:hash`, or a file that carries one (receipt, bank folder, what approve or
 * verify printed). Throws Fault when there is none in it.
 */
export async function readHead(given: string): Promise<WrittenHead> {
  const text = given.trim().toLowerCase();
  if (HASH.test(text)) return { entries: null, hash: text };
  const [entries = '', hash = ''] = text.split(':');
  if (/^\d+$/.test(entries) && HASH.test(hash)) return { entries: Number(entries), hash };
  const content = await readTextIfExists(given);
  const both = BOTH.exec(content ?? '');
  const receipt = RECEIPT.exec(content ?? '');
  if (both !== null)
    return {
      entries: Number(both[1]),
      hash: both[2] ?? '',
      ...(receipt === null ? {} : { batch: { id: receipt[1] ?? '', contentHash: receipt[2] ?? '' } }),
    };
  const hashes = new Set(content?.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []);
  const [only] = hashes;
  if (only !== undefined && hashes.size === 1) return { entries: null, hash: only };
  throw badValue(
    'bad-head',
    '--head',
    given,
    { zh: '64 位的校验值，或里面有台账末条校验值的文件', en: 'a hash of 64 digits, or a file that carries one' },
    { zh: '例如 --head 结果/batch.json', en: 'such as --head out/batch.json' },
  );
}
