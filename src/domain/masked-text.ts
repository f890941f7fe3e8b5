/** Characters that banks put in place of what they do not show. */
const MASK = /[*＊xX●•○■□#?？]/u;

/** Whether an account is shown in part: 622848*********0018. */
export function isMaskedAccount(account: string): boolean {
  return /\d{2}/.test(account) && /[*＊●•○■□#?？]|(?<=\d)[xX]{2,}/u.test(account);
}

/** Whether a name is shown in part: 马**, *志强. Three letters x are a mask as well. */
export function isMaskedName(name: string): boolean {
  return /[*＊●○■□#?？]/u.test(name) || /^\p{L}[xX]{1,3}\p{L}?$/u.test(name);
}

/**
 * Whether a whole text can stand behind a masked one: what is shown in front and behind must be its beginning and its end,
 * and what is shown in between must follow in order. Of an account at least four digits must be shown.
 */
export function fitsMask(masked: string, whole: string): boolean {
  const parts: string[] = [];
  let part = '';
  for (const character of masked)
    if (MASK.test(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  parts.push(part);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (first.length + last.length >= whole.length) return false;
  if (!whole.startsWith(first) || !whole.endsWith(last)) return false;
  let from = first.length;
  for (const middle of parts.slice(1, -1)) {
    const at = whole.indexOf(middle, from);
    if (at < 0 || at + middle.length > whole.length - last.length) return false;
    from = at + middle.length;
  }
  return true;
}
