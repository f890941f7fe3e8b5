import { protectFile } from '../../io/protected-files.js';
import type { Act } from '../../ledger/store/act.js';
import { type Ledger, openLedger } from '../../ledger/ledger.js';
import type { Invocation } from '../line/command.js';
import { moment } from '../write/moment.js';
import { type CommonOptions, readCommonOptions } from '../line/options.js';
import { missingOption } from '../line/usage-faults.js';

/** Opens the ledger that the options name (it must exist), lets `work` use it and closes it. Throws LedgerFault. */
export async function withLedger<T>(
  invocation: Invocation,
  work: (ledger: Ledger, options: CommonOptions) => T | Promise<T>,
): Promise<T> {
  const options = readCommonOptions(invocation);
  const ledger = openLedger(options.ledger, { create: false });
  protectFile(options.ledger);
  try {
    return await work(ledger, options);
  } finally {
    ledger.dispose();
  }
}

/** Who acts, and when. An approver or whoever stops money must be named; the system's user will not do. */
export function namedAct(options: CommonOptions, command: string): Act {
  if (!options.by.given) throw missingOption('--by <NAME>', command);
  return { by: options.by.name, at: moment() };
}

/**
 * Who acts and who checked it, for what moves money back, opens a hold or ends a batch. The second person is needed where the
 * office's settings ask for one; the ledger sees to it that it is another one.
 */
export function checkedAct({ values, settings }: Invocation, first: Act, command: string): Act {
  const checkedBy = values.text('checked-by');
  if (checkedBy !== null) return { ...first, checkedBy };
  if (settings.values.twoPeople.value === 'yes') throw missingOption('--checked-by <NAME>', command);
  return first;
}

/** Who acts, and when, where the system's user will do. */
export function act(options: CommonOptions): Act {
  return { by: options.by.name, at: moment() };
}

/** A line number given on the command line; null for anything that is none. */
export function lineNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
