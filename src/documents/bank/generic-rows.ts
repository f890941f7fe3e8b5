import { formatYuan } from '../../domain/money.js';
import type { BankFileMeta, BankLine } from './bank-dialect.js';

/** Columns of the generic files: those of a return file, without the answer. */
export const GENERIC_COLUMNS = ['序号', '户名', '账号', '开户银行', '金额', '摘要', '批次号'] as const;

export function genericRow(
  { line, name, account }: BankLine,
  { remark, batchId }: BankFileMeta,
): (string | number | null)[] {
  return [line.lineNo, name, account, line.account.bankName, formatYuan(line.amount), remark, batchId];
}
