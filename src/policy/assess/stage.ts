import type { Fen } from '../../domain/money.js';

/** One input cell behind a number: (table, row, field); its address is computed when someone reads it. */
export interface CellUse {
  readonly table: number;
  readonly row: number;
  readonly field: string;
}

export type StageName =
  | 'eligible'
  | 'computed'
  | 'rule-max'
  | 'limit'
  | 'pool'
  | 'already-paid'
  | 'rounded'
  | 'payable';

/** One step of the road from facts to amount. Words are made from the numbers when asked (see policy/explain). */
export interface Stage {
  readonly stage: StageName;
  readonly before: Fen | null;
  readonly after: Fen | null;
  /** Reason code with its values, e.g. `steps` {wages: "24000.00", size: 3, line: "8000.00", steps: 1}. */
  readonly because: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Clause id of the pack's document, e.g. `二（三）2`. */
  readonly clause: string;
  readonly cells: readonly CellUse[];
}
