import type { SettledEntitlement } from '../../batch/run/run-result.js';
import { formatYuan } from '../../domain/money.js';
import { maskFreeText, maskHouseholdId, maskPayeeId } from '../model/masked-value.js';
import type { RunDocumentInput, Stage } from './run-document.js';

/** One line of `trace.jsonl`. Keys stand in this order in the file; amounts are yuan text. */
export interface TraceLine {
  /** Line in payouts.csv; null when nothing is paid. */
  readonly line_no: number | null;
  readonly benefit_id: string;
  readonly benefit: string;
  readonly payee_kind: string;
  /** Masked for persons; `payee_key` then points to them. */
  readonly payee_id: string;
  readonly payee_key: string | null;
  readonly payee_name: string;
  readonly household_id: string | null;
  readonly income_year: number | null;
  readonly outcome: string;
  readonly held_by: readonly string[];
  readonly entitlement: string;
  readonly paid_before: string;
  readonly cut_by: readonly string[];
  readonly amount: string;
  readonly short_by: string | null;
  readonly clause: string;
  readonly quote: string;
  readonly stages: readonly TraceStage[];
}

export interface TraceStage {
  readonly stage: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly because: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly clause: string;
  /** `名册.xlsx / 住户!F17`. */
  readonly cells: readonly string[];
}

/** `trace.jsonl`: one line for every payee and benefit that was considered, paid or not. Always masked. */
export function* traceLines(input: RunDocumentInput): Generator<string> {
  for (const settled of input.result.settled) yield `${JSON.stringify(traceLine(settled, input))}\n`;
}

/**
 * Line in payouts.csv of a piece of {@link traceLines}, which stands first in it; `offset` when a clawback takes the whole
 * due, null when nothing is due.
 */
export function tracedLineNo(piece: string): number | 'offset' | null {
  const digits = /^\{"line_no":(\d+),/.exec(piece)?.[1];
  if (digits !== undefined) return Number(digits);
  return piece.includes(OFFSET) ? 'offset' : null;
}

/** Stands in `cut_by` where something was kept back; a line that pays nothing was kept back whole. */
const OFFSET = '"offset:clawback"';

/** The whole road of one entitlement as plain data, for `trace.jsonl`, the ledger and `explain`. */
export function traceLine(
  settled: SettledEntitlement,
  input: Pick<RunDocumentInput, 'cellText' | 'payeeKey'>,
): TraceLine {
  const { entitlement } = settled;
  const { payee } = entitlement;
  const payeeId = maskPayeeId(payee.kind, payee.id);
  return {
    line_no: settled.lineNo,
    benefit_id: entitlement.benefitId,
    benefit: entitlement.benefit,
    payee_kind: payee.kind,
    payee_id: payeeId,
    payee_key: payeeId === payee.id ? null : input.payeeKey(payee.id),
    payee_name: maskFreeText(payee.name),
    household_id: maskHouseholdId(entitlement.householdId),
    income_year: entitlement.incomeYear,
    outcome: entitlement.outcome,
    held_by: settled.heldBy,
    entitlement: formatYuan(entitlement.amount),
    paid_before: formatYuan(settled.paidBefore),
    cut_by: settled.cutBy,
    amount: formatYuan(settled.amount),
    short_by: entitlement.shortBy === null ? null : formatYuan(entitlement.shortBy),
    clause: entitlement.clause,
    quote: entitlement.quote,
    stages: settled.stages.map((stage) => traceStage(stage, input)),
  };
}

function traceStage(stage: Stage, { cellText }: Pick<RunDocumentInput, 'cellText'>): TraceStage {
  return {
    stage: stage.stage,
    before: stage.before === null ? null : formatYuan(stage.before),
    after: stage.after === null ? null : formatYuan(stage.after),
    because: stage.because,
    values: Object.fromEntries(
      Object.entries(stage.values).map(([key, value]) => [
        key,
        typeof value === 'string' ? maskFreeText(value) : value,
      ]),
    ),
    clause: stage.clause,
    cells: [...new Set(stage.cells.map((use) => maskFreeText(cellText(use))))],
  };
}
