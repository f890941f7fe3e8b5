import type { BankDialect } from './bank-dialect.js';
import { cardRoster } from './card-roster.js';
import { commaText } from './comma-text.js';
import { genericCsv } from './generic-csv.js';
import { genericXlsx } from './generic-xlsx.js';
import { pipeText } from './pipe-text.js';

/** Every bank format, by the name that `--bank` takes; the first is the default. */
export const BANK_DIALECTS: readonly BankDialect[] = [genericCsv, genericXlsx, commaText, pipeText, cardRoster];

/** The dialect of a name, or null. */
export function bankDialect(id: string): BankDialect | null {
  return BANK_DIALECTS.find((dialect) => dialect.id === id) ?? null;
}
