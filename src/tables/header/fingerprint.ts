import { OWN_RESULT_HEADERS } from '../fields/unused-headers.js';
import type { LeafColumn } from './leaf-columns.js';
import { normaliseHeader } from './normalise.js';

const OWN_RESULTS: ReadonlySet<string> = new Set(OWN_RESULT_HEADERS.map((header) => normaliseHeader(header).key));

/** `家庭收入 / 务工收入`: how a mapping file names a column. */
export function columnName(leaf: LeafColumn): string {
  return [...leaf.path, leaf.header].map((word) => word.replace(/\s+/g, '')).join(' / ');
}

/**
 * Finds a header again in next month's file: a hash (FNV-1a, 64 bit, hexadecimal) over the normalised header words in
 * their order; a result column of ours is not counted. It recognises, it does not protect.
 */
export function fingerprint(leaves: readonly LeafColumn[]): string {
  const text = leaves
    .filter((leaf) => !OWN_RESULTS.has(normaliseHeader(leaf.header).key))
    .map((leaf) => [...leaf.path, leaf.header].map((word) => normaliseHeader(word).key).join('/'))
    .join('|');
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
