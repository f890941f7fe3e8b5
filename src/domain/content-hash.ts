import { createHash } from 'node:crypto';
import type { BatchContent } from './batch.js';
import type { Charge } from './charge.js';
import type { OffsetEntry } from './clawback.js';
import type { PayoutLine } from './payout.js';

/** What of a batch is hashed (src/CONTRACT.md §5): payout lines, offsets, pack hash, readings and parameters; no file names, no times. */
export type HashedContent = Pick<BatchContent, 'lines' | 'offsets' | 'packHash' | 'readings' | 'parameters'>;

/**
 * JSON with keys in code-unit order, no blanks, `undefined` members left out: the same value always gives the same text.
 * Takes plain data only. Throws TypeError for numbers that are not finite and for values JSON does not know.
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a number in canonical JSON must be finite');
      return JSON.stringify(value);
    case 'object':
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : objectJson(value);
    default:
      throw new TypeError(`canonical JSON has no ${typeof value}`);
  }
}

function objectJson(value: object): string {
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** sha256 of a UTF-8 text, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** sha256, hex, over the canonical JSON of what {@link HashedContent} names. */
export function contentHash(content: HashedContent): string {
  return contentHashOf(content.lines, content);
}

/** The same, fed line by line, so that a ledger need not hold a batch in memory. */
export function contentHashOf(lines: Iterable<PayoutLine>, terms: Omit<HashedContent, 'lines'>): string {
  const hash = createHash('sha256');
  let separator = '{"lines":[';
  for (const line of lines) {
    hash.update(separator + lineJson(line), 'utf8');
    separator = ',';
  }
  if (separator !== ',') hash.update(separator);
  const { packHash, parameters, readings, offsets = [] } = terms;
  if (offsets.length > 0) hash.update(`],"offsets":${canonicalJson(offsets.map(plainOffset)).slice(0, -1)}`, 'utf8');
  hash.update(`],${canonicalJson({ packHash, parameters, readings }).slice(1)}`, 'utf8');
  return hash.digest('hex');
}

/**
 * Canonical JSON of a line. Only what a line is declared to be: a caller's richer objects (a whole roster row as `account`)
 * do not change the hash. Its keys stand here in code-unit order already, so that the engine's own JSON is canonical.
 */
export function lineJson(line: PayoutLine): string {
  const { kind, id, name } = line.payee;
  const { bankName, accountName, accountNumber } = line.account;
  return JSON.stringify({
    account: { accountName, accountNumber, bankName },
    amount: whole(line.amount),
    basis: line.basis,
    benefit: line.benefit,
    benefitId: line.benefitId,
    charges: line.charges.map(plainCharge),
    clause: line.clause,
    community: line.community,
    cutBy: line.cutBy,
    entitlement: whole(line.entitlement),
    householdId: line.householdId,
    idNumber: line.idNumber,
    incomeYear: line.incomeYear,
    lineNo: line.lineNo,
    paidBefore: whole(line.paidBefore),
    payee: { id, kind, name },
    policyId: line.policyId,
    reissueOfLine: line.reissueOfLine,
    township: line.township,
  });
}

/** JSON would turn a number that is none into null. */
function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TypeError('an amount or count of a line must be a whole number');
  return value;
}

function plainOffset(entry: OffsetEntry): OffsetEntry {
  const { kind, id, name } = entry.payee;
  return {
    offsetNo: entry.offsetNo,
    policyId: entry.policyId,
    benefitId: entry.benefitId,
    benefit: entry.benefit,
    payee: { kind, id, name },
    idNumber: entry.idNumber,
    householdId: entry.householdId,
    township: entry.township,
    community: entry.community,
    incomeYear: entry.incomeYear,
    entitlement: entry.entitlement,
    paidBefore: entry.paidBefore,
    cutBy: entry.cutBy,
    amount: entry.amount,
    clause: entry.clause,
    basis: entry.basis,
    charges: entry.charges.map(plainCharge),
  };
}

function plainCharge({ amount, count, key, maxAmount, maxCount }: Charge): Charge {
  return { amount: whole(amount), count: whole(count), key, maxAmount, maxCount };
}
