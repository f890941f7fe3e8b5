import { addYears, type IsoDay } from '../../domain/calendar.js';
import { maskAccount, maskName } from '../../domain/masking.js';
import { formatYuan } from '../../domain/money.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { FindingSubject, Severity } from '../../findings/finding.js';
import type { LineResult } from '../../ledger/life/bank-results.js';
import type { LineDetail } from '../../ledger/read/batch-detail.js';
import type { BankRow } from '../../tables/return-file.js';
import { sentName } from '../../domain/bank-identity.js';
import { answeredFile, supersededBy } from './answered-file.js';
import { isShownInPart, matchRows, sameAccount, sameName, type RowMatch } from './bank-row-match.js';
import { otherBatch } from './other-batch.js';
import { reasonCode } from './bank-reason.js';
import type { ReturnRequest } from './return-request.js';

export interface ReturnReading {
  /** For `Ledger.recordReturns`. */
  readonly results: readonly LineResult[];
  readonly findings: readonly FindingDraft[];
  /** Lines sent and still without an answer after this file. */
  readonly inFlight: readonly number[];
}

/**
 * Compares a bank's answer with what was sent (src/CONTRACT.md §5). A row whose line, amount, account or name does not agree is
 * an error finding and its line stays in flight; the other rows are taken. Nothing is inferred from silence, but for
 * `failures`: whoever declares that the file lists all failures says that the rest was paid. That word is taken only for
 * a file without any error, because a row that fits no line may be the failure of any line.
 */
export function readReturn(request: ReturnRequest): ReturnReading {
  const findings: FindingDraft[] = [];
  const report = (severity: Severity, draft: Omit<FindingDraft, 'severity'>): void => {
    findings.push({ severity, ...draft });
  };
  const nothing = (finding: FindingDraft): ReturnReading => {
    return { results: [], findings: [finding], inFlight: openLines(request, new Set()) };
  };
  const foreign = otherBatch(request);
  if (foreign !== null) return nothing(foreign);

  const about = request.of ?? null;
  const lines = about === null ? request.lines : request.lines.filter(({ line }) => about.lines.has(line.lineNo));
  const matches = matchRows(request.rows, lines);
  const old = about === null ? supersededBy(matches, request.files ?? []) : null;
  if (old !== null) return nothing(old);
  const results: LineResult[] = [];
  const answered = new Set<number>();
  for (const match of matches) {
    if (match.line !== null && match.problem === null) answered.add(match.line.line.lineNo);
    const result = takeRow(match, request, report);
    if (result !== null) results.push(result);
  }
  reportMasked(matches, report);
  const contradicted = coverageContradicted(request, matches);
  if (contradicted !== null) findings.push(contradicted);
  if (request.coverage === 'failures' && !findings.some(({ severity }) => severity === 'error')) {
    const file = answeredFile(matches, request.files ?? [], about);
    if (file === 'unclear') {
      const params = { coverage: 'which-file', count: request.files?.filter(({ current }) => current).length ?? 0 };
      report('error', { code: 'BNK-14', params });
    } else
      for (const { line, status } of lines)
        if (isOpen(status) && !answered.has(line.lineNo) && (file === null || file.lines.has(line.lineNo)))
          results.push({ lineNo: line.lineNo, outcome: 'paid', code: null, text: BY_DECLARATION, day: null });
  }

  const inFlight = openLines(request, new Set(results.map(({ lineNo }) => lineNo)));
  if (inFlight.length > 0) {
    const params = { count: inFlight.length, lines: inFlight.slice(0, 20).join('、') };
    report(request.coverage === 'successes' ? 'info' : 'warning', { code: 'BNK-15', params });
  }
  return { results, findings, inFlight };
}

/** Stored as the words of a payment nobody listed. */
export const BY_DECLARATION = '仅失败回盘：未列出的为成功';

function openLines({ lines }: ReturnRequest, taken: ReadonlySet<number>): number[] {
  return lines
    .filter(({ line, status }) => status === 'in-flight' && !taken.has(line.lineNo))
    .map(({ line }) => line.lineNo);
}

/** Sent, or once sent, and not answered. */
function isOpen(status: LineDetail['status']): boolean {
  return status === 'in-flight' || status === 'not-sent';
}

/** BNK-22: rows matched by the digits and letters that the bank shows. */
function reportMasked(matches: readonly RowMatch[], report: Report): void {
  const masked = matches.filter(({ row, line, problem }) => line !== null && problem === null && isShownInPart(row));
  const [first] = masked;
  if (first !== undefined)
    report('warning', { code: 'BNK-22', place: first.row.at('account'), params: { count: masked.length } });
}

/** BNK-14: a file declared to hold failures only lists payments, or the other way round. */
function coverageContradicted({ coverage }: ReturnRequest, matches: readonly RowMatch[]): FindingDraft | null {
  if (coverage === 'full') return null;
  const odd = matches.filter(({ row }) =>
    coverage === 'failures' ? row.result === 'paid' : row.result === 'failed' || row.result === 'returned',
  );
  const first = odd[0];
  if (first === undefined) return null;
  const params = { coverage, count: odd.length };
  return { code: 'BNK-14', severity: 'error', place: first.row.at('result'), params };
}

function subjectOf({ line }: LineDetail): Partial<FindingSubject> {
  return {
    household: line.householdId,
    person: line.payee.kind === 'person' ? line.payee.id : null,
    organisation: line.payee.kind === 'organisation' ? line.payee.id : null,
    name: line.payee.name,
  };
}

type Report = (severity: Severity, draft: Omit<FindingDraft, 'severity'>) => void;

function takeRow({ row, line, problem }: RowMatch, request: ReturnRequest, report: Report): LineResult | null {
  if (line === null || problem !== null) {
    const params = { row: row.place.row ?? 0, line: row.lineNo ?? row.lineNoText, reason: problem ?? 'unknown' };
    report('error', { code: 'BNK-11', place: row.place, params });
    return null;
  }
  const subject = subjectOf(line);
  if (disagrees(row, line, report, subject)) return null;
  const { lineNo } = line.line;
  if (row.result === null || row.result === 'unknown') {
    if (!row.pending)
      report('error', {
        code: 'BNK-20',
        place: row.at('result'),
        subject,
        value: row.resultText,
        params: { found: row.resultText },
      });
    return null;
  }
  const before = line.status;
  if (before === 'planned' || before === 'stopped' || line.code === 'NOT_SENT') {
    report('error', {
      code: 'BNK-19',
      place: row.at('result'),
      subject,
      params: { before, found: row.result, line: lineNo },
    });
    return null;
  }
  if ((before === 'failed' || before === 'returned') && row.result === 'paid') {
    report('error', {
      code: 'BNK-19',
      place: row.at('result'),
      subject,
      params: { before, found: row.result, line: lineNo },
    });
    return null;
  }
  const day = bookedOn(row, request, report, subject);
  if (row.result === 'paid') return { lineNo, outcome: 'paid', code: null, text: null, day };
  const text = row.reason ?? (saysOutcome(row.resultText) ? null : row.resultText);
  const code = text === null ? 'UNKNOWN_TEXT' : reasonCode(text);
  if (code === 'UNKNOWN_TEXT')
    report('warning', { code: 'BNK-16', place: row.at('reason'), subject, value: text, params: { found: text ?? '' } });
  return { lineNo, outcome: row.result, code, text, day };
}

/** A word for failure gives no reason; a reason in its place does. */
function saysOutcome(text: string): boolean {
  return text === '' || /失败|退|拒|未|不成功|fail|return|reject/i.test(text);
}

/** BNK-12, BNK-13: what came back is not what was sent. */
function disagrees(row: BankRow, { line }: LineDetail, report: Report, subject: Partial<FindingSubject>): boolean {
  let wrong = false;
  if (row.booked !== null || (row.amount !== line.amount && !row.silent)) {
    wrong = true;
    const stated = row.amount === null ? row.amountText : formatYuan(row.amount);
    const found = row.booked === null ? stated : `${formatYuan(row.booked)}（${stated}）`;
    const params = { line: line.lineNo, found, sent: formatYuan(line.amount) };
    report('error', { code: 'BNK-12', place: row.at('amount'), subject, value: row.amountText, params });
  }
  const account = line.account.accountNumber;
  if (row.account !== null && !sameAccount(row.account, account)) {
    wrong = true;
    const params = {
      line: line.lineNo,
      what: 'account',
      found: maskAccount(row.account),
      sent: maskAccount(account ?? ''),
    };
    report('error', { code: 'BNK-13', place: row.at('account'), subject, value: row.account, params });
  }
  if (row.name !== null && !sameName(row.name, sentName(line))) {
    wrong = true;
    const params = { line: line.lineNo, what: 'name', found: maskName(row.name), sent: maskName(sentName(line)) };
    report('error', { code: 'BNK-13', place: row.at('name'), subject, value: row.name, params });
  }
  if (row.account === null && row.name === null) {
    wrong = true;
    const params = { line: line.lineNo, what: 'nothing', found: '', sent: maskName(sentName(line)) };
    report('error', { code: 'BNK-13', place: row.place, subject, params });
  }
  return wrong;
}

/**
 * BNK-17: the bank cannot have booked before it got the file, and a year later is a slip of the pen. No clock is asked what
 * today is. The result itself is taken.
 */
function bookedOn(
  row: BankRow,
  { sentOn }: ReturnRequest,
  report: Report,
  subject: Partial<FindingSubject>,
): IsoDay | null {
  const until = sentOn === null ? null : addYears(sentOn, 1);
  const outside = row.day !== null && sentOn !== null && until !== null && (row.day < sentOn || row.day > until);
  if (row.dayText !== '' || outside) {
    const found = row.day ?? row.dayText;
    const params = { found, exported: sentOn ?? '', until: until ?? '' };
    report('warning', { code: 'BNK-17', place: row.at('day'), subject, value: found, params });
  }
  return row.day;
}
