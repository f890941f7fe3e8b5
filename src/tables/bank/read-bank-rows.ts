import { isIsoDay } from '../../domain/calendar.js';
import type { Cell, Workbook } from '../grid.js';
import { normaliseHeader } from '../header/normalise.js';
import { listingPlace, readListings, type Listing, type ListingOptions, type ListingRow } from '../listing.js';
import { YUAN } from '../values/amount.js';
import { readDate } from '../values/date.js';
import { isExponential, wholeDigits } from '../values/identity.js';
import { cleanText, compact, displayText, isPlaceholder } from '../values/plain-text.js';
import { bankAmount, statedAmount, type BankAmount } from './bank-amounts.js';
import { BANK_FIELDS, SEVERAL, statesFen, type BankField } from './bank-fields.js';
import type { BankResult, BankRow, BankRows } from './bank-row.js';
import { directionWord, fromSides, signed, type Movement } from './direction.js';
import { isBalanceWord, isRecordWord } from './no-payment.js';
import { isNoReason, resultWord, sheetResult, tellsTrouble, type ResultWord } from './result-words.js';

/** What the user says about a file beyond its own words. */
export interface BankFileAnswers {
  /** Meaning of a result text that nobody knows. */
  readonly results?: ReadonlyMap<string, BankResult>;
  readonly columns?: Pick<ListingOptions<BankField>, 'answers' | 'headerless'>;
}

export type BankCoverage = 'full' | 'failures' | 'successes';

/**
 * Rows of a return file: an amount, a result, and a line number or an account. A list declared to hold failures or
 * successes alone, or a sheet named 成功 or 失败, needs no column for the result.
 */
export async function readReturnRows(
  workbook: Workbook,
  coverage: BankCoverage = 'full',
  answers: BankFileAnswers = {},
): Promise<BankRows> {
  const bySheet = workbook.sheets.some(({ name }) => sheetResult(name) !== null);
  const result: readonly BankField[][] = coverage === 'full' && !bySheet ? [['result']] : [];
  const money: readonly BankField[][] = coverage === 'failures' ? [] : [['amount']];
  const declared = coverage === 'failures' ? 'failed' : coverage === 'successes' ? 'paid' : null;
  const required = [...result, ...money, ['lineNo', 'account'] as BankField[]];
  return readRows(workbook, required, { declared, statement: false, answers });
}

/** Rows of a bank statement: a result column may be absent, then every row that leaves the account is a payment. */
export async function readStatementRows(workbook: Workbook, answers: BankFileAnswers = {}): Promise<BankRows> {
  const required: BankField[][] = [['amount'], ['account', 'lineNo', 'name'], ['name', 'account']];
  return readRows(workbook, required, { declared: null, statement: true, answers });
}

interface Kind {
  /** What every row of the file is by the user's word. */
  readonly declared: 'paid' | 'failed' | null;
  readonly statement: boolean;
  readonly answers: BankFileAnswers;
}

async function readRows(
  workbook: Workbook,
  required: readonly (readonly BankField[])[],
  kind: Kind,
): Promise<BankRows> {
  const options: ListingOptions<BankField> = {
    several: SEVERAL,
    instead: { result: ['state'], amount: ['due', 'got', 'unpaid', 'debit', 'credit'] },
    keepTotals: true,
    ...kind.answers.columns,
  };
  const { listings, findings } = await readListings(workbook, BANK_FIELDS, required, options);
  const rows = listings.flatMap((listing) => rowsOf(listing, kind));
  const texts = [
    workbook.file,
    ...listings.flatMap(({ sheet, above }) => [sheet, ...above]),
    ...rows.flatMap(({ batch, remark }) => [batch ?? '', remark ?? '']),
  ];
  return { rows, findings, batches: [...new Set(texts.flatMap(batchIds))] };
}

/** Our own batch ids in a text of a bank's. */
function batchIds(text: string): string[] {
  return text.match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.\d{4}-(?:\d{2}|Q\d|H\d)\.[\p{L}\p{N}-]+/gu) ?? [];
}

type Sheet = Listing<BankField>;
type SheetRow = ListingRow<BankField>;

function rowsOf(listing: Sheet, kind: Kind): BankRow[] {
  const reader = new RowReader(listing, kind);
  const rows: BankRow[] = [];
  for (const row of listing.rows) if (!reader.isRecord(row)) rows.push(reader.read(row));
  return rows;
}

/** Reads the rows of one sheet. */
class RowReader {
  private readonly listing: Sheet;
  private readonly kind: Kind;
  private readonly bySheet: 'paid' | 'failed' | 'returned' | null;
  private readonly fen: ReadonlySet<BankField>;
  /** In a column of one sign for each side, what has none came in. */
  private readonly hasNegative: boolean;

  constructor(listing: Sheet, kind: Kind) {
    this.listing = listing;
    this.kind = kind;
    this.bySheet = sheetResult(listing.sheet);
    const fen = new Set<BankField>();
    for (const [field, { header }] of listing.columns) if (statesFen(header, listing.above)) fen.add(field);
    this.fen = fen;
    this.hasNegative =
      kind.statement &&
      listing.rows.some((row) => {
        const amount = this.money(row, 'amount');
        return typeof amount === 'number' && amount < 0;
      });
  }

  /** A header again, a total, a trailer: rows that name no account and no payee, or say what they are. */
  isRecord(row: SheetRow): boolean {
    const account = this.account(row);
    const name = this.text(row, 'name');
    if (this.repeatsHeader(row)) return true;
    const real = account !== null && /\d{4}/.test(account);
    if (isRecordWord(row.first)) return !real;
    if (real) return false;
    if (this.kind.statement && [name, this.text(row, 'remark')].some((text) => text !== null && isBalanceWord(text)))
      return true;
    // A number of the bank's and nothing else (`20241105|单位|4|14000.00`) is no line number of ours.
    const number = this.text(row, 'lineNo');
    return (
      name === null && account === null && (number === null || !/^\d{1,7}(\.0+)?$/.test(number)) && !this.says(row)
    );
  }

  /** A result or a reason without a name may be the failure of anybody: it must be asked about. */
  private says(row: SheetRow): boolean {
    return (['result', 'state', 'reason'] as const).some((field) => this.text(row, field) !== null);
  }

  private repeatsHeader(row: SheetRow): boolean {
    let same = 0;
    for (const [field, { header }] of this.listing.columns) {
      const cell = row.cells[field];
      if (typeof cell !== 'string') continue;
      if (normaliseHeader(cell).key === normaliseHeader(header).key) same += 1;
    }
    return same >= 2;
  }

  read(row: SheetRow): BankRow {
    const { listing } = this;
    const { result, text: resultText, pending } = this.result(row);
    const reasons = this.texts(row, 'reason');
    const reason = reasons.find((one) => !isNoReason(one)) ?? reasons[0] ?? null;
    const move = this.movement(row);
    const paid = result === 'paid';
    const failed = result === 'failed' || result === 'returned';
    const cells = {
      amount: move?.amount ?? this.money(row, 'amount') ?? (this.kind.statement ? null : this.money(row, 'credit')),
      due: this.money(row, 'due'),
      got: this.money(row, 'got'),
      unpaid: this.money(row, 'unpaid'),
      hasGot: listing.columns.has('got'),
    };
    const { amount, silent, booked } = statedAmount(cells, paid, failed);
    const [first = null, ...dates] = this.cells(row, 'day');
    const date = readDate(first ?? dates.find((cell) => cell !== null) ?? null);
    const day = date.kind === 'date' && isIsoDay(date.date) ? date.date : null;
    const lineNoText = this.text(row, 'lineNo') ?? '';
    const remark = this.texts(row, 'remark').join(' ') || null;
    return {
      place: listingPlace(listing, row, null),
      at: (field) => listingPlace(listing, row, this.present(field)),
      lineNo: /^\d{1,9}(\.0+)?$/.test(lineNoText) ? Number(lineNoText) : null,
      lineNoText,
      batch: this.text(row, 'batch'),
      name: this.text(row, 'name'),
      account: this.account(row),
      amount,
      amountText: this.amountText(row),
      silent,
      booked,
      result,
      resultText,
      pending,
      reason,
      day,
      dayText: day === null && date.kind !== 'blank' ? displayText(first) : '',
      direction: move === null ? null : (move.direction ?? 'unclear'),
      serial: this.texts(row, 'serial')[0] ?? null,
      remark,
      fingerprint: fingerprint(row),
    };
  }

  private amountText(row: SheetRow): string {
    const fields = (['amount', 'due', 'got', 'unpaid', 'debit', 'credit'] as const).filter(
      (field) => (row.cells[field] ?? null) !== null,
    );
    return fields.map((field) => displayText(row.cells[field] ?? null)).join(' / ');
  }

  /** The column a finding may point at: that of the field, or of its stand-in. */
  private present(field: 'lineNo' | 'name' | 'account' | 'amount' | 'result' | 'reason' | 'day'): BankField {
    if (this.listing.columns.has(field)) return field;
    const others: readonly BankField[] =
      field === 'result' ? ['state'] : field === 'amount' ? ['got', 'due', 'debit', 'credit'] : [];
    return others.find((one) => this.listing.columns.has(one)) ?? field;
  }

  /** Where the money went; null when the file does not tell and every amount is a payment. */
  private movement(row: SheetRow): Movement | null {
    const { columns } = this.listing;
    if (!this.kind.statement) return null;
    const amount = this.money(row, 'amount');
    if (columns.has('direction') && typeof amount === 'number') {
      const word = directionWord(this.text(row, 'direction') ?? displayText(row.cells.direction ?? null));
      return word === null ? { amount, direction: null } : signed(amount, word);
    }
    if (columns.has('debit') || columns.has('credit')) {
      if (columns.has('debit') || !columns.has('amount'))
        return fromSides(this.money(row, 'debit'), this.money(row, 'credit'));
    }
    const plus = displayText(row.cells.amount ?? null)
      .trim()
      .normalize('NFKC')
      .startsWith('+');
    if (typeof amount !== 'number' || (!this.hasNegative && !plus)) return null;
    return { amount: Math.abs(amount), direction: amount < 0 ? 'out' : 'in' };
  }

  /** All that the row says about its outcome, brought together: what contradicts itself is `unknown`. */
  private result(row: SheetRow): { result: BankResult | null; text: string; pending: boolean } {
    const { columns } = this.listing;
    const results = this.texts(row, 'result');
    const states = this.texts(row, 'state');
    const has = columns.has('result') || columns.has('state');
    const declared = this.bySheet ?? this.kind.declared;
    const reasons = this.texts(row, 'reason').filter((one) => !isNoReason(one));
    const trouble = [...reasons, ...this.texts(row, 'remark').filter(tellsTrouble)];
    if (!has) {
      if (declared === null) return { result: null, text: '', pending: false };
      const clash = declared === 'paid' && trouble.length > 0;
      return { result: clash ? 'unknown' : declared, text: clash ? trouble.join('；') : '', pending: false };
    }
    const said = results.length > 0 ? results : columns.has('result') ? [] : states;
    const text = [...results, ...states].join('／');
    const words = said.map((one) => this.word(one, reasons));
    const others = results.length > 0 ? states.map((one) => this.word(one, reasons)) : [];
    const word = words[0] ?? null;
    if (said.length === 0) {
      // A blank 处理结果 beside a 业务状态 that speaks: nobody knows which one counts.
      const quiet = states.every((one) => resultWord(one) === 'pending');
      return { result: 'unknown', text, pending: quiet };
    }
    if (new Set(words).size > 1) return { result: 'unknown', text, pending: false };
    if (word === 'pending')
      return { result: 'unknown', text, pending: others.every((one) => one === 'pending' || one === 'done') };
    if (word === null || word === 'done' || word === 'partial') return { result: 'unknown', text, pending: false };
    const final = others.filter((one) => one !== 'done');
    const unpaid = word !== 'paid';
    const agrees = final.every((one) => (unpaid ? one === 'failed' || one === 'returned' : one === 'paid'));
    const praised = unpaid && this.texts(row, 'reason').some((one) => resultWord(one) === 'paid');
    const clash = !agrees || praised || (!unpaid && trouble.length > 0);
    if (clash || (this.bySheet !== null && (this.bySheet === 'paid') !== (word === 'paid')))
      return { result: 'unknown', text: [text, ...trouble].join('；'), pending: false };
    // 处理结果=失败, 业务状态=退票: the more exact of the two.
    return { result: unpaid && final.includes('returned') ? 'returned' : word, text, pending: false };
  }

  private word(text: string, reasons: readonly string[]): ResultWord {
    const answer = this.kind.answers.results?.get(text.normalize('NFKC').replace(/\s/g, ''));
    if (answer !== undefined) return answer === 'unknown' ? 'pending' : answer;
    const word = resultWord(text);
    if (word !== null) return word;
    // A result column that holds the bank's reason instead of a word for failure still says that it failed.
    return reasons.length === 0 && REASON_AS_RESULT.test(compact(text)) && !/成功|已入账|完成/.test(text)
      ? 'failed'
      : null;
  }

  private cells(row: SheetRow, field: BankField): Cell[] {
    const own = row.cells[field] ?? null;
    return [own, ...row.more.filter(([name]) => name === field).map(([, cell]) => cell)];
  }

  private texts(row: SheetRow, field: BankField): string[] {
    return this.cells(row, field)
      .map((cell) => cleanText(displayText(cell)))
      .filter((text) => text !== '' && !isPlaceholder(text));
  }

  private text(row: SheetRow, field: BankField): string | null {
    const text = cleanText(displayText(row.cells[field] ?? null));
    return text === '' || isPlaceholder(text) ? null : text;
  }

  private money(row: SheetRow, field: BankField): BankAmount {
    return bankAmount(row.cells[field] ?? null, this.listing.columns.get(field)?.unit ?? YUAN, this.fen.has(field));
  }

  /** A number cell with more than 15 digits has lost its end and is no account any more. */
  private account(row: SheetRow): string | null {
    const cell = row.cells.account ?? null;
    if (typeof cell === 'number') return wholeDigits(cell) ?? displayText(cell);
    const text = compact(cleanText(displayText(cell))).replace(/(?<=\d)-(?=\d)/g, '');
    if (text === '' || isPlaceholder(text)) return null;
    return isExponential(text) ? text : text.toUpperCase();
  }
}

const REASON_AS_RESULT = /不符|不存在|销户|失效|冻结|异常|未激活|非结算|错误|不足/;

function fingerprint(row: SheetRow): string {
  const own = Object.entries(row.cells).map(([field, cell]) => [field, cleanText(displayText(cell ?? null))] as const);
  const more = row.more.map(([field, cell]) => [field, cleanText(displayText(cell))] as const);
  const said = [...own, ...more].filter(([, text]) => text !== '');
  return said
    .map((one) => one.join('='))
    .sort()
    .join('|');
}
