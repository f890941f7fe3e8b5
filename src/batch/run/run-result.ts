import type { BatchContent } from '../../domain/batch.js';
import type { PayeeKind } from '../../domain/charge.js';
import type { Fen } from '../../domain/money.js';
import type { Roster } from '../../domain/roster.js';
import type { CheckRun } from '../../findings/collector.js';
import type { Effect, Finding } from '../../findings/finding.js';
import type { Entitlement, Flag, FlagNotRun, Target } from '../../policy/assess/assessment.js';
import type { Stage } from '../../policy/assess/stage.js';
import type { Pack } from '../../policy/pack/pack.js';

/** An entitlement after holding, history, limits and pools: paid or not, the whole road is here. */
export interface SettledEntitlement {
  readonly entitlement: Entitlement;
  /** Codes of the error findings that hold it; empty when it is not held. */
  readonly heldBy: readonly string[];
  readonly paidBefore: Fen;
  readonly cutBy: readonly string[];
  readonly amount: Fen;
  /** All stages, settlement included. */
  readonly stages: readonly Stage[];
  /** Line in payouts.csv; null when nothing is paid. */
  readonly lineNo: number | null;
}

export interface AssessedFinding {
  readonly finding: Finding;
  readonly effect: Effect;
}

/** 新增 / 退出 / 变更 against the last paid batch of the same pack and name. */
export interface ChangeLine {
  readonly change: '新增' | '退出' | '变更';
  readonly payeeKind: PayeeKind;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly benefitId: string;
  readonly benefit: string;
  readonly before: Fen | null;
  readonly after: Fen | null;
  /** The account is another one than last time. */
  readonly accountChanged: boolean;
  readonly note: string;
}

/** `household:HH0012`: a payee as the key of a map. */
export function payeeRef({ kind, id }: { readonly kind: PayeeKind; readonly id: string }): string {
  return `${kind}:${id}`;
}

/** What the other choice of a doubtful clause would change. */
export interface ReadingImpact {
  readonly reading: string;
  readonly question: string;
  readonly chosen: string;
  readonly alternative: string;
  readonly payees: number;
  /** Alternative minus chosen, in 分. */
  readonly difference: Fen;
  /** What those whom it changes get now and would get otherwise, by {@link payeeRef}. */
  readonly changed?: ReadonlyMap<string, readonly [amount: Fen, otherwise: Fen]>;
}

export interface BenefitTotal {
  readonly benefitId: string;
  readonly benefit: string;
  readonly lines: number;
  readonly amount: Fen;
}

export interface RunCounts {
  readonly households: number;
  readonly members: number;
  /** Payees with at least one line. */
  readonly paidPayees: number;
  readonly lines: number;
  readonly heldHouseholds: number;
  readonly errors: number;
  /** Those that nobody accepted. */
  readonly warnings: number;
  /** Warnings that somebody looked into and accepted. */
  readonly accepted: number;
  readonly infos: number;
}

/** Everything a run found out, before anything is written. Pure data: documents/ turns it into files. */
export interface RunResult {
  readonly content: BatchContent;
  readonly pack: Pack;
  readonly roster: Roster;
  readonly settled: readonly SettledEntitlement[];
  readonly findings: readonly AssessedFinding[];
  readonly flags: readonly Flag[];
  /** Flags of the pack that were not looked at, and why. */
  readonly flagsNotRun: readonly FlagNotRun[];
  readonly targets: readonly Target[];
  readonly checks: readonly CheckRun[];
  readonly changes: readonly ChangeLine[];
  readonly impacts: readonly ReadingImpact[];
  readonly totals: readonly BenefitTotal[];
  readonly counts: RunCounts;
}
