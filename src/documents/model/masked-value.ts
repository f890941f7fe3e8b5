import { maskAccount, maskId, maskNumbersInText } from '../../domain/masking.js';

/**
 * A cell's value for people who may not see numbers: what stands in an ID, account or phone column is masked as a whole,
 * however damaged it is (17 digits, blanks inside, letter O for zero); anything else loses its long numbers.
 */
export function maskValue(header: string | null, value: string): string {
  const column = header ?? '';
  if (/身份证|证件号|公民身份|身份号码/.test(column)) return maskId(value);
  if (/账号|帐号|账户号|卡号|一卡通|存折|账户(?!名|姓)/.test(column)) return maskAccount(value);
  if (/电话|手机|联系方式/.test(column)) return maskPhone(value);
  return maskFreeText(value);
}

/** ID and account numbers in free text, also in full-width digits or broken up by blanks. */
export function maskFreeText(text: string): string {
  if (!hasLongNumber(text)) return text;
  return maskNumbersInText(text).replace(/[0-9０-９](?:[ \u00A0\u3000]{0,2}[0-9０-９XxＸｘ]){14,}/g, (run) => {
    const plain = run.replace(/[ \u00A0\u3000]/g, '').normalize('NFKC');
    const number = plain === run.normalize('NFKC') || looksLikePersonId(plain) || /^62\d{13,17}$/.test(plain);
    return number ? maskId(run) : run;
  });
}

/** {@link maskFreeText} for a field that may be blank. */
export function maskOrNull(text: string | null): string | null {
  return text === null ? null : maskFreeText(text);
}

/** Whether there are as many digits as the shortest number to hide, a telephone's, has. Nearly every text has not. */
function hasLongNumber(text: string): boolean {
  if (text.length < 11) return false;
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits++;
  }
  return digits >= 11;
}

/** A 户编号 stays readable unless the clerk used an ID number for it. */
export function maskHouseholdId(id: string | null): string | null {
  return id !== null && looksLikePersonId(id) ? maskId(id) : id;
}

/** 户编号 and 统一社会信用代码 stay as they are; ID numbers (also of a 劳务经纪人 in place of a code) are masked. */
export function maskPayeeId(kind: 'household' | 'person' | 'organisation', id: string): string {
  return kind === 'person' || looksLikePersonId(id) ? maskId(id) : id;
}

/** Keeps three and four; shorter numbers keep their last two. */
function maskPhone(value: string): string {
  const characters = Array.from(value);
  if (characters.length < 7) return '*'.repeat(Math.max(0, characters.length - 2)) + characters.slice(-2).join('');
  return characters.slice(0, 3).join('') + '*'.repeat(characters.length - 7) + characters.slice(-4).join('');
}

const DAY = '(0[1-9]|1[0-2])([0-2]\\d|3[01])';
const PERSON_ID = new RegExp(`^[1-8]\\d{5}((18|19|20)\\d{2}${DAY}\\d{3}[\\dXx].{0,4}|\\d{2}${DAY}\\d{3})$`);

/** 18 characters with a plausible birth date, or 15 digits with one; the check digit may be wrong. */
function looksLikePersonId(id: string): boolean {
  return id.length >= 15 && PERSON_ID.test(id.trim());
}
