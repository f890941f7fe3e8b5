import type { BankDialect } from './bank-dialect.js';
import { genericRow, GENERIC_COLUMNS } from './generic-rows.js';

/** A plain CSV with a header that any bank's clerk can map, and that comes back as a return file with 结果 added. */
export const genericCsv: BankDialect = {
  id: 'csv',
  title: { zh: '通用CSV', en: 'plain CSV' },
  extension: 'csv',
  maxRows: null,
  charset: 'unicode',
  forbidden: /[\r\n\t]/,
  maxNameBytes: null,
  needsUnit: false,
  render: (lines, meta) => ({
    form: 'csv',
    encoding: 'utf8-bom',
    csv: {
      name: 'bank',
      whole: true,
      columns: GENERIC_COLUMNS.map((name) => ({ name, freeText: name !== '序号' && name !== '金额' })),
      rows: lines.map((line) => genericRow(line, meta)),
    },
  }),
};
