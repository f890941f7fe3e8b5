import { isName, isSamePerson } from '../../domain/person-name.js';
import { LedgerFault } from './ledger-fault.js';

/** Who did something, and when: the clock and the person belong to the caller. */
export interface Act {
  readonly by: string;
  /** Moment as ISO text. */
  readonly at: string;
  /** Second person, where the office asks for one. */
  readonly checkedBy?: string;
}

/** Trimmed name; throws when nobody is named: a name has a letter in it. */
export function requireName(by: string): string {
  const name = by.trim();
  if (!isName(name)) throw new LedgerFault('no-name');
  return name;
}

/** Who acts, and who checked it where somebody did: another person. Throws LedgerFault. */
export function requirePeople({ by, checkedBy }: Act): { readonly actor: string; readonly checkedBy?: string } {
  const actor = requireName(by);
  if (checkedBy === undefined) return { actor };
  const second = requireName(checkedBy);
  if (isSamePerson(actor, second)) throw new LedgerFault('same-second-person', { by: actor });
  return { actor, checkedBy: second };
}
