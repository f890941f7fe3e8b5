import type { BankRow } from '../../tables/return-file.js';

/**
 * Each transaction once: rows with one serial number are one, and rows that two overlapping files both hold count as often
 * as the file that holds them most often. Rows without a day are never taken for the same: people are paid alike each month.
 */
export function transactionsOf(bank: readonly BankRow[]): BankRow[] {
  const serials = new Set<string>();
  const seen = new Map<string, Map<string, number>>();
  return bank.filter((row) => {
    if (row.amount === null && row.result === null && /^[\s0.,/-]*$/.test(row.amountText)) return false;
    const file = row.place.file ?? '';
    if (row.serial !== null) {
      const key = [row.serial, row.account, row.name, row.amount, row.direction, row.result].join('|');
      if (serials.has(key)) return false;
      serials.add(key);
      return true;
    }
    if (row.day === null) return true;
    const files = seen.get(row.fingerprint) ?? new Map<string, number>();
    seen.set(row.fingerprint, files);
    const before = Math.max(0, ...files.values());
    const own = (files.get(file) ?? 0) + 1;
    files.set(file, own);
    return own > before;
  });
}

/** Money that left for a payee: without a word on result and direction every row of a statement is one. */
export function isPayment({ result, direction }: BankRow): boolean {
  return (result === null || result === 'paid') && direction !== 'in' && direction !== 'unclear';
}

/** Money that did not arrive or came back. */
export function isReturn({ result, direction }: BankRow): boolean {
  return result === 'failed' || result === 'returned' || direction === 'in';
}

const FEE = /手续费|工本费|年费|管理费|短信费|汇划费|邮电费|服务费|电子汇划|凭证费|利息税/;
const TRANSFER = /划转|划拨|上划|归集|内部转账|同名|零余额|转存|调拨|缴税|税款|国库|清算|归还|结转/;
const OFFICE = /局|所|财政|银行|中心|政府|国库|办公室|委员会|信用社|联社|税务|专户|公司/;

/** Fees and transfers of the payer itself, which never were payments to anybody on a roster. */
export function isOwnBusiness({ remark, name }: BankRow): boolean {
  const words = (remark ?? '').replace(/\s/g, '');
  const office = name === null || OFFICE.test(name);
  return office && (FEE.test(words) || (TRANSFER.test(words) && name !== null) || (name !== null && FEE.test(name)));
}

/** Whether a remark names an account or a person. */
export function mentions({ remark }: BankRow, account: string | null, name: string): boolean {
  if (remark === null) return false;
  return (account !== null && remark.includes(account)) || (name.length > 1 && remark.includes(name));
}
