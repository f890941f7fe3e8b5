import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { OutcomeBlock, OutcomePack } from '../../domain/batch.js';
import { bytesOf, numberOf, type Database } from './database.js';
import { TracePacker, TRACES_A_BLOCK } from './traces.js';

/**
 * Packs what was decided about those who get no line: nought, held, undecided. Blocks as for traces; beside each stand the
 * marks of whom it speaks of, so that one payee is found without unpacking a whole county.
 */
export class OutcomePacker {
  private readonly packer = new TracePacker();
  private readonly marks: Set<number>[] = [];
  private count = 0;

  /** `ids`: payee, household and person in full; `json`: one line of JSON. */
  add(ids: readonly string[], json: string): void {
    const marks = (this.marks[Math.floor(this.count / TRACES_A_BLOCK)] ??= new Set());
    for (const id of ids) marks.add(markOf(id));
    this.packer.add(++this.count, `{"ids":${JSON.stringify(ids)},"trace":${json}}`);
  }

  /** What was added, with its hash; the packer is of no use afterwards. */
  finish(): OutcomePack {
    const hash = createHash('sha256');
    const { hash: plain, blocks } = this.packer.finish();
    const marked = blocks.map((block, index): OutcomeBlock => {
      const marks = bytes(this.marks[index] ?? new Set());
      hash.update(marks);
      return { ...block, marks };
    });
    return { hash: hash.update(plain).digest('hex'), blocks: marked };
  }
}

/** Four bytes each, in order. */
function bytes(marks: ReadonlySet<number>): Uint8Array {
  const buffer = Buffer.alloc(marks.size * 4);
  [...marks].sort((a, b) => a - b).forEach((mark, index) => buffer.writeUInt32LE(mark, index * 4));
  return buffer;
}

/** FNV-1a over UTF-16: quick, and only a hint where to look. */
function markOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function speaksOf(marks: Uint8Array, wanted: number): boolean {
  const view = new DataView(marks.buffer, marks.byteOffset, marks.byteLength);
  for (let at = 0; at + 4 <= marks.byteLength; at += 4) if (view.getUint32(at, true) === wanted) return true;
  return false;
}

/** Writes the outcomes of a version. Must run inside a write transaction, after its entry. */
export function insertOutcomes(database: Database, version: number, { blocks }: OutcomePack): void {
  const sql = 'INSERT INTO outcome (version, first, last, marks, data) VALUES (?, ?, ?, ?, ?)';
  for (const { first, last, marks, data } of blocks) database.run(sql, version, first, last, marks, data);
}

/** A draft that was replaced is of no use to anybody: its blocks go, their hash stays in its entry. */
export function dropOutcomes(database: Database, version: number): void {
  database.run('DELETE FROM outcome WHERE version = ?', version);
}

/** Hash of the outcomes of a version as stored now, to compare with {@link OutcomePack}'s; null where none is stored. */
export function storedOutcomesHash(database: Database, version: number): string | null {
  const hash = createHash('sha256');
  const plain = createHash('sha256');
  let any = false;
  for (const row of database.iterate('SELECT * FROM outcome WHERE version = ? ORDER BY first', version)) {
    any = true;
    hash.update(bytesOf(row, 'marks'));
    plain.update(`${numberOf(row, 'first')}-${numberOf(row, 'last')}\n`);
    const data = bytesOf(row, 'data');
    try {
      plain.update(inflateRawSync(data));
    } catch {
      // Bytes that cannot be unpacked any more are hashed as they are: the difference shows.
      plain.update(data);
    }
  }
  return any ? hash.update(plain.digest('hex')).digest('hex') : null;
}

/** What a draft's blocks may be missing for: a later draft of the batch came before anybody approved this one. */
export function wasReplaced(database: Database, version: number): boolean {
  const sql = `SELECT next.seq AS next FROM version own JOIN version next ON next.batch_id = own.batch_id AND next.seq > own.seq
    WHERE own.seq = ? AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.batch_id = own.batch_id AND e.kind = 'approve'
    AND e.seq > own.seq AND e.seq < next.seq) LIMIT 1`;
  return database.get(sql, version) !== undefined;
}

/** Traces (JSON text) of what was decided about somebody who got no line: by payee, household or person, in full. */
export function readOutcomes(database: Database, version: number, id: string): string[] {
  const found: string[] = [];
  const wanted = markOf(id);
  for (const row of database.iterate('SELECT marks, data FROM outcome WHERE version = ? ORDER BY first', version))
    if (speaksOf(bytesOf(row, 'marks'), wanted)) found.push(...tracesOf(bytesOf(row, 'data'), id));
  return found;
}

const TRACE = '],"trace":';

function tracesOf(data: Uint8Array, id: string): string[] {
  const quoted = JSON.stringify(id);
  return inflateRawSync(data)
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const end = line.indexOf(TRACE);
      const isOwn = end >= 0 && line.lastIndexOf(quoted, end) >= 0;
      return isOwn ? [line.slice(end + TRACE.length, -1)] : [];
    });
}

/** Everybody of whom outcomes are kept, for lists of a whole batch: each trace (JSON text) in order. */
export function* allOutcomes(database: Database, version: number): Generator<string> {
  for (const row of database.iterate('SELECT data FROM outcome WHERE version = ? ORDER BY first', version))
    for (const line of inflateRawSync(bytesOf(row, 'data')).toString('utf8').split('\n')) {
      const end = line.indexOf(TRACE);
      if (end >= 0) yield line.slice(end + TRACE.length, -1);
    }
}
