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
  /** What the cells that were used gave, each once. Absent in traces from before they were kept. */
  readonly cells_used?: readonly TraceCell[];
  /** Other readings under which this payee would get another amount; empty where none would. */
  readonly readings?: readonly TraceReading[];
  /** The errors that hold it, in words; empty when nothing does. */
  readonly held_because?: readonly string[];
}

export interface TraceCell {
  /** `名册.xlsx / 住户!F17`. */
  readonly cell: string;
  /** Standard name of the column. */
  readonly field: string;
  /** As it was understood: yuan, whole numbers, dates, words; null for a blank. */
  readonly value: string | null;
}

/** What a payee gets in all under the choice that was made, and under another one. */
export interface TraceReading {
  readonly reading: string;
  readonly chosen: string;
  readonly alternative: string;
  readonly amount: string;
  readonly amount_otherwise: string;
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
  input: Pick<RunDocumentInput, 'cellText' | 'cellValue' | 'readingsOf' | 'heldBecause' | 'payeeKey'>,
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
    cells_used: cellsUsed(settled.stages, input),
    readings: input.readingsOf(settled).map((each) => ({
      reading: each.reading,
      chosen: each.chosen,
      alternative: each.alternative,
      amount: formatYuan(each.amount),
      amount_otherwise: formatYuan(each.otherwise),
    })),
    held_because: settled.heldBy.length === 0 ? [] : input.heldBecause(settled),
  };
}

function cellsUsed(
  stages: readonly Stage[],
  { cellText, cellValue }: Pick<RunDocumentInput, 'cellText' | 'cellValue'>,
): TraceCell[] {
  const used = new Map<string, TraceCell>();
  for (const { cells } of stages)
    for (const use of cells) {
      const cell = maskFreeText(cellText(use));
      const { field, value } = cellValue(use);
      const key = `${cell} ${field}`;
      if (!used.has(key)) used.set(key, { cell, field, value: value === null ? null : maskFreeText(value) });
    }
  return [...used.values()];
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
