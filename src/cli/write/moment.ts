/** The moment an entry is made in the ledger, UTC. The only use of the clock: no result depends on it. */
export function moment(): string {
  return new Date().toISOString();
}
