import type { Finding } from '../../findings/finding.js';
import { protectFile } from '../../io/protected-files.js';
import { openWorkbook } from '../../io/readers/index.js';
import { readBudget } from '../../tables/budget-file.js';
import type { BankRow } from '../../tables/return-file.js';
import { readStatementRows } from '../../tables/return-file.js';
import type { BudgetRow } from '../../domain/budget.js';
import { Fault } from '../faults/fault.js';
import { refusalReasons } from '../faults/refusal-reasons.js';
import { asFindings } from '../tell/tell-findings.js';
import { bankColumns } from './bank-columns.js';

export interface BankFiles {
  readonly rows: readonly BankRow[];
  readonly findings: readonly Finding[];
}

/**
 * Rows of bank statements and result files. A file without a usable table leaves its finding; when none of them can be
 * used, a Fault is thrown. A file that cannot be read throws ReadFault.
 */
export async function readBankFiles(paths: readonly string[], answers: readonly string[] = []): Promise<BankFiles> {
  const { columns, requireUsed } = bankColumns(answers);
  const rows: BankRow[] = [];
  const findings: Finding[] = [];
  let unusable = 0;
  for (const path of new Set(paths)) {
    protectFile(path);
    const workbook = await openWorkbook(path);
    try {
      const reading = await readStatementRows(workbook, { columns });
      if (reading.rows.length === 0 && reading.findings.some(({ severity }) => severity === 'error')) unusable += 1;
      for (const row of reading.rows) rows.push(row);
      findings.push(...asFindings(reading.findings));
    } finally {
      await workbook.close();
    }
  }
  requireUsed();
  if (paths.length > 0 && unusable === new Set(paths).size) throw noBankTable(paths);
  return { rows, findings };
}

/** Rows of a budget file. Throws Fault when it has no usable row. */
export async function readBudgetFile(
  path: string,
): Promise<{ rows: readonly BudgetRow[]; findings: readonly Finding[] }> {
  protectFile(path);
  const workbook = await openWorkbook(path);
  try {
    const { rows, findings } = await readBudget(workbook);
    if (rows.length === 0) throw noBudget(path);
    return { rows, findings: asFindings(findings) };
  } finally {
    await workbook.close();
  }
}

function noBankTable(paths: readonly string[]): Fault {
  const files = paths.join('、');
  return new Fault(
    'no-usable-table',
    {
      what: `${files} 里没有认出银行明细`,
      why: '表头应有 金额、账号（或序号）、户名；没有明细就不能对账',
      how: '向银行要 Excel 或 CSV 明细，第一行写好表头：户名、账号、金额、结果、入账日期',
    },
    {
      what: `${files}: no bank statement was recognised`,
      why: 'its header should name an amount, an account (or line number) and a name',
      how: 'get a statement as Excel or CSV with the headers 户名, 账号, 金额, 结果, 入账日期',
    },
  );
}

/** The fault of a bank result file whose table was refused (src/CONTRACT.md §2: no usable table is exit code 2). */
export function noReturnTable(file: string, findings: readonly Finding[]): Fault {
  return new Fault(
    'no-usable-table',
    {
      what: `${file} 里没有一张能用的回盘表，一笔也没有登记`,
      why: refusalReasons(findings, 'zh', '表头没有认出来，或者缺少必填的列'),
      how: '请把第一行表头写成：序号、户名、账号、金额、结果、失败原因、入账日期',
    },
    {
      what: `${file}: no result table that can be used; nothing was recorded`,
      why: refusalReasons(findings, 'en', 'no header was recognised, or required columns are missing'),
      how: 'head its columns 序号, 户名, 账号, 金额, 结果, 失败原因, 入账日期',
    },
  );
}

function noBudget(path: string): Fault {
  return new Fault(
    'no-usable-table',
    { what: `${path} 里没有能用的预算行`, how: '预算表应有两列：项目（名称或编号）、预算金额' },
    { what: `${path} holds no usable budget row`, how: 'it should have two columns: benefit (name or id) and amount' },
  );
}
