import type { PayeeKind } from '../../domain/charge.js';
import { ASK_SINGLY } from './charge-sums.js';
import { textOf, type Database } from '../store/database.js';

/**
 * To which account a payee was paid by the counting versions. Nearly every one
 * has always had the same: once many were asked for, those are read in one go, so that only the others are looked up.
 * Lines that were not paid or wholly reversed are among them: a `true` is certain, a `false` asks for a closer look.
 */
export class PaidIdentities {
  private readonly database: Database;
  /** Counting versions, as an SQL list. */
  private readonly versions: string;
  private readonly accounts = { asked: 0, known: new Map<string, ReadonlyMap<string, string | null>>() };

  constructor(database: Database, versions: Iterable<number>) {
    this.database = database;
    this.versions = [...versions].join(',');
  }

  /** Whether every line of the payee under this policy that names an account names this one. */
  alwaysToAccount(policy: string, kind: PayeeKind, payeeId: string, account: string | null): boolean {
    if (this.versions === '') return true;
    if (++this.accounts.asked <= ASK_SINGLY) return false;
    return always(this.accountOf(policy, kind), payeeId, account);
  }

  private accountOf(policy: string, kind: PayeeKind): ReadonlyMap<string, string | null> {
    return this.load(
      this.accounts.known,
      `${kind}|${policy}`,
      `SELECT payee_id AS id, min(account_number) AS low, max(account_number) AS high FROM line
       WHERE policy_id = ? AND payee_kind = ? AND account_number IS NOT NULL AND version IN (${this.versions})
       GROUP BY payee_id`,
      policy,
      kind,
    );
  }

  /** The one value of each id; null where it had several. */
  private load(
    known: Map<string, ReadonlyMap<string, string | null>>,
    name: string,
    sql: string,
    ...values: string[]
  ): ReadonlyMap<string, string | null> {
    let list = known.get(name);
    if (list !== undefined) return list;
    const found = new Map<string, string | null>();
    for (const row of this.database.iterate(sql, ...values)) {
      const low = textOf(row, 'low');
      found.set(textOf(row, 'id'), low === row['high'] ? low : null);
    }
    list = found;
    known.set(name, list);
    return list;
  }
}

function always(known: ReadonlyMap<string, string | null>, id: string, value: string | null): boolean {
  const own = known.get(id);
  return own === undefined || (own !== null && own === value);
}
