export type { BankResult, BankRow, BankRows } from './bank/bank-row.js';
export { readReturnRows, readStatementRows, type BankCoverage, type BankFileAnswers } from './bank/read-bank-rows.js';
