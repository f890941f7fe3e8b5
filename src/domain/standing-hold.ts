/** Somebody on the standing list (停发名单): nothing is paid to them until they are released. */
export interface StandingHold {
  /** 户编号, 18-character ID or 统一社会信用代码, as {@link payeeText} writes it. */
  readonly payee: string;
  readonly reason: string;
  readonly by: string;
  /** Moment as ISO text. */
  readonly at: string;
}

/** A payee as somebody types it: without blanks around it, in half-width characters, an ID or a code in capitals. */
export function payeeText(typed: string): string {
  const text = typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  return /^[\da-z]{18}$/i.test(text) ? text.toUpperCase() : text;
}
