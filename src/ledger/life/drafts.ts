import type { BatchContent, BatchOrigin } from '../../domain/batch.js';
import { batchKey, type BatchState } from '../../domain/batch-state.js';
import { keptBack, type OffsetEntry } from '../../domain/clawback.js';
import { contentHash } from '../../domain/content-hash.js';
import type { HouseholdPeople } from '../../domain/household-people.js';
import type { Fen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { Database } from '../store/database.js';
import { append, isUnstorable } from '../store/entries.js';
import { dropOutcomes } from '../store/outcomes.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { readOffsets } from '../read/offsets.js';
import { peopleOf } from '../read/paid-households.js';
import { requireReissuable } from './reissues.js';
import { loadStandings } from '../read/standing.js';
import { insertVersion, readLines, unusedInputs, versionPayload } from '../store/versions.js';

/** How one payout differs between what is stored and what was brought now. */
export interface LineDifference {
  readonly change: 'added' | 'removed' | 'changed';
  /** Line number in the stored batch; null for an added line. */
  readonly storedLine: number | null;
  /** Line number in the new content; null for a removed line. */
  readonly newLine: number | null;
  readonly payeeId: string;
  readonly payeeName: string;
  readonly benefit: string;
  readonly before: Fen | null;
  readonly after: Fen | null;
  /** What differs, for people: 金额, 账号, 依据 …; empty unless changed. */
  readonly fields: readonly string[];
}

export interface DraftOutcome {
  /** `same`: nothing was written. `refused`: approved or later, with other content; nothing was written. */
  readonly result: 'created' | 'replaced' | 'same' | 'refused';
  readonly state: BatchState;
  readonly contentHash: string;
  /** Against the stored content: filled when refused, and when a draft was replaced. */
  readonly differences: readonly LineDifference[];
  /** Terms that differ beside the lines: 政策文本, 口径, 参数. */
  readonly terms: readonly string[];
}

/**
 * Stores a batch as a draft, or finds it there (src/CONTRACT.md §5). Same key and content: untouched. Other content: a draft is
 * superseded, anything from approved on is refused with the differences. A void key may begin again.
 */
export function saveDraft(database: Database, content: BatchContent, given: BatchOrigin, at: string): DraftOutcome {
  checkContent(content);
  return database.write(() => {
    const standing = loadStandings(database, content.batchId).get(content.batchId);
    const hash = content.contentHash;
    const alive = standing !== undefined && standing.state !== 'void';
    const sameSource = standing?.head.reissueOf === content.reissueOf;
    const origin = { ...given, people: given.people ?? peopleOfSource(database, content) };
    const sameFiles =
      alive && standing.state === 'draft'
        ? unusedInputs(database, standing.head.version).join('\n') === (origin.unused ?? []).join('\n')
        : true;
    if (alive && standing.head.contentHash === hash && sameSource && sameFiles)
      return { result: 'same', state: standing.state, contentHash: hash, differences: [], terms: [] };
    const stored = alive ? [...readLines(database, standing.head.version)] : [];
    const storedOffsets = alive ? readOffsets(database, standing.head.version) : [];
    const differences = alive
      ? [...compareLines(stored, content.lines), ...compareOffsets(storedOffsets, content.offsets ?? [])]
      : [];
    const terms = alive ? compareTerms(standing.head, content) : [];
    if (alive && standing.state !== 'draft')
      return { result: 'refused', state: standing.state, contentHash: hash, differences, terms };
    const { batchId, reissueOf } = content;
    const links = content.lines.flatMap(({ lineNo, reissueOfLine }) =>
      reissueOfLine === undefined ? [] : [{ lineNo, sourceLine: reissueOfLine }],
    );
    requireReissuable(database, batchId, reissueOf, links);
    const seq = append(database, { kind: 'draft', batchId, at, actor: origin.maker }, versionPayload(content, origin));
    insertVersion(database, seq, content, origin, false);
    if (alive) dropOutcomes(database, standing.head.version);
    return { result: alive ? 'replaced' : 'created', state: 'draft', contentHash: hash, differences, terms };
  });
}

/** Who stood in the households that a reissue pays again: as they stood when the source batch was made. */
function peopleOfSource(database: Database, { reissueOf, lines }: BatchContent): HouseholdPeople[] {
  if (reissueOf === null) return [];
  const source = loadStandings(database, reissueOf).get(reissueOf);
  if (source === undefined) return [];
  const paid = new Set(lines.map(({ householdId }) => householdId));
  return [...peopleOf(database, source.head.version)].filter(({ householdId }) => paid.has(householdId));
}

/** A batch that does not add up must not get in. Throws LedgerFault `bad-content`. */
export function checkContent(content: BatchContent): void {
  const fail = (detail: string): never => {
    throw new LedgerFault('bad-content', { detail });
  };
  if (content.batchId !== batchKey(content.policyId, content.period, content.name)) fail('批次号 / batch id');
  let total = 0;
  const seen = new Set<number>();
  for (const line of content.lines) {
    if (!Number.isSafeInteger(line.amount) || line.amount <= 0) fail(`第${line.lineNo}行金额 / amount`);
    if (seen.has(line.lineNo)) fail(`第${line.lineNo}行重复 / line number`);
    if (textsOf(line).some(isUnstorable)) fail(`第${line.lineNo}行有控制字符 / control character`);
    seen.add(line.lineNo);
    total += line.amount;
  }
  for (const entry of content.offsets ?? [])
    if (!Number.isSafeInteger(entry.amount) || entry.amount <= 0 || keptBack(entry.charges) !== entry.amount)
      fail(`第${entry.offsetNo}项抵扣 / offset`);
  if (total !== content.total) fail('合计 / total');
  if (contentHash(content) !== content.contentHash) fail('内容摘要 / content hash');
}

function textsOf({ payee, account, ...line }: PayoutLine): readonly (string | null)[] {
  const { householdId, idNumber, township, community, benefit, clause, basis } = line;
  const { bankName, accountName, accountNumber } = account;
  return [
    payee.id,
    payee.name,
    householdId,
    idNumber,
    township,
    community,
    bankName,
    accountName,
    accountNumber,
    benefit,
    clause,
    basis,
  ];
}

function lineKey(line: PayoutLine): string {
  return `${line.benefitId}|${line.payee.kind}|${line.payee.id}|${line.incomeYear ?? ''}|${line.reissueOfLine ?? ''}`;
}

/** Line by line, matched by benefit, payee and year; repeated keys in their order. */
export function compareLines(stored: Iterable<PayoutLine>, brought: readonly PayoutLine[]): LineDifference[] {
  const waiting = new Map<string, PayoutLine[]>();
  for (const line of stored) {
    const list = waiting.get(lineKey(line));
    if (list === undefined) waiting.set(lineKey(line), [line]);
    else list.push(line);
  }
  const differences: LineDifference[] = [];
  for (const line of brought) {
    const before = waiting.get(lineKey(line))?.shift();
    const fields = before === undefined ? [] : changedFields(before, line);
    if (before !== undefined && fields.length === 0) continue;
    differences.push(difference(before === undefined ? 'added' : 'changed', before, line, fields));
  }
  for (const list of waiting.values())
    for (const before of list) differences.push(difference('removed', before, undefined, []));
  return differences;
}

/** Offsets in the words of lines: what differs about them is told beside the lines. */
function compareOffsets(stored: readonly OffsetEntry[], brought: readonly OffsetEntry[]): LineDifference[] {
  return compareLines(stored.map(asLine), brought.map(asLine));
}

function asLine({ offsetNo, ...entry }: OffsetEntry): PayoutLine {
  const account = { bankName: null, accountName: null, accountNumber: null };
  return { ...entry, lineNo: offsetNo, benefit: `${entry.benefit}（抵扣追回款）`, account };
}

function difference(
  change: LineDifference['change'],
  before: PayoutLine | undefined,
  after: PayoutLine | undefined,
  fields: readonly string[],
): LineDifference {
  const line = after ?? before;
  return {
    change,
    storedLine: before?.lineNo ?? null,
    newLine: after?.lineNo ?? null,
    payeeId: line?.payee.id ?? '',
    payeeName: line?.payee.name ?? '',
    benefit: line?.benefit ?? '',
    before: before?.amount ?? null,
    after: after?.amount ?? null,
    fields,
  };
}

const COMPARED: readonly (readonly [name: string, value: (line: PayoutLine) => string | number | null])[] = [
  ['行号', (line) => line.lineNo],
  ['姓名', (line) => line.payee.name],
  ['身份证号', (line) => line.idNumber],
  ['户编号', (line) => line.householdId],
  ['乡镇', (line) => line.township],
  ['社区', (line) => line.community],
  ['应补', (line) => line.entitlement],
  ['已补', (line) => line.paidBefore],
  ['核减', (line) => line.cutBy.join()],
  ['金额', (line) => line.amount],
  ['开户银行', (line) => line.account.bankName],
  ['账户名称', (line) => line.account.accountName],
  ['账号', (line) => line.account.accountNumber],
  ['条款', (line) => line.clause],
  ['依据', (line) => line.basis],
  [
    '占用额度',
    (line) =>
      line.charges
        .map(({ key, amount, count, maxAmount, maxCount }) => [key, amount, count, maxAmount, maxCount].join())
        .join(';'),
  ],
];

function changedFields(before: PayoutLine, after: PayoutLine): string[] {
  return COMPARED.filter(([, value]) => value(before) !== value(after)).map(([name]) => name);
}

function compareTerms(
  before: Pick<BatchContent, 'packHash' | 'readings' | 'parameters' | 'reissueOf'>,
  after: Pick<BatchContent, 'packHash' | 'readings' | 'parameters' | 'reissueOf'>,
): string[] {
  const terms: string[] = [];
  if (before.packHash !== after.packHash) terms.push('政策文本');
  if (!sameRecord(before.readings, after.readings)) terms.push('口径');
  if (!sameRecord(before.parameters, after.parameters)) terms.push('参数');
  if (before.reissueOf !== after.reissueOf) terms.push('补发来源');
  return terms;
}

function sameRecord(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
