import { capitalAmount } from '../../domain/capital-amount.js';
import { sumFen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { headerRow, money, signatureRow, totalRow } from '../model/sheet-rows.js';
import type { RowModel, SheetModel } from '../model/workbook-model.js';
import type { CorrectedLine } from './corrected-line.js';
import { payeeCount } from './line-groups.js';
import { paperHead, paperPrint, signers, type Paper } from './paper.js';

const HEADERS = [
  '序号',
  '原行号',
  '户主/收款人',
  '发放项目',
  '金额（元）',
  '原开户行/账号',
  '更正后开户行/账号',
  '银行退回原因',
  '收款人签字',
];
const WIDTH = HEADERS.length;

/** 更正发放表: old and new account and the reason, for what is paid again. */
export function correctionSheet(paper: Paper, corrected: readonly CorrectedLine[]): SheetModel {
  return {
    name: '更正发放表',
    columns: [
      { width: 6, style: 'integer' },
      { width: 8, style: 'integer' },
      { width: 14, style: 'text-center' },
      { width: 14, style: 'text-center' },
      { width: 13, style: 'money' },
      { width: 24, style: 'text-center' },
      { width: 24, style: 'text-center' },
      { width: 18, style: 'wrap' },
      { width: 14, style: 'text' },
    ],
    rows: (function* (): Generator<RowModel> {
      yield* paperHead(paper, `${paper.policy.name}更正发放表`, WIDTH);
      yield headerRow(HEADERS);
      for (const { line, before, reason } of corrected)
        yield {
          cells: [
            line.lineNo,
            line.reissueOfLine ?? null,
            line.payee.name,
            line.benefit,
            money(line.amount),
            accountText(before),
            accountText(line),
            reason,
            null,
          ],
          height: 48,
        };
      const total = sumFen(corrected.map(({ line }) => line.amount));
      const lines = corrected.map(({ line }) => line);
      yield totalRow(`合计（${payeeCount(lines)}，${lines.length}笔）`, 4, [
        money(total, 'total-money'),
        ...Array.from({ length: WIDTH - 5 }, () => null),
      ]);
      yield totalRow(`金额（大写）：人民币${capitalAmount(total)}　原批次：${paper.reissueOf ?? ''}`, WIDTH, []);
      yield signatureRow(signers(paper), WIDTH);
    })(),
    print: paperPrint(paper, true, 4),
  };
}

function accountText(line: PayoutLine | null): string {
  if (line === null) return '';
  const { bankName, accountName, accountNumber } = line.account;
  const owner = accountName === null || accountName === line.payee.name ? [] : [`户名：${accountName}`];
  return [bankName ?? '', accountNumber ?? '缺账号', ...owner].filter((part) => part !== '').join('\n');
}
