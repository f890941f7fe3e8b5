import { budgetUse, type BenefitUse, type BudgetRow } from '../../domain/budget.js';
import { formatYuan, type Fen } from '../../domain/money.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { BatchDetail } from '../../ledger/read/batch-detail.js';
import { moneyUsed, type Equation, type Part } from '../../ledger/read/closing-proof.js';
import {
  RECONCILIATION_KINDS,
  type Reconciliation,
  type ReconciliationKind,
  type ReconciliationRow,
} from './reconciliation.js';

/** A part in outside words: lines and yuan. */
interface PartText {
  readonly lines: number;
  readonly amount: string;
}

interface EquationText {
  readonly due: PartText;
  readonly paid: PartText;
  readonly returned: PartText;
  readonly failed: PartText;
  readonly stopped: PartText;
  readonly in_flight: PartText;
  readonly not_sent: PartText;
  readonly clawed_back: PartText;
  readonly balanced: boolean;
}

interface Summary {
  readonly lines: number;
  readonly ledger_amount: string;
  readonly bank_amount: string;
  readonly difference: string;
  readonly unmatched: number;
}

/** What `reconciliation.json` holds. Money is yuan text. */
export interface ReconciliationReport {
  readonly year: string;
  readonly agrees: boolean;
  readonly batches: readonly string[];
  readonly kinds: Readonly<Record<ReconciliationKind, PartText>>;
  readonly totals: {
    readonly ledger: PartText;
    readonly bank: PartText;
    readonly difference: string;
  };
  readonly equation: EquationText;
  /** Lines that the bank did not pay and that are due in the batch that pays them again: not counted in `equation`. */
  readonly paid_again: PartText;
  readonly benefits: readonly ({ readonly benefit_id: string; readonly benefit: string } & EquationText & Summary)[];
  readonly communities: readonly ({ readonly community: string } & Summary)[];
  readonly budget: readonly {
    readonly benefit: string;
    readonly budget: string;
    readonly used: string;
    readonly left: string;
    readonly over: boolean;
  }[];
}

/** The report of a reconciliation: totals by kind, the conservation equation, summaries, and the budget if there is one. */
export function reconciliationReport(
  reconciliation: Reconciliation,
  batches: readonly BatchDetail[],
  budget: readonly BudgetRow[] = [],
): ReconciliationReport {
  const { rows, year } = reconciliation;
  const equations = batches.map(({ proof }) => proof);
  const again = paidAgain(batches);
  const total = withoutPaidAgain(equations.map((proof) => proof.total).reduce(plus, NOTHING), again);
  const benefits = benefitEquations(batches).map((own) => ({
    ...own,
    equation: withoutPaidAgain(
      own.equation,
      again.filter(({ benefitId }) => benefitId === own.benefitId),
    ),
  }));
  const spent = budgetUse(budget, usesOf(benefits));
  // A line that was not paid stands with nothing on both sides: it is no payment to count.
  const ledger = partOf(rows, ({ ledgerAmount }) => (ledgerAmount === 0 ? null : ledgerAmount));
  const bank = partOf(rows, ({ bankAmount }) => (bankAmount === 0 ? null : bankAmount));
  return {
    year,
    agrees: reconciliation.agrees && !spent.some(({ over }) => over),
    batches: batches.map(({ summary }) => summary.batchId),
    kinds: Object.fromEntries(
      RECONCILIATION_KINDS.map((kind) => [
        kind,
        partText(
          partOf(
            rows.filter((row) => row.kind === kind),
            (row) => row.ledgerAmount ?? row.bankAmount,
          ),
        ),
      ]),
    ) as Record<ReconciliationKind, PartText>,
    totals: { ledger: partText(ledger), bank: partText(bank), difference: formatYuan(bank.amount - ledger.amount) },
    equation: equationText(total),
    paid_again: partText({ lines: again.length, amount: again.reduce((sum, { amount }) => sum + amount, 0) }),
    benefits: benefits.map(({ benefitId, benefit, equation }) => ({
      benefit_id: benefitId,
      benefit,
      ...equationText(equation),
      ...summary(rows.filter((row) => row.benefitId === benefitId)),
    })),
    communities: communitiesOf(rows.filter(({ kind }) => kind !== 'not-a-payment')),
    budget: spent.map(({ row, used, over }) => ({
      benefit: row.benefit,
      budget: formatYuan(row.amount),
      used: formatYuan(used),
      left: formatYuan(row.amount - used),
      over,
    })),
  };
}

interface PaidAgain {
  readonly benefitId: string;
  readonly status: 'failed' | 'returned';
  readonly amount: Fen;
}

/** Lines that stand once more in another of the batches: what is due there is not due here as well. */
function paidAgain(batches: readonly BatchDetail[]): readonly PaidAgain[] {
  const ids = new Set(batches.map(({ summary }) => summary.batchId));
  return batches.flatMap(({ lines }) =>
    lines.flatMap(({ line, status, reissuedIn }) =>
      (status === 'failed' || status === 'returned') && reissuedIn !== null && ids.has(reissuedIn.batchId)
        ? [{ benefitId: line.benefitId, status, amount: line.amount }]
        : [],
    ),
  );
}

/** The equation with every due counted once: both sides lose what is paid again elsewhere. */
function withoutPaidAgain(equation: Equation, again: readonly PaidAgain[]): Equation {
  const less = (part: Part, own: readonly PaidAgain[]): Part => ({
    lines: part.lines - own.length,
    amount: own.reduce((rest, { amount }) => rest - amount, part.amount),
  });
  const of = (status: PaidAgain['status']): readonly PaidAgain[] => again.filter((one) => one.status === status);
  return {
    ...equation,
    due: less(equation.due, again),
    failed: less(equation.failed, of('failed')),
    returned: less(equation.returned, of('returned')),
  };
}

/** LED-10 for every benefit that used more than its budget. */
export function budgetFindings(report: ReconciliationReport): FindingDraft[] {
  return report.budget
    .filter(({ over }) => over)
    .map(({ benefit, used, budget }) => ({ code: 'LED-10', severity: 'error', params: { benefit, used, budget } }));
}

interface BenefitEquation {
  readonly benefitId: string;
  readonly benefit: string;
  readonly equation: Equation;
}

function benefitEquations(batches: readonly BatchDetail[]): BenefitEquation[] {
  const sums = new Map<string, BenefitEquation>();
  for (const { proof } of batches)
    for (const own of proof.benefits) {
      const { benefitId, benefit } = own;
      sums.set(benefitId, { benefitId, benefit, equation: plus(sums.get(benefitId)?.equation ?? NOTHING, own) });
    }
  return [...sums.values()].sort((a, b) => (a.benefitId < b.benefitId ? -1 : 1));
}

/** Money used: paid or under way, less what was clawed back. */
function usesOf(benefits: readonly BenefitEquation[]): BenefitUse[] {
  return benefits.map(({ benefitId, benefit, equation }) => ({ benefitId, benefit, used: moneyUsed(equation) }));
}

function communitiesOf(rows: readonly ReconciliationRow[]): ({ readonly community: string } & Summary)[] {
  const groups = new Map<string, ReconciliationRow[]>();
  for (const row of rows) {
    const list = groups.get(row.community ?? '');
    if (list === undefined) groups.set(row.community ?? '', [row]);
    else list.push(row);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([community, own]) => ({ community, ...summary(own) }));
}

function summary(rows: readonly ReconciliationRow[]): Summary {
  const ledger = partOf(rows, ({ ledgerAmount }) => ledgerAmount).amount;
  const bank = partOf(rows, ({ bankAmount }) => bankAmount).amount;
  return {
    lines: rows.length,
    ledger_amount: formatYuan(ledger),
    bank_amount: formatYuan(bank),
    difference: formatYuan(bank - ledger),
    unmatched: rows.filter(({ differs }) => differs).length,
  };
}

function partOf(rows: readonly ReconciliationRow[], amount: (row: ReconciliationRow) => Fen | null): Part {
  let lines = 0;
  let sum = 0;
  for (const row of rows) {
    const own = amount(row);
    if (own === null) continue;
    lines += 1;
    sum += own;
  }
  return { lines, amount: sum };
}

const NONE: Part = { lines: 0, amount: 0 };
const NOTHING: Equation = {
  due: NONE,
  paid: NONE,
  returned: NONE,
  failed: NONE,
  stopped: NONE,
  inFlight: NONE,
  notSent: NONE,
  clawedBack: NONE,
  recovered: NONE,
  balanced: true,
};

function plus(a: Equation, b: Equation): Equation {
  const add = (x: Part, y: Part): Part => ({ lines: x.lines + y.lines, amount: x.amount + y.amount });
  return {
    due: add(a.due, b.due),
    paid: add(a.paid, b.paid),
    returned: add(a.returned, b.returned),
    failed: add(a.failed, b.failed),
    stopped: add(a.stopped, b.stopped),
    inFlight: add(a.inFlight, b.inFlight),
    notSent: add(a.notSent, b.notSent),
    clawedBack: add(a.clawedBack, b.clawedBack),
    recovered: add(a.recovered, b.recovered),
    balanced: a.balanced && b.balanced,
  };
}

function partText({ lines, amount }: Part): PartText {
  return { lines, amount: formatYuan(amount) };
}

/** Parts of the equation in outside words, for JSON. */
export function equationText(equation: Equation): EquationText {
  return {
    due: partText(equation.due),
    paid: partText(equation.paid),
    returned: partText(equation.returned),
    failed: partText(equation.failed),
    stopped: partText(equation.stopped),
    in_flight: partText(equation.inFlight),
    not_sent: partText(equation.notSent),
    clawed_back: partText(equation.clawedBack),
    balanced: equation.balanced,
  };
}
