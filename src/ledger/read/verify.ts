import { sha256, contentHashOf } from '../../domain/content-hash.js';
import type { PayoutLine } from '../../domain/payout.js';
import { checkCaps } from './verify-caps.js';
import { checkBalances } from './verify-balances.js';
import type { Words } from '../../findings/finding.js';
import { numberOf, textOf, type Database } from '../store/database.js';
import { entryHash, entryOf, GENESIS, type Entry } from '../store/entries.js';
import { eventsHash, eventsOf } from '../store/line-events.js';
import { readOffsets } from './offsets.js';
import type { LedgerProblem, Report } from './ledger-problem.js';
import { LedgerFault } from '../store/ledger-fault.js';
import { versionsWithWrongPersons } from '../store/lookups.js';
import { spoiltDrafts, type SpoiltDraft } from './spoilt-drafts.js';
import { checkSchema } from './verify-schema.js';
import { loadStandings, type BatchStanding } from './standing.js';
import { storedPeopleHash } from '../store/people.js';
import { storedOutcomesHash, wasReplaced } from '../store/outcomes.js';
import { storedTracesHash } from '../store/traces.js';
import { readLines, VERSION_COLUMNS, versionOf, type VersionHead } from '../store/versions.js';

export interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly batches: number;
  readonly lines: number;
  /** Hash of the last entry: written down elsewhere, it proves later that nothing before it was rewritten. */
  readonly head: string;
  /** File and guards, then the chain (its first broken entry), then the rest by entry. */
  readonly problems: readonly LedgerProblem[];
  /** What is no problem and still has to be known. */
  readonly notes: readonly Words[];
}

/**
 * Recomputes everything: file, guards, hash chain, content of every version, events, the order of states, balances and
 * caps (LED-08). Changes nothing. A file too damaged to be read at all throws a LedgerFault.
 */
export function verifyLedger(database: Database): Verification {
  return database.read(() => {
    const problems: LedgerProblem[] = [];
    const report: Report = (kind, seq, batchId, zh, en) => problems.push({ kind, seq, batchId, text: { zh, en } });
    checkFile(database, report);
    const chain = checkChain(database, report);
    const spoilt = readable(() => spoiltDrafts(database), report) ?? [];
    const lines = checkVersions(database, spoilt, report);
    const standings = readable(() => loadStandings(database), report) ?? new Map<string, BatchStanding>();
    readable(() => {
      checkBalances(database, standings, report);
      checkCaps(database, standings, report);
    }, report);
    problems.sort((a, b) => rank(a) - rank(b) || (a.seq ?? 0) - (b.seq ?? 0));
    return { ok: problems.length === 0, ...chain, batches: standings.size, lines, problems, notes: spoilt.map(noteOf) };
  });
}

function noteOf({ batchId, version }: SpoiltDraft): Words {
  return {
    zh: `批次${batchId}的草稿（第${version}条）有控制字符，存不全，升级时已记明；它不能审核，也没有发放，请重新核算`,
    en: `the draft of ${batchId} (entry ${version}) holds a control character and is cut off, as was noted when the ledger was brought forward; it cannot be approved and pays nothing: run it again`,
  };
}

/**
 * Throws LedgerFault `altered` (LED-08) where history is not what was written: structure, chain, contents and events. For
 * whoever is about to pay by it; the file's own pages, balances and caps are left to {@link verifyLedger}.
 */
export function requireUnaltered(database: Database): void {
  const problems: LedgerProblem[] = [];
  const report: Report = (kind, seq, batchId, zh, en) => problems.push({ kind, seq, batchId, text: { zh, en } });
  checkSchema(database, report);
  checkChain(database, report);
  checkVersions(database, readable(() => spoiltDrafts(database), report) ?? [], report);
  const [first] = problems.sort((a, b) => rank(a) - rank(b) || (a.seq ?? 0) - (b.seq ?? 0));
  if (first === undefined) return;
  const words = (lang: 'zh' | 'en'): string[] => problems.slice(0, MOST_TOLD).map(({ text }) => text[lang]);
  throw new LedgerFault(
    'altered',
    { file: database.file, count: problems.length },
    { details: { zh: words('zh'), en: words('en') } },
  );
}

const MOST_TOLD = 10;

/** Values that this program never writes stop a step, not the verification: what they belong to is named before. */
function readable<T>(work: () => T, report: Report): T | null {
  try {
    return work();
  } catch (error) {
    if (!isAltered(error)) throw error;
    const { file = '' } = error.params;
    const table = typeof file === 'string' ? file : '';
    report(
      'file',
      null,
      null,
      `表或栏 ${table} 里有本程序不会写的内容`,
      `${table} holds what this program never writes`,
    );
    return null;
  }
}

/** A value that does not fit, in a file that SQLite itself reads without complaint. */
function isAltered(error: unknown): error is LedgerFault {
  return error instanceof LedgerFault && error.reason === 'corrupt' && error.cause === undefined;
}

/** What breaks everything else comes first: the file, its guards, the chain. */
function rank({ kind }: LedgerProblem): number {
  return kind === 'file' || kind === 'guard' ? 0 : kind === 'chain' ? 1 : 2;
}

function checkFile(database: Database, report: Report): void {
  for (const row of database.all('PRAGMA integrity_check(5)')) {
    const message = textOf(row, 'integrity_check');
    if (message !== 'ok') report('file', null, null, `文件结构受损：${message}`, `file structure: ${message}`);
  }
  for (const row of database.all('PRAGMA foreign_key_check'))
    report('file', null, null, `表${textOf(row, 'table')}有无主的行`, `orphan rows in ${textOf(row, 'table')}`);
  checkSchema(database, report);
}

function checkChain(database: Database, report: Report): { entries: number; head: string } {
  let prev = GENESIS;
  let seq = 0;
  let broken = false;
  const lives = new Map<string, string>();
  for (const row of database.iterate('SELECT * FROM entry ORDER BY seq')) {
    const entry = entryOf(row);
    seq++;
    if (!broken && (entry.seq !== seq || entry.prev !== prev || entryHash(entry) !== entry.hash)) {
      broken = true;
      const [zh, en] =
        entry.seq === seq && entry.prev === prev
          ? [`第${entry.seq}条记录的内容被改动`, `entry ${entry.seq} was altered`]
          : [`第${entry.seq}条记录之前有记录缺失或被替换`, `entries before ${entry.seq} are missing or replaced`];
      report('chain', entry.seq, entry.batchId, zh, en);
    }
    prev = entry.hash;
    seq = entry.seq;
    checkEntry(database, entry, lives, report);
  }
  return { entries: seq, head: prev };
}

/** From which states an entry may come. `''`: the batch does not exist. Not the table that the ledger goes by: a fault there must show here. */
export const ALLOWED: Readonly<Record<Entry['kind'], readonly string[]>> = {
  draft: ['', 'draft', 'void'],
  approve: ['draft'],
  stop: ['approved', 'exported'],
  export: ['approved', 'exported'],
  result: ['exported', 'settled', 'closed'],
  settle: ['exported'],
  reverse: ['exported', 'settled', 'closed'],
  close: ['settled'],
  void: ['draft', 'approved'],
  opening: [''],
  hold: [''],
  release: [''],
  recover: ['exported', 'settled', 'closed'],
  migrate: [''],
};

/** State after an entry that changes it. */
export const AFTER: Readonly<Partial<Record<Entry['kind'], string>>> = {
  draft: 'draft',
  approve: 'approved',
  export: 'exported',
  settle: 'settled',
  close: 'closed',
  void: 'void',
  opening: 'closed',
};

interface EventsPayload {
  readonly events?: number;
  readonly eventsHash?: string;
}

function checkEntry(database: Database, entry: Entry, lives: Map<string, string>, report: Report): void {
  const { seq, kind, batchId } = entry;
  const state = lives.get(batchId) ?? '';
  if (!Object.hasOwn(ALLOWED, kind)) {
    report('chain', seq, batchId, `第${seq}条记录的种类被改动`, `the kind of entry ${seq} was altered`);
    return;
  }
  if (!ALLOWED[kind].includes(state))
    report(
      'life',
      seq,
      batchId,
      `第${seq}条记录（${kind}）不应出现在“${state}”状态之后`,
      `entry ${seq} (${kind}) after state "${state}"`,
    );
  lives.set(batchId, AFTER[kind] ?? state);
  let said: EventsPayload;
  try {
    said = JSON.parse(entry.payload) as EventsPayload;
  } catch {
    report('chain', seq, batchId, `第${seq}条记录读不出来`, `entry ${seq} cannot be read`);
    return;
  }
  const events = eventsOf(database, seq);
  const expected = said.eventsHash ?? eventsHash([]);
  if (events.length !== (said.events ?? 0) || eventsHash(events) !== expected)
    report('events', seq, batchId, `第${seq}条记录带入的明细被改动`, `rows of entry ${seq} were altered`);
}

interface VersionPayload {
  readonly contentHash: string;
  readonly total: number;
  readonly lines: number;
  readonly batchId: string;
  readonly policyId: string;
  readonly policyVersion: string;
  readonly period: string;
  readonly name: string;
  readonly asOf: string;
  readonly reissueOf: string | null;
  readonly maker: string;
  readonly inputs: readonly { file: string; sha256: string }[];
  readonly receiptHash: string;
  readonly tracesHash: string;
  readonly outcomesHash?: string;
  readonly peopleHash?: string;
  readonly opening?: boolean;
}

function checkVersions(database: Database, spoilt: readonly SpoiltDraft[], report: Report): number {
  const cutOff = new Map(spoilt.map(({ version, storedHash }) => [version, storedHash]));
  const wrongPersons = versionsWithWrongPersons(database);
  let lines = 0;
  const sql = `SELECT ${VERSION_COLUMNS}, receipt, e.payload FROM version v JOIN entry e USING (seq)
    WHERE e.kind IN ('draft', 'opening') ORDER BY seq`;
  const versionSql = sql.replace('batch_id,', 'v.batch_id,');
  let seen = 0;
  for (const row of database.iterate(versionSql)) {
    seen++;
    const head = readable(() => versionOf(row), report);
    if (head === null) {
      const [seq, batchId] = [numberOf(row, 'seq'), textOf(row, 'batch_id')];
      report('content', seq, batchId, `批次${batchId}的内容被改动`, `the content of ${batchId} was altered`);
      continue;
    }
    const said = parse(textOf(row, 'payload'));
    const wrong =
      said === null ||
      !sameHead(head, said) ||
      sha256(textOf(row, 'receipt')) !== said.receiptHash ||
      !sameInputs(database, head.version, said) ||
      storedTracesHash(database, head.version) !== said.tracesHash ||
      !sameOutcomes(database, head.version, said) ||
      storedPeopleHash(database, head.version) !== (said.peopleHash ?? null) ||
      wrongPersons.has(head.version);
    const counted = contentOf(database, head);
    lines += counted.lines;
    const isWhole = counted.hash === (cutOff.get(head.version) ?? head.contentHash);
    if (wrong || !isWhole || counted.lines !== head.lineCount || counted.total !== head.total)
      report(
        'content',
        head.version,
        head.batchId,
        `批次${head.batchId}的内容被改动`,
        `the content of ${head.batchId} was altered`,
      );
  }
  const all = database.get(
    "SELECT (SELECT count(*) FROM version) AS v, (SELECT count(*) FROM entry WHERE kind IN ('draft', 'opening')) AS e",
  );
  if (all !== undefined && (numberOf(all, 'v') !== seen || numberOf(all, 'e') !== seen))
    report('content', null, null, '有批次内容没有对应的记录', 'batch content without an entry');
  return lines;
}

function parse(payload: string): VersionPayload | null {
  try {
    return JSON.parse(payload) as VersionPayload;
  } catch {
    return null;
  }
}

function contentOf(database: Database, head: VersionHead): { hash: string; lines: number; total: number } {
  let lines = 0;
  let total = 0;
  function* counted(): IterableIterator<PayoutLine> {
    for (const line of readLines(database, head.version)) {
      lines++;
      total += line.amount;
      yield line;
    }
  }
  try {
    const hash = contentHashOf(counted(), { ...head, offsets: readOffsets(database, head.version) });
    return { hash, lines, total };
  } catch (error) {
    if (error instanceof LedgerFault && !isAltered(error)) throw error;
    return { hash: '', lines, total };
  }
}

function sameHead(head: VersionHead, said: VersionPayload): boolean {
  return (
    head.contentHash === said.contentHash &&
    head.total === said.total &&
    head.lineCount === said.lines &&
    head.batchId === said.batchId &&
    head.policyId === said.policyId &&
    head.policyVersion === said.policyVersion &&
    head.period === said.period &&
    head.name === said.name &&
    head.asOf === said.asOf &&
    head.reissueOf === said.reissueOf &&
    head.maker === said.maker &&
    head.opening === (said.opening === true)
  );
}

/** Blocks of a draft that was replaced may be gone, never other ones. */
function sameOutcomes(database: Database, version: number, { outcomesHash }: VersionPayload): boolean {
  const stored = storedOutcomesHash(database, version);
  return stored === (outcomesHash ?? null) || (stored === null && wasReplaced(database, version));
}

function sameInputs(database: Database, version: number, said: VersionPayload): boolean {
  const rows = database.all('SELECT ord, file, sha256 FROM input WHERE version = ? ORDER BY ord', version);
  return (
    rows.length === said.inputs.length &&
    said.inputs.every(
      ({ file, sha256: hash }, index) =>
        rows[index]?.['ord'] === index && rows[index]['file'] === file && rows[index]['sha256'] === hash,
    )
  );
}
