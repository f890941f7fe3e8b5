import { sentName } from '../../domain/bank-identity.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { RowModel, WorkbookModel } from '../model/workbook-model.js';
import type { LeftOutOfFile } from './render-bank-files.js';

const COLUMNS = [
  '序号',
  '领取人',
  '身份证号或代码',
  '户编号',
  '乡镇',
  '社区',
  '项目',
  '金额',
  '开户银行',
  '账户名称',
  '银行账号',
  '为什么没有送',
  '更正后的开户银行',
  '更正后的账户名称',
  '更正后的银行账号',
] as const;

/** Lines that stand in no bank file, with room for what is to be mended; for the clerks who ask for the right account. */
export function leftOutSheet(
  batchId: string,
  lines: readonly PayoutLine[],
  leftOut: readonly LeftOutOfFile[],
): WorkbookModel {
  const reasons = new Map(leftOut.map(({ lineNo, code, text }) => [lineNo, `${code} ${text}`]));
  return {
    title: batchId,
    whole: true,
    sheets: [
      {
        name: '未送银行',
        columns: [6, 14, 22, 14, 12, 14, 18, 12, 22, 16, 24, 28, 22, 16, 24].map((width) => ({ width })),
        freeze: { rows: 1, columns: 0 },
        rows: [
          { cells: [...COLUMNS], style: 'header' },
          ...lines
            .filter(({ lineNo }) => reasons.has(lineNo))
            .map((line): RowModel => {
              const { lineNo, payee, idNumber, householdId, township, community, benefit, amount, account } = line;
              const text = (value: string | null): { value: string | null; style: 'text' } => ({
                value,
                style: 'text',
              });
              return {
                cells: [
                  { value: lineNo, style: 'integer' },
                  text(payee.name),
                  { value: idNumber ?? payee.id, style: 'id' },
                  text(householdId),
                  text(township),
                  text(community),
                  text(benefit),
                  { fen: amount, style: 'money' },
                  text(account.bankName),
                  text(sentName(line)),
                  { value: account.accountNumber, style: 'id' },
                  text(reasons.get(lineNo) ?? null),
                  text(null),
                  text(null),
                  text(null),
                ],
              };
            }),
        ],
      },
    ],
  };
}
