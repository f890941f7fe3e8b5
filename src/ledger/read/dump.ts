import { maskAccount, maskId, maskNumbersInText } from '../../domain/masking.js';
import { canonicalJson } from '../../domain/content-hash.js';
import { formatYuan } from '../../domain/money.js';
import { lineDetails, type LineStatus } from './batch-detail.js';
import { numberOf, numberOrNull, textOf, textOrNull, type Database, type SqlRow } from '../store/database.js';
import { loadStandings } from './standing.js';

export interface DumpColumn {
  readonly name: string;
  readonly freeText?: boolean;
}

/** One table of the dump; rows are read while they are written. Has the shape of documents' CsvModel. */
export interface DumpTable {
  readonly name: string;
  readonly columns: readonly DumpColumn[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
}

interface DumpOptions {
  /** ID and account numbers in full; masked otherwise. */
  readonly reveal: boolean;
}

type Mask = (text: string | null) => string | null;

/** Everything in the ledger as tables: batches, lines, charges, offsets, events, entries, inputs. Money in yuan. */
export function dumpTables(database: Database, { reveal }: DumpOptions): DumpTable[] {
  const hide =
    (mask: (text: string) => string): Mask =>
    (text) =>
      text === null || reveal ? text : mask(text);
  const text = hide(maskNumbersInText);
  const id = hide((value) => (/^[\dX]{15,}$/i.test(value) ? maskId(value) : value));
  const account = hide(maskAccount);
  return [
    { name: 'batches', columns: names(BATCH_COLUMNS), rows: { [Symbol.iterator]: () => batchRows(database) } },
    {
      name: 'lines',
      columns: names(LINE_COLUMNS),
      rows: { [Symbol.iterator]: () => lineRows(database, id, account) },
    },
    table(database, 'charges', 'SELECT * FROM charge ORDER BY version, line_no, ord', CHARGE_COLUMNS, (row) => [
      numberOf(row, 'version'),
      numberOf(row, 'line_no'),
      text(textOf(row, 'key')),
      formatYuan(numberOf(row, 'amount')),
      numberOf(row, 'count'),
      yuanOrNull(row, 'max_amount'),
      numberOrNull(row, 'max_count'),
    ]),
    table(database, 'offsets', 'SELECT * FROM offset_entry ORDER BY version, offset_no', OFFSET_COLUMNS, (row) => [
      numberOf(row, 'version'),
      numberOf(row, 'offset_no'),
      textOf(row, 'benefit_id'),
      textOf(row, 'benefit'),
      textOf(row, 'payee_kind'),
      id(textOf(row, 'payee_id')),
      textOf(row, 'payee_name'),
      id(textOrNull(row, 'household_id')),
      numberOrNull(row, 'income_year'),
      formatYuan(numberOf(row, 'entitlement')),
      formatYuan(numberOf(row, 'paid_before')),
      formatYuan(numberOf(row, 'amount')),
      textOf(row, 'clause'),
    ]),
    table(
      database,
      'offset_charges',
      'SELECT * FROM offset_charge ORDER BY version, offset_no, ord',
      CHARGE_COLUMNS.replace('line_no', 'offset_no'),
      (row) => [
        numberOf(row, 'version'),
        numberOf(row, 'offset_no'),
        text(textOf(row, 'key')),
        formatYuan(numberOf(row, 'amount')),
        numberOf(row, 'count'),
        yuanOrNull(row, 'max_amount'),
        numberOrNull(row, 'max_count'),
      ],
    ),
    table(database, 'events', 'SELECT * FROM line_event ORDER BY seq, line_no', EVENT_COLUMNS, (row) => [
      numberOf(row, 'seq'),
      numberOf(row, 'version'),
      numberOf(row, 'line_no'),
      textOf(row, 'kind'),
      formatYuan(numberOf(row, 'amount')),
      textOrNull(row, 'code'),
      text(textOrNull(row, 'text')),
      textOrNull(row, 'day'),
    ]),
    table(database, 'entries', 'SELECT * FROM entry ORDER BY seq', ENTRY_COLUMNS, (row) => [
      numberOf(row, 'seq'),
      textOf(row, 'kind'),
      textOf(row, 'batch_id'),
      textOf(row, 'at'),
      textOf(row, 'actor'),
      reveal ? textOf(row, 'payload') : maskedPayload(textOf(row, 'payload')),
      textOf(row, 'prev'),
      textOf(row, 'hash'),
    ]),
    table(database, 'inputs', 'SELECT * FROM input ORDER BY version, ord', INPUT_COLUMNS, (row) => [
      numberOf(row, 'version'),
      textOf(row, 'file'),
      textOf(row, 'sha256'),
    ]),
  ];
}

/**
 * A payload with ID, account and phone numbers masked field by field; hashes stay whole, so that whoever has the export can follow
 * the chain, and recompute every entry that names nobody.
 */
function maskedPayload(payload: string): string {
  try {
    return canonicalJson(masked(JSON.parse(payload)));
  } catch {
    // Not what this program writes: shown as text.
    return maskNumbersInText(payload);
  }
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return HASH.test(value) ? value : maskNumbersInText(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, masked(own)]));
}

/** sha256, hex. */
const HASH = /^[\da-f]{64}$/;

const BATCH_COLUMNS = `batch_id version policy_id policy_version period name as_of state maker approver lines total
  content_hash reissue_of opening`;
const LINE_COLUMNS = `batch_id line_no benefit_id benefit payee_kind payee_id payee_name id_number household_id township
  community income_year entitlement paid_before cut_by amount reversed bank_name account_name account_number clause status
  reason_code reason bank_day reissue_of_line`;
const CHARGE_COLUMNS = 'version line_no key amount count max_amount max_count';
const OFFSET_COLUMNS = `version offset_no benefit_id benefit payee_kind payee_id payee_name household_id income_year
  entitlement paid_before amount clause`;
const EVENT_COLUMNS = 'seq version line_no kind amount code text day';
const ENTRY_COLUMNS = 'seq kind batch_id at actor payload prev hash';
const INPUT_COLUMNS = 'version file sha256';

/** Everything but these may have been typed by a person. */
const NUMBERS = new Set(
  `version seq line_no offset_no lines count max_count income_year total entitlement paid_before amount max_amount
  reversed`.split(/\s+/),
);

function names(list: string): DumpColumn[] {
  return list.split(/\s+/).map((name) => (NUMBERS.has(name) ? { name } : { name, freeText: true }));
}

function table(
  database: Database,
  name: string,
  sql: string,
  columns: string,
  row: (row: SqlRow) => readonly (string | number | null)[],
): DumpTable {
  function* rows(): IterableIterator<readonly (string | number | null)[]> {
    for (const each of database.iterate(sql)) yield row(each);
  }
  return { name, columns: names(columns), rows: { [Symbol.iterator]: rows } };
}

function yuanOrNull(row: SqlRow, column: string): string | null {
  const value = numberOrNull(row, column);
  return value === null ? null : formatYuan(value);
}

function* batchRows(database: Database): IterableIterator<readonly (string | number | null)[]> {
  for (const { head, state, approver } of loadStandings(database).values())
    yield [
      head.batchId,
      head.version,
      head.policyId,
      head.policyVersion,
      head.period,
      head.name,
      head.asOf,
      state,
      head.maker,
      approver,
      head.lineCount,
      formatYuan(head.total),
      head.contentHash,
      head.reissueOf,
      head.opening ? 'yes' : 'no',
    ];
}

function* lineRows(database: Database, id: Mask, account: Mask): IterableIterator<readonly (string | number | null)[]> {
  for (const standing of loadStandings(database).values()) {
    const voided = standing.state === 'void';
    for (const { line, status, reversed, code, text, day } of lineDetails(database, standing)) {
      const shown: LineStatus | 'void' = voided ? 'void' : status;
      yield [
        standing.head.batchId,
        line.lineNo,
        line.benefitId,
        line.benefit,
        line.payee.kind,
        id(line.payee.id),
        line.payee.name,
        id(line.idNumber),
        id(line.householdId),
        line.township,
        line.community,
        line.incomeYear,
        formatYuan(line.entitlement),
        formatYuan(line.paidBefore),
        line.cutBy.join(' '),
        formatYuan(line.amount),
        formatYuan(reversed),
        line.account.bankName,
        line.account.accountName,
        account(line.account.accountNumber),
        line.clause,
        shown,
        code,
        text,
        day,
        line.reissueOfLine ?? null,
      ];
    }
  }
}
