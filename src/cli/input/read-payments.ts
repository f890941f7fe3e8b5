import { dirname, join, basename } from 'node:path';
import type { PaymentRecord } from '../../batch/compare/payment-changes.js';
import type { PayoutLine } from '../../domain/payout.js';
import { openWorkbook } from '../../io/readers/index.js';
import { isFolder } from '../../io/roster-folder.js';
import { fileExists } from '../../io/text-file.js';
import { parseYuan } from '../../domain/money.js';
import { openLedger } from '../../ledger/ledger.js';
import { displayText } from '../../tables/values/plain-text.js';
import { Fault } from '../faults/fault.js';

/** Payments of a batch, and what to call it. */
export interface Payments {
  readonly title: string;
  readonly records: readonly PaymentRecord[];
}

/**
 * The payments that `word` stands for: a folder that `run` wrote, its batch.json, a payouts.csv, or a batch of the
 * ledger. Null when it is a roster. Throws Fault when there is nothing of that name, LedgerFault from the ledger.
 */
export async function readPayments(word: string, ledgerFile: string): Promise<Payments | null> {
  if (!fileExists(word)) return fromLedger(word, ledgerFile);
  if (isFolder(word)) return fileExists(join(word, 'batch.json')) ? await fromCsv(join(word, 'payouts.csv')) : null;
  if (basename(word) === 'batch.json') return await fromCsv(join(dirname(word), 'payouts.csv'));
  return /\.csv$/i.test(word) ? await fromCsv(word) : null;
}

function fromLedger(word: string, file: string): Payments {
  if (!fileExists(file) || /[\\/]|\.(xlsx?|xlsm|et|csv|tsv|json)$/i.test(word)) throw nothingThere(word);
  const ledger = openLedger(file, { create: false });
  try {
    const { summary, lines } = ledger.show(word);
    return { title: summary.batchId, records: lines.map(({ line }) => recordOf(line)) };
  } finally {
    ledger.dispose();
  }
}

function recordOf(line: PayoutLine): PaymentRecord {
  return {
    payeeKind: line.payee.kind,
    payeeId: line.payee.id,
    payeeName: line.payee.name,
    household: line.householdId,
    benefitId: line.benefitId,
    benefit: line.benefit,
    year: line.incomeYear === null ? '' : String(line.incomeYear),
    amount: line.amount,
    bankName: line.account.bankName ?? '',
    accountName: line.account.accountName ?? '',
    accountNumber: line.account.accountNumber ?? '',
    township: line.township ?? '',
    community: line.community ?? '',
  };
}

/** Null when the file is no payouts.csv. An amount that cannot be read is a fault: it is never taken for nothing. */
async function fromCsv(path: string): Promise<Payments | null> {
  if (!fileExists(path)) throw nothingThere(path);
  const workbook = await openWorkbook(path);
  try {
    const records: PaymentRecord[] = [];
    let header: readonly string[] | null = null;
    let title = path;
    await workbook.sheets[0]?.scan((row, cells) => {
      const texts = Array.from(cells, (cell) => displayText(cell ?? null));
      if (header === null) {
        header = texts.map((text) => text.trim());
        return header[0] === 'line_no' && header[1] === 'batch_id';
      }
      const at = (name: string): string => (texts[header?.indexOf(name) ?? -1] ?? '').trim();
      const amount = parseYuan(at('amount'));
      if (amount === null) throw badAmount(path, row, at('amount'));
      title = at('batch_id');
      records.push({
        payeeKind: at('payee_kind'),
        payeeId: at('payee_id'),
        payeeName: at('payee_name'),
        household: at('household_id') === '' ? null : at('household_id'),
        benefitId: at('benefit_id'),
        benefit: at('benefit'),
        year: at('income_year'),
        amount,
        bankName: at('bank_name'),
        accountName: at('account_name'),
        accountNumber: at('account_number'),
        township: at('township'),
        community: at('community'),
      });
      return true;
    });
    const first = header as readonly string[] | null;
    return first?.[0] === 'line_no' && first[1] === 'batch_id' ? { title, records } : null;
  } finally {
    await workbook.close();
  }
}

function badAmount(path: string, row: number, found: string): Fault {
  return new Fault(
    'bad-payouts',
    { what: `${path} 第 ${row} 行的金额读不出来：「${found}」`, how: '用 run 写出的原文件，不要改动 payouts.csv' },
    { what: `${path}, row ${row}: the amount "${found}" cannot be read`, how: 'use the file as run wrote it' },
  );
}

function nothingThere(word: string): Fault {
  return new Fault(
    'not-found',
    {
      what: `没有找到「${word}」`,
      how: '写花名册文件或文件夹，或批次号（butie batches 列出）、run 写出的 batch.json、payouts.csv',
    },
    {
      what: `there is no "${word}"`,
      how: 'give roster files or folders, a batch id (see butie batches), a batch.json or a payouts.csv',
    },
  );
}
