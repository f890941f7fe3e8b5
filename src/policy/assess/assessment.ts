import type { Stage } from './stage.js';
import type { Subject } from '../measures/measure.js';
import type { Charge, Payee } from '../../domain/charge.js';
import type { Fen } from '../../domain/money.js';
import type { BankAccount } from '../../domain/roster.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { FlagRole } from '../pack/schema.js';
import type { HouseholdGroup } from './roster-groups.js';

/** `undecided`: an input is missing or contradictory; it pays 0 and is listed. */
export type Outcome = 'entitled' | 'not-eligible' | 'undecided' | 'outside-window';

/** A limited part of an entitlement: one worker of a broker, one trainee of an institution. */
export interface EntitlementUnit {
  /** 18-character ID of the worker or trainee, with the course start where one person may have several. */
  readonly id: string;
  readonly amount: Fen;
  /**
   * First the unit's own key, whose payments to this payee are "paid before" (one worker of a broker; one course of a
   * trainee), then the caps it shares with others (500 yuan a trainee at any institution).
   */
  readonly limits: readonly LimitUse[];
}

/** A limit or pool that an entitlement is subject to. `key` is built by chargeKey. */
export interface LimitUse {
  /** `limit:once-per-year`, `pool:bonus-total` … as shown in cut_by. */
  readonly id: string;
  /** `exclusion`: another pack's benefit that shuts this one out once anything was charged to it; never added to. */
  readonly kind: 'benefit' | 'limit' | 'pool' | 'exclusion';
  readonly key: string;
  readonly maxAmount: Fen | null;
  readonly maxCount: number | null;
  /** How often it was charged is kept although nothing caps it now: another reading may. */
  readonly counted?: true;
  readonly clause: string;
}

/** What one payee may get for one benefit, before history. One for every payee and benefit that was considered. */
export interface Entitlement {
  readonly benefitId: string;
  readonly benefit: string;
  readonly payee: Payee;
  readonly idNumber: string | null;
  readonly householdId: string | null;
  /** The household with its rows; null or absent where the roster has none for the payee. */
  readonly household?: HouseholdGroup | null;
  readonly township: string | null;
  readonly community: string | null;
  readonly incomeYear: number | null;
  readonly outcome: Outcome;
  /** After the rule's own maximum; 0 unless entitled. */
  readonly amount: Fen;
  /** Worked out anew each time it is read, by the code that gave the amount; `{...entitlement}` leaves it out. */
  readonly stages: readonly Stage[];
  /** Worked out when read, like `stages`. Always begins with the benefit-and-period key (kind `benefit`), then limits, then pools in cutting order. */
  readonly limits: readonly LimitUse[];
  /** Present for benefits that are limited per worker or trainee; their amounts add up to `amount`. */
  readonly units?: readonly EntitlementUnit[] | undefined;
  readonly account: BankAccount;
  /** Cited as printed: `宁东镇党发〔2023〕62号 二（三）2`. */
  readonly clause: string;
  readonly quote: string;
  /** How far off, in 分 in total, when not eligible for want of income; null otherwise. */
  readonly shortBy: Fen | null;
}

/** A policy outcome for a household; never a mistake in the file, never a change of a payment. */
export interface Flag {
  readonly flag: string;
  /** What the flag says, by which lists ask for it; null where it is the pack's own. */
  readonly role: FlagRole | null;
  readonly status: 'yes' | 'undecided';
  readonly householdId: string;
  readonly headName: string | null;
  readonly township: string | null;
  readonly community: string | null;
  readonly value: string | null;
  readonly threshold: string | null;
  readonly gap: string | null;
  readonly clause: string;
  readonly reason: string;
}

/** A flag that could not be looked at: a table, column or figure is missing. */
export interface FlagNotRun {
  readonly flag: string;
  readonly clause: string;
  readonly reason: string;
}

export interface Target {
  readonly target: string;
  /** False for the same target counted again for one place: part of a goal, not a goal of its own. */
  readonly whole: boolean;
  readonly status: 'met' | 'missed' | 'undecided' | 'not-run';
  readonly clause: string;
  readonly scope: string;
  readonly value: string | null;
  readonly goal: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly reason: string;
  /** Who or what stands in the way of a target that is missed or undecided; empty where nobody asked for names. */
  readonly subjects: readonly Subject[];
}

export interface Assessment {
  readonly entitlements: readonly Entitlement[];
  readonly flags: readonly Flag[];
  readonly flagsNotRun: readonly FlagNotRun[];
  readonly targets: readonly Target[];
  /** Readings that an entitlement, its limits or its period asked for; the others change nothing on this roster. */
  readonly readingsAsked: ReadonlySet<string>;
  /** Findings about rules: income year outside the window, ended year, two brokers for one worker … */
  readonly findings: readonly FindingDraft[];
}

export type { Charge };
