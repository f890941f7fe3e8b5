import { formatYuan } from '../../domain/money.js';
import type { BankDialect } from './bank-dialect.js';

/** 企业网银 text: 序号,卡号,姓名,金额,备注; no header, no total (reference/payments.md §3.4). */
export const commaText: BankDialect = {
  id: 'comma',
  title: { zh: '企业网银文本（逗号分隔）', en: 'online banking text, commas' },
  extension: 'txt',
  maxRows: null,
  charset: 'gbk',
  forbidden: /[,，"\r\n\t]/,
  maxNameBytes: null,
  needsUnit: false,
  render: (lines, { remark }) => ({
    form: 'text',
    encoding: 'gb18030',
    text: lines
      .map(
        ({ line, name, account }) =>
          `${[line.lineNo, account, name, formatYuan(line.amount), remark.replace(/[,"\r\n\t]/g, ' ')].join(',')}\r\n`,
      )
      .join(''),
  }),
};
