import { formatYuan, type Fen } from '../../domain/money.js';
import type { FieldChange, RowChange } from './row-changes.js';

/** One payment as two batches are compared by, from the ledger or from a payouts.csv. */
export interface PaymentRecord {
  readonly payeeKind: string;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly household: string | null;
  readonly benefitId: string;
  readonly benefit: string;
  readonly year: string;
  readonly amount: Fen;
  readonly bankName: string;
  readonly accountName: string;
  readonly accountNumber: string;
  readonly township: string;
  readonly community: string;
}

/**
 * 新增 / 退出 / 变更 between the payments of two batches, by payee, benefit and year. Several lines of one payee, benefit
 * and year are compared as their sum.
 */
export function paymentChanges(before: readonly PaymentRecord[], after: readonly PaymentRecord[]): RowChange[] {
  const old = summed(before);
  const now = summed(after);
  const changes: RowChange[] = [];
  for (const [key, record] of now) {
    const earlier = old.get(key);
    const fields = earlier === undefined ? [amountField(null, record.amount)] : fieldsOf(earlier, record);
    if (fields.length > 0) changes.push(change(earlier === undefined ? '新增' : '变更', record, fields));
  }
  for (const [key, record] of old)
    if (!now.has(key)) changes.push(change('退出', record, [amountField(record.amount, null)]));
  return changes;
}

function summed(records: readonly PaymentRecord[]): Map<string, PaymentRecord> {
  const sums = new Map<string, PaymentRecord>();
  for (const record of records) {
    const key = JSON.stringify([record.payeeKind, record.payeeId, record.benefitId, record.year]);
    sums.set(key, { ...record, amount: record.amount + (sums.get(key)?.amount ?? 0) });
  }
  return sums;
}

const COMPARED = [
  ['姓名', 'payeeName'],
  ['乡镇', 'township'],
  ['社区', 'community'],
  ['开户银行', 'bankName'],
  ['账户名称', 'accountName'],
  ['银行账号', 'accountNumber'],
] as const;

function fieldsOf(before: PaymentRecord, after: PaymentRecord): FieldChange[] {
  const fields: FieldChange[] = COMPARED.flatMap(([field, name]) =>
    before[name] === after[name] ? [] : [{ field, before: before[name], after: after[name] }],
  );
  return before.amount === after.amount ? fields : [amountField(before.amount, after.amount), ...fields];
}

function amountField(before: Fen | null, after: Fen | null): FieldChange {
  const text = (fen: Fen | null): string => (fen === null ? '' : formatYuan(fen));
  return { field: '金额', before: text(before), after: text(after) };
}

function change(kind: RowChange['change'], record: PaymentRecord, fields: readonly FieldChange[]): RowChange {
  const year = record.year === '' ? '' : ` ${record.year}`;
  return {
    change: kind,
    table: '发放',
    household: record.household,
    id: record.payeeId,
    name: record.payeeName,
    fields: fields.map((one) => ({ ...one, field: `${record.benefit}${year} ${one.field}` })),
    accountChanged: fields.some(({ field }) => ['开户银行', '账户名称', '银行账号'].includes(field)),
  };
}
