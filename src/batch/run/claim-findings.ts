import { formatYuan, sumFen, type Fen } from '../../domain/money.js';
import type { Roster, RowReference } from '../../domain/roster.js';
import { rowPlace } from '../../findings/cell-place.js';
import type { FindingCollector } from '../../findings/collector.js';
import type { FindingPlace } from '../../findings/finding.js';
import type { Settled } from './settled.js';
import { subjectOf } from './finding-place.js';

/** What the roster claims for one payee: the amounts of its rows, and the first row that claims. */
interface Claim {
  readonly row: RowReference;
  amount: Fen;
}

/**
 * ROW-10: the roster's own 申报金额 against the rules. The amount by the rules is what is paid. Nothing is said where the rules
 * gave no answer (held, undecided, outside the window): then there is nothing to compare with. A claim that is the amount
 * before earlier payments, or that of a single benefit, is right too.
 */
export function claimFindings(roster: Roster, settled: readonly Settled[], collector: FindingCollector): void {
  if (!roster.tables.some((table) => table.claim !== undefined)) return;
  const claims = claimsOf(roster);
  const payees = new Map<string, Settled[]>();
  for (const entry of settled) {
    const { kind, id } = entry.entitlement.payee;
    const key = `${kind}:${id}`;
    if (!claims.has(key)) continue;
    const entries = payees.get(key);
    if (entries === undefined) payees.set(key, [entry]);
    else entries.push(entry);
  }
  for (const [key, entries] of payees) {
    const claim = claims.get(key);
    const [first] = entries;
    if (claim === undefined || first === undefined || !entries.every(isDecided)) continue;
    const entitled = entries.map(({ entitlement }) => entitlement.amount);
    // What is kept back for a debt is due all the same.
    const paid = entries.map(({ amount, settlement }) => amount + (settlement?.offset ?? 0));
    const capped = entries.map(({ paidBefore }, i) => (paid[i] ?? 0) + paidBefore);
    const right = [...entitled, ...paid, ...capped, ...[entitled, paid, capped].map(sumFen)];
    if (right.includes(claim.amount)) continue;
    const leading = entries.find(({ amount }) => amount > 0) ?? first;
    collector.add({
      code: 'ROW-10',
      severity: 'warning',
      place: placeOfClaim(roster, claim.row),
      subject: subjectOf(leading.entitlement),
      value: formatYuan(claim.amount),
      params: {
        found: formatYuan(claim.amount),
        expected: formatYuan(sumFen(paid)),
        clause: leading.entitlement.clause,
      },
    });
  }
}

function isDecided({ entitlement, heldBy }: Settled): boolean {
  return heldBy.length === 0 && (entitlement.outcome === 'entitled' || entitlement.outcome === 'not-eligible');
}

/** By kind and id of the payee. A household's claim may stand once among its member rows; more than one is not added up. */
function claimsOf({ rows }: Roster): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  const add = (key: string, row: RowReference): void => {
    if (row.claimed === undefined) return;
    const claim = claims.get(key);
    if (claim === undefined) claims.set(key, { row, amount: row.claimed });
    else claim.amount += row.claimed;
  };
  for (const row of rows.住户) if (row.householdId !== null) add(`household:${row.householdId}`, row);
  for (const row of rows.单位) if (row.creditCode !== null) add(`organisation:${row.creditCode}`, row);
  for (const list of [rows.成员, rows.经营, rows.培训])
    for (const row of list) if (row.personId !== null) add(`person:${row.personId}`, row);
  const several = new Set<string>();
  for (const row of rows.成员) {
    if (row.householdId === null || row.claimed === undefined) continue;
    const key = `household:${row.householdId}`;
    const known = claims.get(key);
    if (known === undefined) claims.set(key, { row, amount: row.claimed });
    else if (known.row.table === row.table) several.add(key);
  }
  for (const key of several) claims.delete(key);
  return claims;
}

function placeOfClaim(roster: Roster, row: RowReference): FindingPlace {
  const claim = roster.tables[row.table]?.claim;
  return { ...rowPlace(roster, row), column: claim?.column ?? null, header: claim?.header ?? null };
}
