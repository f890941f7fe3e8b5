import { checkCreditCode } from '../../domain/credit-code.js';
import { maskId } from '../../domain/masking.js';
import { readOtherDocument, readResidentId } from '../../domain/resident-id.js';
import { CellProblem, type CellReading } from './cell-problem.js';
import { compact } from './plain-text.js';

/** A spreadsheet keeps 15 digits of a number; a longer one has lost its end for good. */
export const EXACT_DIGITS = 1e15;

/** `6.40181199001010E+17`: a long number that was turned into text after its digits were lost. */
export function isExponential(text: string): boolean {
  return text.length < 30 && /e/i.test(text) && /^\d(\.\d+)?E\+?\d+$/i.test(text);
}

/** Integer text of a number cell, or null when its last digits are lost or it is no whole number. */
export function wholeDigits(value: number): string | null {
  return Number.isInteger(value) && value >= 0 && value < EXACT_DIGITS ? String(value) : null;
}

/**
 * Gives the 18 characters that key a person, or a problem. Never repairs a digit. With `anyDocument` the number of a
 * passport or permit keys one as well.
 */
export function readPersonId(text: string, anyDocument = false): CellReading {
  const value = compact(text);
  const other = anyDocument ? readOtherDocument(value) : null;
  if (other !== null) return other;
  if (isExponential(value)) return new CellProblem('CEL-03', 'error', {});
  const { problem, id, length } = readResidentId(value);
  switch (problem) {
    case 'ok':
      return id;
    case 'upgraded':
      return new CellProblem('CEL-01', 'warning', { length, reading: maskId(id ?? '') }, id, id);
    case 'disability':
      return new CellProblem('CEL-01', 'info', { length, reading: maskId(id ?? '') }, id, id);
    case 'length':
      return new CellProblem('CEL-01', 'error', { length });
    case 'characters':
      return new CellProblem('CEL-02', 'error', { reason: problem });
    default:
      return new CellProblem('CEL-02', 'error', { reason: problem }, null, id);
  }
}

/** 统一社会信用代码: an odd code is a warning and is kept as written. */
export function readCreditCode(text: string): CellReading {
  const code = compact(text).toUpperCase();
  if (isExponential(code)) return new CellProblem('CEL-18', 'warning', { found: code, reason: 'lost-digits' });
  const problem = checkCreditCode(code);
  return problem === 'ok' ? code : new CellProblem('CEL-18', 'warning', { found: code, reason: problem }, code, code);
}

/** Code of a broker: 统一社会信用代码, or the ID number of a 劳务经纪人. */
export function readCodeOrPersonId(text: string): CellReading {
  const code = compact(text).toUpperCase();
  const person = readResidentId(code);
  if (person.problem === 'ok' || person.problem === 'upgraded') return person.id;
  return readCreditCode(code);
}

/** Account number: blanks and dashes between groups of digits go; its length is judged by the checks. */
export function readAccount(text: string): CellReading {
  const plain = compact(text);
  const account = plain.includes('-') ? plain.replace(/(?<=\d)-(?=\d)/g, '') : plain;
  return isExponential(account) ? lostAccount() : account;
}

export function lostAccount(): CellProblem {
  return new CellProblem('BNK-01', 'warning', { reason: 'lost-digits' });
}
