import type { ReturnReason } from '../../domain/return-reason.js';

/** Words of banks by code, most telling first (reference/payments.md §3.4). */
const PATTERNS: readonly (readonly [ReturnReason, RegExp])[] = [
  ['DECEASED', /死亡|去世|身故|已故|deceased/i],
  [
    'NAME_MISMATCH',
    /户名不符|户名错|户名不一致|户名与账号不符|账户名为|姓名不符|户名账号不符|账号户名不符|name.?mismatch|户名有误/i,
  ],
  ['NOT_ACTIVATED', /未激活|没有激活|未启用|not.?activated/i],
  ['NOT_SETTLEMENT', /非结算户|非一般结算户|非个人结算户/],
  ['FROZEN', /冻结|止付|frozen/i],
  ['ACCOUNT_CLOSED', /销户|账户失效|账号失效|已注销|账户注销|closed/i],
  ['MEDIUM_ABNORMAL', /介质状态|账号状态异常|账户状态异常|卡状态|挂失|状态不正常|状态异常/],
  ['WRONG_BANK', /开户行|行号错|行号不符|非本行|他行/],
  ['ID_MISSING', /证件号码?不能为空|证件号码?为空|身份证.*为空|证件.*过期/],
  ['DUPLICATE', /重复|代理次数|duplicate/i],
  ['PAYER_FUNDS', /余额不足|账户余额不正常|可用余额/],
  ['UNIT_ERROR', /^单位编号错误|单位编号有误|单位不存在/],
  ['ACCOUNT_NOT_FOUND', /不存在|无此账|无此户|账号错误|账号有误|卡号有误|卡号错误|账号信息错误|查无|not.?found/i],
];

/** Code for a bank's own words. Words nobody has seen are `UNKNOWN_TEXT`; the text is kept by whoever stores the code. */
export function reasonCode(text: string): ReturnReason {
  const words = text.normalize('NFKC').replace(/\s/g, '').replaceAll('帐', '账');
  for (const [code, pattern] of PATTERNS) if (pattern.test(words)) return code;
  return 'UNKNOWN_TEXT';
}
