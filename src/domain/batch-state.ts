/** A batch's life (CONTRACT §5). `void` is reached from draft or approved only. */
export type BatchState = 'draft' | 'approved' | 'exported' | 'settled' | 'closed' | 'void';

/** Key of a batch: `policy.period.name`. */
export function batchKey(policy: string, period: string, name: string): string {
  return `${policy}.${period}.${name}`;
}
