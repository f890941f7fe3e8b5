import { maskAccount, maskId, maskNumbersInText, maskPhone } from '../../domain/masking.js';
import { looksLikePersonId } from '../../domain/resident-id.js';

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

/** ID numbers, accounts and telephones in free text. */
export const maskFreeText = maskNumbersInText;

/** {@link maskFreeText} for a field that may be blank. */
export function maskOrNull(text: string | null): string | null {
  return text === null ? null : maskFreeText(text);
}

/** A 户编号 stays readable unless the clerk used an ID number for it. */
export function maskHouseholdId(id: string | null): string | null {
  return id !== null && looksLikePersonId(id) ? maskId(id) : id;
}

/** 户编号 and 统一社会信用代码 stay as they are; ID numbers (also of a 劳务经纪人 in place of a code) are masked. */
export function maskPayeeId(kind: 'household' | 'person' | 'organisation', id: string): string {
  return kind === 'person' || looksLikePersonId(id) ? maskId(id) : id;
}
