import type { BankLine, BankFileSplit } from './bank-dialect.js';

/** Lines in groups, each under the name its file gets; in the order of the lines, groups as they first appear. */
export function splitLines(lines: readonly BankLine[], by: BankFileSplit | null): ReadonlyMap<string, BankLine[]> {
  const groups = new Map<string, BankLine[]>();
  for (const line of lines) {
    const name = by === null ? '' : groupName(line, by);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  return groups;
}

function groupName({ line }: BankLine, by: BankFileSplit): string {
  if (by === 'benefit') return line.benefit;
  if (by === 'township') return blankOr(line.township, '未填乡镇');
  return blankOr(headBank(line.account.bankName ?? ''), '未填银行');
}

function blankOr(text: string | null, instead: string): string {
  return text === null || text.trim() === '' ? instead : text.trim();
}

/** One bank has many branches: 中国农业银行宁东支行 and 农业银行灵武支行 go in one file. */
export function headBank(name: string): string {
  const plain = name.normalize('NFKC').replace(/\s/g, '');
  const head =
    /^(.*?(?:储蓄银行|商业银行|合作银行|村镇银行|银行|信用合作联社|信用联社|农村信用社|信用社|农商行))/.exec(
      plain,
    )?.[1] ?? plain;
  return head.replace(/^中国(?=(?:农业|工商|建设|邮政储蓄)银行)/, '').replace(/股份有限公司.*$/, '');
}
