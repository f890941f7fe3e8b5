import type { ImpactLine, PolicyImpact } from '../../batch/run/policy-impact.js';
import { formatYuan } from '../../domain/money.js';
import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText, maskHouseholdId, maskOrNull, maskPayeeId } from '../model/masked-value.js';

const COLUMNS =
  'benefit_id,benefit,payee_kind,payee_id,payee_name,household_id,township,community,before,after,difference'.split(
    ',',
  );
const FREE_TEXT = new Set(['benefit', 'payee_id', 'payee_name', 'household_id', 'township', 'community']);

/** One line of an impact as outputs show it: ID numbers masked, yuan with two decimals. */
export function impactRow(line: ImpactLine): Readonly<Record<string, string | null>> & {
  readonly benefit: string;
  readonly payee_id: string;
  readonly payee_name: string;
  readonly before: string;
  readonly after: string;
} {
  return {
    benefit_id: line.benefitId,
    benefit: line.benefit,
    payee_kind: line.payee.kind,
    payee_id: maskPayeeId(line.payee.kind, line.payee.id),
    payee_name: maskFreeText(line.payee.name),
    household_id: maskHouseholdId(line.householdId),
    township: maskOrNull(line.township),
    community: maskOrNull(line.community),
    before: formatYuan(line.before),
    after: formatYuan(line.after),
    difference: formatYuan(line.after - line.before),
  };
}

/** `impact.csv`: everybody whose amount a change of the policy would change. */
export function impactCsv({ lines }: Pick<PolicyImpact, 'lines'>): CsvModel {
  return {
    name: 'impact.csv',
    columns: COLUMNS.map((name) => ({ name, freeText: FREE_TEXT.has(name) })),
    rows: (function* () {
      for (const line of lines) {
        const row = impactRow(line);
        yield COLUMNS.map((name) => row[name] ?? null);
      }
    })(),
  };
}
