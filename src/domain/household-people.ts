/** Someone who stood in a household when it was paid. */
export interface HouseholdPerson {
  /** 18-character ID. */
  readonly id: string;
  readonly isHead: boolean;
  /** Their wages or their business were counted in the payment. */
  readonly isCounted: boolean;
}

/** A household as it stood when it was paid: what a payment under another number is compared with. */
export interface HouseholdPeople {
  readonly householdId: string;
  readonly people: readonly HouseholdPerson[];
}

/** Someone who stands in one household now and stood in another when that one was paid. */
export interface SharedPerson {
  readonly id: string;
  /** Heads the household now, or headed the other one then. */
  readonly isHead: boolean;
  /** Wages or business were counted then. */
  readonly isCounted: boolean;
}

/** Who stands in both. */
export function sharedPeople(now: readonly HouseholdPerson[], then: readonly HouseholdPerson[]): SharedPerson[] {
  const shared: SharedPerson[] = [];
  for (const { id, isHead, isCounted } of then) {
    const here = now.find((person) => person.id === id);
    if (here !== undefined) shared.push({ id, isHead: here.isHead || isHead, isCounted });
  }
  return shared;
}

/**
 * What a household claims or was paid under, as charge keys without the household ({@link bareKey}): `benefit` of the benefit
 * and its period, `pools` of the pools with a maximum.
 */
export interface ClaimedKeys {
  readonly benefit: string;
  readonly pools: readonly string[];
}

/**
 * Whether a claim is the payment of the other household over again: the same benefit and period, and somebody stands in both who
 * heads one of the two or was counted then; or a pool of both, and somebody who heads one of the two.
 */
export function isPaidTwice(claim: ClaimedKeys, paid: ReadonlySet<string>, shared: readonly SharedPerson[]): boolean {
  if (paid.has(claim.benefit) && shared.some(({ isHead, isCounted }) => isHead || isCounted)) return true;
  return shared.some(({ isHead }) => isHead) && claim.pools.some((pool) => paid.has(pool));
}

/** A charge key without whom it is about: `policy|scope|period`. */
export function bareKey(key: string): string {
  const first = key.indexOf('|');
  const second = key.indexOf('|', first + 1);
  return key.slice(0, second) + key.slice(key.lastIndexOf('|'));
}

/** As the ledger keeps it: `ID`, `ID h`, `ID c`, `ID hc` of each, with `;` between. */
export function peopleText(people: readonly HouseholdPerson[]): string {
  return people
    .map(
      ({ id, isHead, isCounted }) =>
        `${id}${isHead || isCounted ? ' ' : ''}${isHead ? 'h' : ''}${isCounted ? 'c' : ''}`,
    )
    .join(';');
}

/** Reads {@link peopleText}. */
export function peopleOfText(text: string): HouseholdPerson[] {
  if (text === '') return [];
  return text.split(';').map((part) => {
    const [id = '', marks = ''] = part.split(' ');
    return { id, isHead: marks.includes('h'), isCounted: marks.includes('c') };
  });
}
