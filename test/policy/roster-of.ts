import { type Roster, type RosterRows, TABLE_KINDS, type TableKind } from '../../src/domain/roster.js';

/** Rows by table; a table that is not named is not there. */
export type Rows = { [K in TableKind]?: readonly RosterRows[K][] };
const EVERY = [
  'monitoringClass',
  'riskCleared',
  'perCapitaIncome',
  'lastPerCapitaIncome',
  'employmentStatus',
  'householdType',
];

/** A roster of these rows, every table with the named columns. */
export function rosterOf(rows: Rows, columns: readonly string[] = EVERY): Roster {
  const blank = {
    住户: [],
    成员: [],
    经营: [],
    单位: [],
    用工: [],
    劳务输出: [],
    培训: [],
    服务: [],
    安置点: [],
    申请: [],
    指标填报: [],
  };
  const tables = TABLE_KINDS.filter((kind) => rows[kind] !== undefined).map((kind, index) => ({
    index,
    file: 'x.csv',
    sheet: kind,
    kind,
    headerRows: [1, 1] as const,
    columns: new Map(columns.map((field, column) => [field, { column, header: field }])),
    rows: rows[kind]?.length ?? 0,
  }));
  return { tables, rows: { ...blank, ...rows } };
}
