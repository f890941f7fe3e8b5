/** A batch's life (src/CONTRACT.md §5). `void` is reached from draft or approved only. */
export type BatchState = 'draft' | 'approved' | 'exported' | 'settled' | 'closed' | 'void';

/** What the ledger writes down, one kind of entry each. */
export type EntryKind =
  | 'draft'
  | 'approve'
  | 'stop'
  | 'export'
  | 'result'
  | 'settle'
  | 'reverse'
  | 'close'
  | 'void'
  | 'opening'
  | 'hold'
  | 'release'
  | 'recover'
  | 'migrate';

export interface Move {
  /** States in which a batch takes it. */
  readonly from: readonly BatchState[];
  /** Also where there is no batch, or about none. */
  readonly begins?: true;
  /** State of the batch afterwards; null when it stays as it is. */
  readonly to: BatchState | null;
}

/** Every move of a batch. `ledger verify` has a copy of its own on purpose; a test compares the two. */
export const MOVES: Readonly<Record<EntryKind, Move>> = {
  draft: { from: ['draft', 'void'], begins: true, to: 'draft' },
  approve: { from: ['draft'], to: 'approved' },
  stop: { from: ['approved', 'exported'], to: null },
  export: { from: ['approved', 'exported'], to: 'exported' },
  result: { from: ['exported', 'settled', 'closed'], to: null },
  settle: { from: ['exported'], to: 'settled' },
  reverse: { from: ['exported', 'settled', 'closed'], to: null },
  recover: { from: ['exported', 'settled', 'closed'], to: null },
  close: { from: ['settled'], to: 'closed' },
  void: { from: ['draft', 'approved'], to: 'void' },
  opening: { from: [], begins: true, to: 'closed' },
  hold: { from: [], begins: true, to: null },
  release: { from: [], begins: true, to: null },
  migrate: { from: [], begins: true, to: null },
};

/** Key of a batch: `policy.period.name`. */
export function batchKey(policy: string, period: string, name: string): string {
  return `${policy}.${period}.${name}`;
}
