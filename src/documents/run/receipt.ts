import { capitalAmount } from '../../domain/capital-amount.js';
import { keptBack } from '../../domain/clawback.js';
import { MASKING_PROFILE } from '../../domain/masking.js';
import { formatYuan, sumFen } from '../../domain/money.js';
import { columnLetters, runFileLabels } from './exceptions-csv.js';
import { maskFreeText, maskHouseholdId, maskPayeeId } from '../model/masked-value.js';
import type { RunDocumentInput } from './run-document.js';

export const RECEIPT_FORMAT = 'butie-receipt/1';

export interface OutputFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * `batch.json`: what the batch is and what it was made from. No clock, no folder, no user: the same inputs, pack and
 * ledger give the same bytes. `outputs` are the other files of the run.
 */
export function receipt(input: RunDocumentInput, outputs: readonly OutputFile[]): string {
  return `${JSON.stringify(receiptData(input, outputs), null, 2)}\n`;
}

function receiptData(input: RunDocumentInput, outputs: readonly OutputFile[]): object {
  const { result, origin } = input;
  const { content, pack, roster, counts } = result;
  const label = runFileLabels(input);
  return {
    format: RECEIPT_FORMAT,
    batch_id: content.batchId,
    state: origin.state,
    content_hash: content.contentHash,
    reissue_of: content.reissueOf,
    ...(origin.ledger === undefined ? {} : { ledger: { entries: origin.ledger.entries, head: origin.ledger.hash } }),
    policy: {
      id: content.policyId,
      version: content.policyVersion,
      sha256: content.packHash,
      name: pack.name,
      document: { number: pack.document.number, title: pack.document.title, issuer: pack.document.issuer },
    },
    period: content.period,
    name: content.name,
    as_of: content.asOf,
    readings: pack.readings.map((reading) => ({
      id: reading.id,
      question: reading.question,
      chosen: content.readings[reading.id] ?? reading.default,
      default: reading.default,
      impacts: result.impacts
        .filter((impact) => impact.reading === reading.id)
        .map((impact) => ({
          alternative: impact.alternative,
          payees: impact.payees,
          difference: formatYuan(impact.difference),
        })),
    })),
    parameters: sorted(content.parameters),
    options: sorted(origin.options),
    revealed: input.reveal,
    masking_profile: MASKING_PROFILE,
    inputs: origin.inputs.map((each) => ({ file: label(each.file), sha256: each.sha256 })),
    ...unusedOf(input),
    tables: roster.tables.map((table) => ({
      file: label(table.file),
      sheet: maskFreeText(table.sheet),
      table: table.kind,
      header_rows: table.headerRows,
      rows: table.rows,
      columns: [...table.columns]
        .map(([field, source]) => ({ column: source.column, header: maskFreeText(source.header), field }))
        .sort((a, b) => a.column - b.column)
        .map(({ column, header, field }) => ({ column: columnLetters(column), header, field })),
    })),
    counts: {
      households: counts.households,
      members: counts.members,
      paid_payees: counts.paidPayees,
      lines: counts.lines,
      held_households: counts.heldHouseholds,
      considered: result.settled.length,
      undecided: result.settled.filter((each) => each.entitlement.outcome === 'undecided').length,
      errors: counts.errors,
      warnings: counts.warnings,
      infos: counts.infos,
      accepted: counts.accepted,
      flags: result.flags.length,
    },
    total: { amount: formatYuan(content.total), capital: `人民币${capitalAmount(content.total)}` },
    totals: result.totals.map((each) => ({
      benefit_id: each.benefitId,
      benefit: each.benefit,
      lines: each.lines,
      amount: formatYuan(each.amount),
    })),
    ...keptBackOf(input),
    checks: result.checks.map((check) => ({
      code: check.code,
      status: check.status,
      found: check.found,
      reason: check.reason,
    })),
    left_to_people: leftToPeople(input),
    outputs,
    tool: { name: 'butie', version: origin.toolVersion },
  };
}

/** Files that are in no payment; nothing when all were used. */
function unusedOf(input: RunDocumentInput): object {
  const { unused = [] } = input.origin;
  return unused.length === 0 ? {} : { unused_inputs: unused.map(runFileLabels(input)) };
}

/** What debts (追回) take of this batch: of lines, and dues that are taken whole. Nothing when nothing is kept back. */
function keptBackOf({ result, payeeKey }: RunDocumentInput): object {
  const { lines, offsets = [] } = result.content;
  const amount = sumFen([...lines, ...offsets].map(({ charges }) => keptBack(charges)));
  if (amount === 0) return {};
  return {
    kept_back: {
      amount: formatYuan(amount),
      offsets: offsets.map(({ offsetNo, benefitId, benefit, payee, householdId, incomeYear, entitlement, ...own }) => {
        const payeeId = maskPayeeId(payee.kind, payee.id);
        return {
          offset_no: offsetNo,
          benefit_id: benefitId,
          benefit,
          payee_kind: payee.kind,
          payee_id: payeeId,
          payee_key: payeeId === payee.id ? null : payeeKey(payee.id),
          household_id: maskHouseholdId(householdId),
          income_year: incomeYear,
          entitlement: formatYuan(entitlement),
          paid_before: formatYuan(own.paidBefore),
          amount: formatYuan(own.amount),
        };
      }),
    },
  };
}

export interface LeftToPeople {
  readonly clause: string | null;
  readonly quote: string | null;
  readonly reason: string;
}

/** What the program cannot test: approval by people, lawfulness, and the clauses the pack leaves unmodelled. */
export function leftToPeople({ result, lang }: Pick<RunDocumentInput, 'result' | 'lang'>): LeftToPeople[] {
  const zh = lang === 'zh';
  return [
    {
      clause: null,
      quote: null,
      reason: zh
        ? '核定由人作出：本批次须经 butie approve 由制表人以外的人审核批准后才能付款'
        : 'The amounts are approved by people: `butie approve`, by someone other than the maker, before anything is paid',
    },
    {
      clause: null,
      quote: null,
      reason: zh
        ? '收入是否合法、证明材料是否真实，程序无法检验，由社区和镇审核人员负责'
        : 'Whether income is lawful and evidence genuine cannot be tested by a program; those who review the file answer for it',
    },
    ...result.pack.unmodelled.map((each) => ({
      clause: each.clause,
      quote: each.quote,
      reason: zh ? each.reason : each.reasonEn,
    })),
  ];
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
