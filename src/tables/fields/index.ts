import type { TableKind } from '../../domain/roster.js';
import { APPLICATIONS } from './applications.js';
import { BUSINESSES } from './businesses.js';
import type { Field, TableDefinition } from './define-table.js';
import { HOUSEHOLDS } from './households.js';
import { INDICATORS } from './indicators.js';
import { MEMBERS } from './members.js';
import { ORGANISATIONS } from './organisations.js';
import { PLACEMENTS } from './placements.js';
import { SERVICES } from './services.js';
import { SITES } from './sites.js';
import { TRAININGS } from './trainings.js';
import { WORKERS } from './workers.js';

export type {
  AmbiguousHeader,
  Field,
  FieldKey,
  FieldLevel,
  ListedValues,
  TableDefinition,
  ValueType,
} from './define-table.js';

/** The field dictionary: every table of src/CONTRACT.md §3 with its columns, their types and their other names. */
export const TABLES: Readonly<Record<TableKind, TableDefinition>> = {
  住户: HOUSEHOLDS,
  成员: MEMBERS,
  经营: BUSINESSES,
  单位: ORGANISATIONS,
  用工: WORKERS,
  劳务输出: PLACEMENTS,
  培训: TRAININGS,
  服务: SERVICES,
  安置点: SITES,
  申请: APPLICATIONS,
  指标填报: INDICATORS,
};

/** The field with this record property, or undefined. */
export function fieldByKey(kind: TableKind, key: string): Field | undefined {
  return TABLES[kind].fields.find((field) => field.key === key);
}

/** The field with this standard header (src/CONTRACT.md §3), or undefined. */
export function fieldByHeader(kind: TableKind, header: string): Field | undefined {
  return TABLES[kind].fields.find((field) => field.header === header);
}

/**
 * Fields of 住户 that a sheet of 成员 rows may carry beside its own: those that describe the household alone. Account,
 * telephone and evidence columns of such a sheet belong to the row's person and serve the household through its head.
 */
export const CARRIED_HOUSEHOLD_FIELDS: readonly Field[] = HOUSEHOLDS.fields
  .filter((field) => !['householdId', 'evidence', 'bankName', 'accountName', 'accountNumber'].includes(field.key))
  // The national export writes a bare 人数 beside each member; nowhere else does the word stand for the household.
  .map((field) => (field.key === 'size' ? { ...field, weak: ['人数'] } : field));
