import type { Fen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';

/** The lines of one community, in the order of the batch. */
export interface CommunityBlock {
  /** `宁东镇 永利社区`; 未填社区 when the roster names none. */
  readonly place: string;
  readonly lines: readonly PayoutLine[];
  readonly payees: number;
  readonly amount: Fen;
}

/** Lines by township and community, blocks in the order in which they first appear. */
export function communityBlocks(lines: readonly PayoutLine[]): CommunityBlock[] {
  const groups = new Map<string, PayoutLine[]>();
  for (const line of lines) {
    const place = placeName(line.township, line.community);
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [line]);
    else group.push(line);
  }
  return [...groups].map(([place, group]) => ({ place, lines: group, ...totalsOf(group) }));
}

/** How many payees, and how much, a list of lines pays. */
export function totalsOf(lines: Iterable<PayoutLine>): { readonly payees: number; readonly amount: Fen } {
  const payees = new Set<string>();
  let amount = 0;
  for (const line of lines) {
    payees.add(`${line.payee.kind}:${line.payee.id}`);
    amount += line.amount;
  }
  return { payees: payees.size, amount };
}

export function placeName(township: string | null, community: string | null): string {
  const parts = [township, community].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? '未填社区' : parts.join(' ');
}
