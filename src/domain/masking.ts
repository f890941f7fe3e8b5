/**
 * One fixed masking profile. ID numbers keep first 4 and last 4, accounts the last 4: a subset of the common 6+4 mask,
 * so that an older notice and ours cannot be combined to restore the number (reference/payments.md §3.5).
 * Everything cuts by code point: 𠮷 and 䶮 must not break.
 */
export const MASKING_PROFILE = 'id-4-4/account-4/1';

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

/** `张三丰` → `张**`; a minority name keeps what stands before its middle dot. */
export function maskName(name: string): string {
  const characters = [...name];
  return maskMiddle(characters, Math.min(1, characters.length), 0);
}

/** Masks any run of 15 or more ID- or account-like characters inside free text. */
export function maskNumbersInText(text: string): string {
  return text
    .replace(/[\dXx]{15,}/g, (digits) => maskId(digits))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`);
}

function maskMiddle(characters: string[], head: number, tail: number): string {
  const hidden = Math.max(0, characters.length - head - tail);
  return characters.slice(0, head).join('') + '*'.repeat(hidden) + characters.slice(characters.length - tail).join('');
}
