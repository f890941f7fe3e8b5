import { sumFen, type Fen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';

/** Lines that share something, in the order in which they first appear. */
export interface LineGroup {
  readonly name: string;
  readonly lines: readonly PayoutLine[];
  readonly amount: Fen;
}

/** Groups lines by a name. */
export function groupLines(lines: readonly PayoutLine[], nameOf: (line: PayoutLine) => string): LineGroup[] {
  const groups = new Map<string, PayoutLine[]>();
  for (const line of lines) {
    const name = nameOf(line);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  return [...groups].map(([name, own]) => ({ name, lines: own, amount: sumFen(own.map(({ amount }) => amount)) }));
}

export function byTownship(lines: readonly PayoutLine[]): LineGroup[] {
  return groupLines(lines, ({ township }) => township ?? '未填乡镇');
}

export function byCommunity(lines: readonly PayoutLine[]): LineGroup[] {
  return groupLines(lines, ({ community }) => community ?? '未填社区');
}

export function byBenefit(lines: readonly PayoutLine[]): LineGroup[] {
  return groupLines(lines, ({ benefit }) => benefit);
}

const UNITS = [
  ['household', '户'],
  ['person', '人'],
  ['organisation', '家'],
] as const;

/** How many are paid, each counted once in its own unit: `3户 2人 1家`. */
export function payeeCount(lines: Iterable<PayoutLine>): string {
  const payees = { household: new Set<string>(), person: new Set<string>(), organisation: new Set<string>() };
  for (const { payee } of lines) payees[payee.kind].add(payee.id);
  const counts = UNITS.flatMap(([kind, unit]) => (payees[kind].size === 0 ? [] : [`${payees[kind].size}${unit}`]));
  return counts.length === 0 ? '0户' : counts.join(' ');
}
