import type { RowModel } from '../model/workbook-model.js';
import { formatYuan, sumFen } from '../../domain/money.js';
import type { BankDialect } from './bank-dialect.js';

/** Columns of the 一卡通 system's roster, in its order and words (reference/payments.md §3.3). */
export const CARD_ROSTER_COLUMNS = [
  ...['排序序号', '户主姓名', '户主身份证号', '收款人姓名', '收款人身份证号', '银行账号', '开户银行', '村(居)委会'],
  ...['村(居)民小组', '享受人', '享受人身份证号', '联系电话', '务工地点', '乘坐交通工具', '补贴标准', '补贴金额'],
  ...['填报日期', '备注'],
] as const;

/**
 * The 18-column roster that a county's 一卡通 system imports. Columns of what a batch does not know (group, telephone,
 * place, means of transport) stay empty; the head's columns are filled where the household is paid.
 */
export const cardRoster: BankDialect = {
  id: 'ykt',
  title: { zh: '一卡通发放花名册（18列）', en: '18-column 一卡通 roster' },
  extension: 'xlsx',
  maxRows: 5000,
  charset: 'unicode',
  forbidden: /[\r\n\t]/,
  maxNameBytes: null,
  needsUnit: false,
  render: (lines, { day, batchId }) => ({
    form: 'workbook',
    workbook: {
      title: batchId,
      whole: true,
      sheets: [
        {
          name: '发放花名册',
          columns: [8, 12, 22, 14, 22, 24, 22, 16, 14, 12, 22, 14, 16, 14, 12, 14, 12, 36].map((width) => ({ width })),
          freeze: { rows: 1, columns: 0 },
          rows: [
            { cells: [...CARD_ROSTER_COLUMNS], style: 'header' },
            ...lines.map(({ line, name, account }): RowModel => {
              const household = line.payee.kind === 'household';
              const text = (value: string | null): { value: string | null; style: 'text' } => ({
                value,
                style: 'text',
              });
              const id = (value: string | null): { value: string | null; style: 'id' } => ({ value, style: 'id' });
              return {
                cells: [
                  { value: line.lineNo, style: 'integer' },
                  text(household ? line.payee.name : null),
                  id(household ? line.idNumber : null),
                  text(name),
                  id(name === line.payee.name ? line.idNumber : null),
                  id(account),
                  text(line.account.bankName),
                  text(line.community),
                  text(null),
                  text(line.payee.name),
                  id(line.idNumber ?? line.payee.id),
                  text(null),
                  text(null),
                  text(null),
                  text(formatYuan(line.entitlement)),
                  { fen: line.amount, style: 'money' },
                  text(day),
                  text(`${batchId} ${line.benefit}`),
                ],
              };
            }),
            {
              cells: [
                text('合计'),
                ...Array<null>(14).fill(null),
                { fen: sumFen(lines.map(({ line }) => line.amount)), style: 'money' },
                null,
                text(`${lines.length}笔`),
              ],
            },
          ],
        },
      ],
    },
  }),
};

function text(value: string): { value: string; style: 'text' } {
  return { value, style: 'text' };
}
