import { formatYuan, sumFen } from '../../domain/money.js';
import type { BankDialect, BankLine } from './bank-dialect.js';

/** 身份证 in the bank's list of document kinds. */
const ID_CARD = '1';

/**
 * Rural bank core: a summary line `日期|单位编号|总笔数|总金额`, then
 * `代理编号|客户姓名|金额|账号|单位编号|证件类型|证件号码|该账户当日代理次数`. The bank refuses the file when count, sum or
 * the counter of an account is off (reference/payments.md §3.4).
 */
export const pipeText: BankDialect = {
  id: 'pipe',
  title: { zh: '农信核心文本（竖线分隔，带汇总行）', en: 'rural bank text, pipes, with summary line' },
  extension: 'txt',
  maxRows: null,
  charset: 'gbk',
  forbidden: /[|\r\n\t]/,
  maxNameBytes: 60,
  needsUnit: true,
  render: (lines, { day, unitCode }) => {
    const total = sumFen(lines.map(({ line }) => line.amount));
    const summary = [day.replaceAll('-', ''), unitCode, lines.length, formatYuan(total)].join('|');
    const details = lines.map((line) => detail(line, unitCode));
    return { form: 'text', encoding: 'gb18030', text: [summary, ...details, ''].join('\r\n') };
  },
};

function detail({ line, name, account, timesToday }: BankLine, unitCode: string): string {
  const document = line.idNumber === null ? ['', ''] : [ID_CARD, line.idNumber];
  return [line.lineNo, name, formatYuan(line.amount), account, unitCode, ...document, timesToday].join('|');
}
