import { hasCardCheckDigit } from './bank-identity.js';
import { checkCreditCode } from './credit-code.js';
import { looksLikePersonId } from './resident-id.js';

/**
 * One fixed masking profile. ID numbers keep first 4 and last 4, accounts the last 4: a subset of the common 6+4 mask,
 * so that an older notice and ours cannot be combined to restore the number (reference/payments.md §3.5).
 * Everything cuts by code point: 𠮷 and 䶮 must not break.
 */
export const MASKING_PROFILE = 'id-4-4/account-4/1';

declare const SHOWN: unique symbol;

/** Text that may be shown: its numbers are masked, or {@link wholeText} was said aloud. The writers take nothing else. */
export type ShownText = string & { readonly [SHOWN]: true };

/** Text with its numbers whole: for the files that pay, and where a person asked for it. */
export function wholeText(text: string): ShownText {
  return text as ShownText;
}

/** `640181199001010010` → `6401**********0010`. Shorter or odd values keep at most a quarter at each end. */
export function maskId(id: string): string {
  const characters = [...id];
  const keep = characters.length >= 15 ? 4 : Math.min(2, Math.floor(characters.length / 4));
  return maskMiddle(characters, keep, keep);
}

/** `6228480000000000000` → `***************0000`. */
export function maskAccount(account: string): string {
  const characters = [...account];
  return maskMiddle(characters, 0, characters.length >= 8 ? 4 : 0);
}

/** `13900000001` → `139****0001`; shorter numbers keep their last two. */
export function maskPhone(phone: string): string {
  const characters = [...phone];
  return characters.length < 7 ? maskMiddle(characters, 0, 2) : maskMiddle(characters, 3, 4);
}

/** `张三丰` → `张**`; a minority name keeps what stands before its middle dot. */
export function maskName(name: string): string {
  const characters = [...name];
  return maskMiddle(characters, Math.min(1, characters.length), 0);
}

/** What only the rosters and ledgers that were read can tell of a number: kept as long as the process lives. */
const known = { accounts: new Set<string>(), households: new Set<string>() };

/** Accounts that were read: they are masked also where their digits alone do not show what they are. */
export function learnAccount(account: string): void {
  if (account.length >= 9 && /^\d+$/.test(account) && !isNumberToHide(account)) known.accounts.add(account);
}

/** 户编号 that were read: a plain number stays readable also where it could be taken for an account. */
export function learnHousehold(household: string): void {
  if (household.length >= 16 && /^\d+$/.test(household) && !looksLikePersonId(household))
    known.households.add(household);
}

/**
 * Masks person IDs, telephones and accounts wherever they stand in a text, also in full-width digits or broken up by blanks
 * and dashes. Hashes, credit codes and plain household numbers stay.
 */
export function maskNumbersInText(text: string): ShownText {
  if (!hasLongNumber(text)) return wholeText(text);
  const plain = text
    .replace(/[０-９Ｘｘ－]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(KEPT, (token) => '#'.repeat(token.length));
  const groups = [...plain.matchAll(/\d+[Xx]?/g)].map(({ 0: digits, index }) => ({ digits, from: index }));
  let shown = '';
  let done = 0;
  for (let first = 0; first < groups.length; first++) {
    const last = lastOfNumber(plain, groups, first);
    if (last < 0) continue;
    const from = groups[first]?.from ?? 0;
    const to = endOf(groups[last]);
    // A telephone is shorter than anything else that is hidden.
    const digits = groups.slice(first, last + 1).reduce((sum, group) => sum + group.digits.length, 0);
    shown += text.slice(done, from) + (digits < 14 ? maskPhone : maskId)(text.slice(from, to));
    done = to;
    first = last;
  }
  return wholeText(shown + text.slice(done));
}

/** Hashes in hex and credit codes with letters. */
const KEPT =
  /(?<![\da-f]|\\u)(?=\d*[a-f])(?:[\da-f]{16}|[\da-f]{32,128})(?![\da-f])|(?<![\dA-Z])(?=\d{0,17}[A-WY])[\dA-HJ-NPQRTUWXY]{18}(?![\dA-Z])/g;

interface Group {
  readonly digits: string;
  readonly from: number;
}

function endOf(group: Group | undefined): number {
  return group === undefined ? 0 : group.from + group.digits.length;
}

/** What may stand between the groups of one number: blanks, dashes, characters that show nothing. */
const BETWEEN = /^[\s\u00AD\u200B-\u200F\u2010-\u2015\u2060\uFEFF.·_-]{1,2}$/;
const MOST_GROUPS = 6;

/** The group with which the number that begins at `first` ends; -1 when none begins there. */
function lastOfNumber(text: string, groups: readonly Group[], first: number): number {
  if (isNumberToHide(groups[first]?.digits ?? '')) return first;
  let found = -1;
  let length = groups[first]?.digits.length ?? 0;
  for (let last = first + 1; last < Math.min(groups.length, first + MOST_GROUPS); last++) {
    const gap = text.slice(endOf(groups[last - 1]), groups[last]?.from);
    if (gap !== '' && !BETWEEN.test(gap)) break;
    length += groups[last]?.digits.length ?? 0;
    if (length >= 10 && isBrokenNumber(groups.slice(first, last + 1).map(({ digits }) => digits))) found = last;
  }
  return found;
}

/** Whether a run of digits must not be shown. */
function isNumberToHide(digits: string): boolean {
  if (digits.length < 9) return false;
  if (looksLikePersonId(digits) || isPhone(digits) || known.accounts.has(digits)) return true;
  if (digits.length < 16 || known.households.has(digits)) return false;
  if (digits.length > 19) return true;
  if (digits.length === 18 && checkCreditCode(digits) === 'ok') return false;
  return /^\d+$/.test(digits) && (digits.startsWith('62') || hasCardCheckDigit(digits));
}

/** The same of a number in groups: 640181 19900101 0010, 6228 4800 …, 139-0000-0001, 0953-2030000. */
function isBrokenNumber(groups: readonly string[]): boolean {
  const digits = groups.join('');
  const [head = '', ...rest] = groups;
  if (/^0[1-9]\d{1,2}$/.test(head) && rest.length === 1 && /^\d{7,8}$/.test(rest[0] ?? '')) return true;
  if (isPhone(digits) && /^(?:86)?1\d\d$|^86$/.test(head)) return true;
  if (known.accounts.has(digits) || looksLikePersonId(digits)) return true;
  return /^62\d{14,17}$/.test(digits) && groups.slice(0, -1).every((group) => group.length % 4 === 0);
}

function isPhone(digits: string): boolean {
  return /^(?:86|0)?1[3-9]\d{9}$/.test(digits);
}

/** Whether there are as many digits as the shortest number to hide has. Nearly every text has not. */
function hasLongNumber(text: string): boolean {
  if (text.length < 10) return false;
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits++;
  }
  return digits >= 10;
}

function maskMiddle(characters: string[], head: number, tail: number): string {
  const hidden = Math.max(0, characters.length - head - tail);
  return characters.slice(0, head).join('') + '*'.repeat(hidden) + characters.slice(characters.length - tail).join('');
}
