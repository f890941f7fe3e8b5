import { formatYuan } from '../../domain/money.js';
import { TABLE_KINDS, type Roster, type RosterRows, type RowReference, type TableKind } from '../../domain/roster.js';
import { TABLES, type Field } from '../../tables/fields/index.js';

export type ChangeKind = '新增' | '退出' | '变更';

/** One value that is another one now. Texts are unmasked; empty means blank. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** One household, person, organisation or payment that came, went or changed. */
export interface RowChange {
  readonly change: ChangeKind;
  readonly table: TableKind | '发放';
  readonly household: string | null;
  /** 户编号, ID number or credit code, unmasked. */
  readonly id: string | null;
  readonly name: string | null;
  /** For 变更: what differs; empty otherwise. */
  readonly fields: readonly FieldChange[];
  /** Bank, name or number of the account is another one. */
  readonly accountChanged: boolean;
}

export interface RosterChanges {
  readonly changes: readonly RowChange[];
  /** Tables that only one side has: unknown, not empty, and not compared. */
  readonly tablesSkipped: readonly TableKind[];
  /** `成员 务工月数`: columns that only one side has. */
  readonly columnsSkipped: readonly string[];
}

type Row = RowReference & Readonly<Record<string, unknown>>;

/** Properties that tell rows of a table apart. */
const KEYS: Readonly<Record<TableKind, readonly string[]>> = {
  住户: ['householdId', 'incomeYear'],
  成员: ['personId'],
  经营: ['personId', 'creditCode', 'kind'],
  单位: ['creditCode'],
  用工: ['creditCode', 'personId', 'hiredOn'],
  劳务输出: ['brokerCode', 'personId', 'startedOn'],
  培训: ['personId', 'kind', 'course', 'startedOn'],
  服务: ['personId', 'kind', 'date'],
  安置点: ['name', 'township'],
  申请: ['personId', 'item', 'level', 'from'],
  指标填报: ['clause', 'subject', 'date'],
};

const ACCOUNT: ReadonlySet<string> = new Set(['开户银行', '账户名称', '银行账号']);

/**
 * 新增 / 退出 / 变更 between two rosters, table by table. Rows are matched by what identifies them, then by household and
 * name, so that a corrected ID number is a change and not a leaving and an arrival.
 */
export function rosterChanges(before: Roster, after: Roster): RosterChanges {
  const changes: RowChange[] = [];
  const tablesSkipped: TableKind[] = [];
  const columnsSkipped = new Set<string>();
  for (const kind of TABLE_KINDS) {
    const [old, now] = [has(before, kind), has(after, kind)];
    if (old !== now) tablesSkipped.push(kind);
    if (old && now) changes.push(...tableChanges(kind, before, after, columnsSkipped));
  }
  return { changes, tablesSkipped, columnsSkipped: [...columnsSkipped].sort() };
}

function has({ tables }: Roster, kind: TableKind): boolean {
  return tables.some((table) => table.kind === kind);
}

function tableChanges(kind: TableKind, before: Roster, after: Roster, skipped: Set<string>): RowChange[] {
  const old = rowsOf(before, kind);
  const now = rowsOf(after, kind);
  const partner = new Map<Row, Row>();
  const left = matchBy((row) => keyOf(kind, row), old, now, partner);
  matchBy(nameKey, left, now, partner);
  const changes: RowChange[] = [];
  const met = new Set<Row>(partner.values());
  for (const row of now) {
    const earlier = partner.get(row);
    if (earlier === undefined) {
      changes.push(rowChange(kind, '新增', row, []));
      continue;
    }
    const fields = TABLES[kind].fields.flatMap((field) => fieldChange(field, earlier, row, before, after, skipped));
    if (fields.length > 0) changes.push(rowChange(kind, '变更', row, fields));
  }
  for (const row of old) if (!met.has(row)) changes.push(rowChange(kind, '退出', row, []));
  return changes;
}

/** Pairs rows of the same key in their order; gives the old rows that found none. `partner`: new row → old row. */
function matchBy(
  key: (row: Row) => string | null,
  old: readonly Row[],
  now: readonly Row[],
  partner: Map<Row, Row>,
): Row[] {
  const waiting = new Map<string, Row[]>();
  const left: Row[] = [];
  for (const row of old) {
    const own = key(row);
    if (own === null) {
      left.push(row);
      continue;
    }
    const rows = waiting.get(own);
    if (rows === undefined) waiting.set(own, [row]);
    else rows.push(row);
  }
  for (const row of now) {
    const own = partner.has(row) ? null : key(row);
    const match = own === null ? undefined : waiting.get(own)?.shift();
    if (match !== undefined) partner.set(row, match);
  }
  for (const rows of waiting.values()) left.push(...rows);
  return left;
}

/** Null when the first of the identifying properties is blank or could not be read. */
function keyOf(kind: TableKind, row: Row): string | null {
  const values = KEYS[kind].map((name) => row[name]);
  return values[0] === null || values[0] === undefined ? null : JSON.stringify(values);
}

function nameKey(row: Row): string | null {
  const name = row['name'] ?? row['headName'];
  return typeof name === 'string' ? JSON.stringify([row['householdId'] ?? row['creditCode'] ?? null, name]) : null;
}

function fieldChange(
  field: Field,
  old: Row,
  now: Row,
  before: Roster,
  after: Roster,
  skipped: Set<string>,
): FieldChange[] {
  const known = before.tables[old.table]?.columns.has(field.key) === true;
  const still = after.tables[now.table]?.columns.has(field.key) === true;
  if (known !== still) skipped.add(`${field.of} ${field.header}`);
  if (!known || !still) return [];
  const [was, is] = [textOf(field, old), textOf(field, now)];
  return was === is ? [] : [{ field: field.header, before: was, after: is }];
}

function textOf(field: Field, row: Row): string {
  if (row.unreadable?.includes(field.key) === true) return '（读不出来）';
  const value = row[field.key];
  if (typeof value === 'number') return field.type === 'money' ? formatYuan(value) : String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : '';
}

function rowChange(table: TableKind, change: ChangeKind, row: Row, fields: readonly FieldChange[]): RowChange {
  const text = (name: string): string | null => {
    const value = row[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    change,
    table,
    household: text('householdId'),
    id: text('personId') ?? text('householdId') ?? text('creditCode') ?? text('clause'),
    name: text('name') ?? text('headName') ?? text('subject'),
    fields,
    accountChanged: fields.some(({ field }) => ACCOUNT.has(field)),
  };
}

function rowsOf(roster: Roster, kind: TableKind): readonly Row[] {
  const rows: readonly RosterRows[TableKind][] = roster.rows[kind];
  return rows as readonly (RosterRows[TableKind] & Row)[];
}
