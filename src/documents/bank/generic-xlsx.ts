import type { RowModel } from '../model/workbook-model.js';
import type { BankDialect } from './bank-dialect.js';
import { GENERIC_COLUMNS } from './generic-rows.js';

/** A plain workbook for portals that take an upload; most of them stop at 5,000 rows. */
export const genericXlsx: BankDialect = {
  id: 'xlsx',
  title: { zh: '通用Excel', en: 'plain workbook' },
  extension: 'xlsx',
  maxRows: 5000,
  charset: 'unicode',
  forbidden: /[\r\n\t]/,
  maxNameBytes: null,
  needsUnit: false,
  render: (lines, { remark, batchId }) => ({
    form: 'workbook',
    workbook: {
      title: batchId,
      whole: true,
      sheets: [
        {
          name: '代发明细',
          columns: [8, 16, 26, 24, 14, 20, 36].map((width) => ({ width })),
          freeze: { rows: 1, columns: 0 },
          rows: [
            { cells: [...GENERIC_COLUMNS], style: 'header' },
            ...lines.map(
              ({ line, name, account }): RowModel => ({
                cells: [
                  { value: line.lineNo, style: 'integer' },
                  { value: name, style: 'text' },
                  { value: account, style: 'id' },
                  { value: line.account.bankName, style: 'text' },
                  { fen: line.amount, style: 'money' },
                  { value: remark, style: 'text' },
                  { value: batchId, style: 'text' },
                ],
              }),
            ),
          ],
        },
      ],
    },
  }),
};
