import type { TableKind } from '../../domain/roster.js';
import type { CaseCell } from './case-cells.js';
import type { PackCase } from './case-schema.js';
import type { CaseTables } from './case-rows.js';

/** One run of a case, with every `$column` replaced. */
export interface CaseVariant {
  readonly name: string;
  readonly case: PackCase;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly tables: CaseTables;
  readonly history: readonly {
    readonly benefit: string;
    readonly payee: string;
    readonly year: number | null;
    readonly amount: string;
    readonly unit: string | null;
    readonly on: string | null;
    readonly householdId: string | null;
  }[];
  /** Yuan by benefit, or by benefit and payee. */
  readonly pays: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly outcomes: Readonly<Record<string, string>>;
}

/** The runs of a case: one, or one for each row of its `each`. */
export function variantsOf(packCase: PackCase): CaseVariant[] {
  const { each } = packCase;
  if (each === undefined) return [variant(packCase, packCase.name, {})];
  return each.rows.map((row) => {
    const values = Object.fromEntries(each.columns.map((column, i) => [column, row[i] ?? null]));
    const name = each.columns.map((column, i) => `${column}=${row[i] ?? ''}`).join(' ');
    return variant(packCase, `${packCase.name}（${name}）`, values);
  });
}

type Values = Readonly<Record<string, CaseCell>>;

function variant(packCase: PackCase, name: string, values: Values): CaseVariant {
  const text = (cell: CaseCell): string => String(filled(cell, values) ?? '');
  const tables = (kind: TableKind): Readonly<Record<string, CaseCell>>[] =>
    packCase[kind].map((row) =>
      Object.fromEntries(Object.entries(row).map(([header, cell]) => [header, filled(cell, values)])),
    );
  return {
    name,
    readings: Object.fromEntries(Object.entries(packCase.readings).map(([id, choice]) => [id, text(choice)])),
    case: packCase,
    asOf: text(packCase.asOf),
    tables: {
      住户: tables('住户'),
      成员: tables('成员'),
      经营: tables('经营'),
      单位: tables('单位'),
      用工: tables('用工'),
      劳务输出: tables('劳务输出'),
      培训: tables('培训'),
      服务: tables('服务'),
      安置点: tables('安置点'),
      申请: tables('申请'),
      指标填报: tables('指标填报'),
    },
    history: packCase.history.map(({ benefit, payee, year, amount, unit, on, household }) => ({
      benefit,
      payee: text(payee),
      year: year === undefined ? null : Number(filled(year, values)),
      amount: text(amount),
      unit: unit ?? null,
      on: on === undefined ? null : text(on),
      householdId: household ?? null,
    })),
    pays: Object.fromEntries(
      Object.entries(packCase.expect.pays).map(([benefit, pays]) => [
        benefit,
        typeof pays === 'string'
          ? text(pays)
          : Object.fromEntries(Object.entries(pays).map(([payee, amount]) => [payee, text(amount)])),
      ]),
    ),
    outcomes: Object.fromEntries(
      Object.entries(packCase.expect.outcomes).map(([benefit, outcome]) => [benefit, text(outcome)]),
    ),
  };
}

/** `$name` as the whole cell, or inside it. */
function filled(cell: CaseCell, values: Values): CaseCell {
  if (typeof cell !== 'string' || !cell.includes('$')) return cell;
  const whole = /^\$([a-zA-Z]+)$/.exec(cell)?.[1];
  if (whole !== undefined && whole in values) return values[whole] ?? null;
  return cell.replace(/\$([a-zA-Z]+)/g, (match, column: string) =>
    column in values ? String(values[column] ?? '') : match,
  );
}
