import type { Fen } from '../../domain/money.js';
import { compact } from '../values/plain-text.js';
import type { BankAmount } from './bank-amounts.js';

const OUT = /^(借|借方|支|支出|出|付|付款|付出|转出|往|出账|支取|d|dr|debit|out|-)$/i;
const IN = /^(贷|贷方|收|收入|入|收款|转入|来|入账|存入|进|c|cr|credit|in|\+)$/i;

/** 借 and 贷 as the payer's bank writes them: what leaves the account is 借. Null for any other word. */
export function directionWord(text: string): 'out' | 'in' | null {
  const word = compact(text.normalize('NFKC'))
    .replace(/\s/g, '')
    .replace(/^\d{1,2}[-:：.]/, '');
  if (OUT.test(word)) return 'out';
  return IN.test(word) ? 'in' : null;
}

export interface Movement {
  readonly amount: Fen | null;
  readonly direction: 'out' | 'in' | null;
}

const NOTHING: Movement = { amount: null, direction: null };

/** A movement from its 借方 and 贷方 columns; a negative amount (红字) is the other side. */
export function fromSides(debit: BankAmount, credit: BankAmount): Movement {
  if (debit === 'unread' || credit === 'unread') return NOTHING;
  const out = debit ?? 0;
  const back = credit ?? 0;
  if ((out === 0) === (back === 0)) return NOTHING;
  return out === 0 ? signed(back, 'in') : signed(out, 'out');
}

/** A movement from an amount and the column that says where it went. */
export function signed(amount: Fen, direction: 'out' | 'in'): Movement {
  if (amount >= 0) return { amount, direction };
  return { amount: -amount, direction: direction === 'out' ? 'in' : 'out' };
}
