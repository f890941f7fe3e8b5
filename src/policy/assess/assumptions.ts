import type { PayeeKind } from '../../domain/charge.js';
import { formatYuan, type Fen } from '../../domain/money.js';
import type { Roster, RowReference } from '../../domain/roster.js';
import { cellPlace } from '../../findings/cell-place.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { FindingPlace, FindingSubject } from '../../findings/finding.js';
import type { Assessed } from './evaluate-benefit.js';

/** Codes of the warnings that a payment rests on an assumption, by the remark its facts made. */
const CODES: Readonly<Record<string, string>> = {
  'mover-blank': 'ROW-21',
  'organisation-unlisted': 'ROW-27',
  'months-of-year': 'ROW-31',
};

/** One payee's payments on one assumption. */
interface Assumed {
  readonly code: string;
  readonly place: FindingPlace;
  readonly subject: Partial<FindingSubject>;
  readonly benefits: Set<string>;
  amount: Fen;
  /** Table that has no column which could say it; null where a column is there and its cell is blank. */
  readonly table: number | null;
}

/**
 * Payments that rest on an assumption, gathered over all benefits: one warning a payee, or one a table with the count of
 * payees where no column of the table could have said it.
 */
export class Assumptions {
  readonly #roster: Roster;
  readonly #assumed = new Map<string, Assumed>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  /** Notes what an entitled outcome rests on; `row` and `field` are where the payee is named. */
  add<Subject>(assessed: Assessed<Subject>, row: RowReference, field: readonly [key: string, header: string]): void {
    const { entitlement, outcome, candidate } = assessed;
    if (outcome.outcome !== 'entitled') return;
    for (const remark of outcome.remarks ?? []) {
      const { payee } = entitlement;
      const code = CODES[remark] ?? 'ROW-27';
      const key = `${remark}|${payee.kind}|${payee.id}`;
      const known = this.#assumed.get(key);
      if (known !== undefined) {
        known.benefits.add(entitlement.benefit);
        known.amount += entitlement.amount;
        continue;
      }
      this.#assumed.set(key, {
        code,
        place: cellPlace(this.#roster, row, ...field),
        subject: { household: entitlement.householdId, ...subjectOf(payee.kind, payee.id), name: payee.name },
        benefits: new Set([entitlement.benefit]),
        amount: entitlement.amount,
        table: remark === 'mover-blank' ? this.#silent(candidate.household?.row ?? row) : null,
      });
    }
  }

  /** The table of a household where it has neither 搬迁批次 nor 户类型. */
  #silent({ table }: RowReference): number | null {
    const columns = this.#roster.tables[table]?.columns;
    return columns?.has('relocationBatch') === true || columns?.has('householdType') === true ? null : table;
  }

  findings(): FindingDraft[] {
    const findings: FindingDraft[] = [];
    const tables = new Map<number, { code: string; payees: number; amount: Fen }>();
    for (const { code, place, subject, benefits, amount, table } of this.#assumed.values()) {
      if (table === null) {
        const params = { benefit: [...benefits].join('、'), amount: formatYuan(amount) };
        findings.push({ code, severity: 'warning', place, subject, params });
        continue;
      }
      const sum = tables.get(table);
      if (sum === undefined) tables.set(table, { code, payees: 1, amount });
      else {
        sum.payees += 1;
        sum.amount += amount;
      }
    }
    for (const [table, { code, payees, amount }] of tables) {
      const source = this.#roster.tables[table];
      const place = { file: source?.file ?? null, sheet: source?.sheet ?? null };
      findings.push({ code, severity: 'warning', place, params: { payees, amount: formatYuan(amount) } });
    }
    return findings;
  }
}

function subjectOf(kind: PayeeKind, id: string): Partial<FindingSubject> {
  return kind === 'person' ? { person: id } : kind === 'organisation' ? { organisation: id } : {};
}
