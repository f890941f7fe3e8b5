import type { BatchContent } from '../../domain/batch.js';
import { batchKey } from '../../domain/batch-state.js';
import type { Charge, Payee, PayeeKind } from '../../domain/charge.js';
import { contentHash } from '../../domain/content-hash.js';
import { foldKey } from '../../domain/key.js';
import { formatYuan, sumFen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import { readResidentId } from '../../domain/resident-id.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { LimitUse } from '../../policy/assess/assessment.js';
import type { Cell } from '../../tables/grid.js';
import { listingPlace } from '../../tables/listing.js';
import type { PayoutField, PayoutSheet, PayoutSheetRow } from '../../tables/payout-sheet.js';
import { readAmount, YUAN } from '../../tables/values/amount.js';
import { readDate } from '../../tables/values/date.js';
import { wholeDigits } from '../../tables/values/identity.js';
import { cleanText, compact, displayText, isPlaceholder } from '../../tables/values/plain-text.js';

/** What a benefit of the pack is, for charging what was paid for it. */
export interface OpeningBenefit {
  readonly id: string;
  /** Chinese name, as a sheet may write it. */
  readonly name: string;
  readonly payeeKind: PayeeKind;
  readonly clause: string;
  /** False when the benefit has no year of its own (once for life). */
  readonly yearly: boolean;
  /** Limits and pools a payment uses up, as the rules build them (policy/assess/limits). */
  readonly limitsOf: (payee: Payee, year: number | null, unit: string | null) => readonly LimitUse[];
  /** The payee as the rules take it: a 劳务经纪人 may be a person. By `payeeKind` when absent. */
  readonly payeeOf?: (id: string, name: string) => Payee;
  /** What is counted one by one, where the benefit is: then every row must name its worker, or its trainee and course. */
  readonly unit?: 'worker' | 'course';
}

export interface OpeningRequest {
  readonly sheets: readonly PayoutSheet[];
  readonly policyId: string;
  readonly policyVersion: string;
  readonly packHash: string;
  readonly benefits: readonly OpeningBenefit[];
  /** Benefit of every row, where the sheet has no such column. */
  readonly benefitId?: string;
  /** Year of every row, where the sheet has no such column. */
  readonly year?: number;
  /** Payment month of the batch, `YYYY-MM`. */
  readonly period: string;
  readonly name: string;
  /** 户编号 by the head's ID number, where the sheet has no 户编号. */
  readonly householdOf?: ReadonlyMap<string, string>;
  /** True when the ledger knows a batch of this id: its rows must not come in twice. */
  readonly inLedger: (batchId: string) => boolean;
}

export interface OpeningReading {
  /** Null when any row cannot be taken: half a history is worse than none. */
  readonly content: BatchContent | null;
  readonly findings: readonly FindingDraft[];
}

/**
 * Old payout sheets as one closed batch: each row a line that counts as paid, charged to the keys the rules will ask for.
 * Charges carry no maximum: what was paid was paid.
 */
export function buildOpening(request: OpeningRequest): OpeningReading {
  const findings: FindingDraft[] = [];
  const lines: PayoutLine[] = [];
  for (const sheet of request.sheets)
    for (const row of sheet.rows) {
      const line = lineOf(sheet, row, request, lines.length + 1, findings);
      if (line !== null) lines.push(line);
    }
  const blocked = lines.length === 0 || findings.some(({ severity }) => severity === 'error');
  return { content: blocked ? null : contentOf(request, lines), findings };
}

function contentOf(request: OpeningRequest, lines: readonly PayoutLine[]): BatchContent {
  const { policyId, policyVersion, packHash, period, name } = request;
  const body = {
    batchId: batchKey(policyId, period, name),
    policyId,
    policyVersion,
    packHash,
    period,
    name,
    asOf: `${period}-01`,
    readings: {},
    parameters: {},
    lines,
    total: sumFen(lines.map(({ amount }) => amount)),
    reissueOf: null,
  };
  return { ...body, contentHash: contentHash(body) };
}

function lineOf(
  sheet: PayoutSheet,
  row: PayoutSheetRow,
  request: OpeningRequest,
  lineNo: number,
  findings: FindingDraft[],
): PayoutLine | null {
  const text = (field: PayoutField): string | null => textOf(row.cells[field] ?? null);
  const refuse = (reason: string, field: PayoutField, found: string | null): null => {
    const params = { reason, found: found ?? '' };
    findings.push({ code: 'LED-14', severity: 'error', place: listingPlace(sheet, row, field), value: found, params });
    return null;
  };
  const batch = text('batch');
  if (batch !== null && request.inLedger(batch)) return refuse('known', 'batch', batch);
  const policy = text('policy');
  const benefit = policy !== null && policy !== request.policyId ? undefined : benefitOf(request, text);
  if (benefit === undefined) return refuse('benefit', 'benefit', text('benefitId') ?? text('benefit') ?? policy);
  const amount = readAmount(row.cells.amount ?? null, sheet.columns.get('amount')?.unit ?? YUAN);
  if (amount === 0) {
    const params = { reason: 'amount', found: '0.00' };
    findings.push({ code: 'LED-14', severity: 'info', place: listingPlace(sheet, row, 'amount'), params });
    return null;
  }
  if (typeof amount !== 'number' || amount < 0)
    return refuse('amount', 'amount', typeof amount === 'number' ? formatYuan(amount) : text('amount'));
  const yearText = text('year');
  const year = benefit.yearly ? (yearText === null ? (request.year ?? null) : readYear(yearText)) : null;
  if (benefit.yearly && year === null) return refuse('year', 'year', yearText);
  const personId = personIdOf(text('personId') ?? text('headId'));
  const id = payeeIdOf(benefit.payeeKind, text, request);
  if (id === null) return refuse(benefit.payeeKind === 'household' ? 'household' : 'payee', 'payeeId', text('payeeId'));
  const payeeName = text('payeeName') ?? text('headName') ?? text('accountName') ?? '';
  const payee: Payee = benefit.payeeOf?.(id, payeeName) ?? { kind: benefit.payeeKind, id, name: payeeName };
  const unit = benefit.unit === undefined ? null : unitOf(benefit.unit, id, row.cells, text);
  if (unit === null && benefit.unit !== undefined) return refuse(benefit.unit, 'personId', text('personId'));
  return {
    lineNo,
    policyId: request.policyId,
    benefitId: benefit.id,
    benefit: benefit.name,
    payee,
    idNumber: payee.kind === 'organisation' ? null : payee.kind === 'person' ? id : personId,
    householdId: benefit.payeeKind === 'household' ? id : text('household'),
    township: text('township'),
    community: text('community'),
    incomeYear: year,
    entitlement: amount,
    paidBefore: 0,
    cutBy: [],
    amount,
    account: { bankName: text('bank'), accountName: text('accountName'), accountNumber: text('account') },
    clause: benefit.clause,
    basis: `期初导入：${row.file} 第 ${row.row} 行`,
    charges: benefit.limitsOf(payee, year, unit).map(
      ({ key, maxCount }): Charge => ({
        key,
        amount,
        count: maxCount === null ? 0 : 1,
        maxAmount: null,
        maxCount: null,
      }),
    ),
  };
}

type Text = (field: PayoutField) => string | null;

function benefitOf(request: OpeningRequest, text: Text): OpeningBenefit | undefined {
  const named = text('benefitId') ?? text('benefit') ?? request.benefitId;
  return (
    request.benefits.find(({ id, name }) => id === named || name === named) ??
    request.benefits.find(({ id }) => id === request.benefitId)
  );
}

function payeeIdOf(kind: PayeeKind, text: Text, request: OpeningRequest): string | null {
  const stated = text('payeeKind') === null || text('payeeKind') === kind ? text('payeeId') : null;
  switch (kind) {
    case 'household': {
      const head = personIdOf(text('headId') ?? text('personId'));
      const written = stated ?? text('household');
      if (written !== null) return foldKey(written);
      return head === null ? null : (request.householdOf?.get(head) ?? null);
    }
    case 'person':
      return personIdOf(stated ?? text('personId'));
    case 'organisation':
      return stated === null ? personIdOf(text('personId')) : foldKey(stated);
  }
}

/** The key under which the rules count this worker or course; null when the row does not name it. */
function unitOf(kind: 'worker' | 'course', payeeId: string, cells: PayoutSheetRow['cells'], text: Text): string | null {
  const person = personIdOf(text('personId'));
  if (kind === 'worker' || person === null) return person === payeeId ? null : person;
  const date = readDate(cells.startedOn ?? null);
  if (date.kind !== 'date') return null;
  return [person, payeeId, date.date, text('course') ?? ''].join('@');
}

/** The 18 characters that key a person; null when the number is not a good one. */
function personIdOf(text: string | null): string | null {
  if (text === null) return null;
  const { problem, id } = readResidentId(compact(text));
  return problem === 'ok' || problem === 'upgraded' || problem === 'disability' ? id : null;
}

function readYear(text: string): number | null {
  const match = /^(\d{4})年?度?$/.exec(compact(text));
  return match === null ? null : Number(match[1]);
}

/** A number cell with more digits than a spreadsheet keeps is no text any more. */
function textOf(cell: Cell): string | null {
  const text = typeof cell === 'number' ? (wholeDigits(cell) ?? displayText(cell)) : cleanText(displayText(cell));
  return text === '' || isPlaceholder(text) ? null : text;
}
