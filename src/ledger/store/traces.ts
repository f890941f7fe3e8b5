import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { TraceBlock, TracePack } from '../../domain/batch.js';
import { bytesOf, numberOf, type Database, type SqlRow } from './database.js';

/** Traces are long and alike: packed by the thousand they take a twentieth of the room. */
export const TRACES_A_BLOCK = 1000;

/**
 * Packs traces as they are made, in line order: a month of 300 000 lines is never held as text. A block is UTF-8 text,
 * a line `number JSON` each, deflated.
 */
export class TracePacker {
  private readonly blocks: TraceBlock[] = [];
  private readonly hash = createHash('sha256');
  /** Text of the open block; text itself, waiting by the thousand, would be copied again and again by the collector. */
  private bytes = Buffer.allocUnsafe(1 << 20);
  private size = 0;
  private count = 0;
  private first = 0;
  private last = 0;

  /** `json`: one line of JSON, as `JSON.stringify` gives it. */
  add(lineNo: number, json: string): void {
    if (this.count === 0) this.first = lineNo;
    this.last = lineNo;
    this.write(`${lineNo} ${json}\n`);
    if (++this.count === TRACES_A_BLOCK) this.closeBlock();
  }

  /** What was added, with its hash; the packer is of no use afterwards. */
  finish(): TracePack {
    if (this.count > 0) this.closeBlock();
    return { hash: this.hash.digest('hex'), blocks: this.blocks };
  }

  private write(line: string): void {
    const most = this.size + line.length * 3;
    if (most > this.bytes.length) {
      const larger = Buffer.allocUnsafe(most * 2);
      this.bytes.copy(larger, 0, 0, this.size);
      this.bytes = larger;
    }
    this.size += this.bytes.write(line, this.size, 'utf8');
  }

  private closeBlock(): void {
    const { first, last } = this;
    const plain = this.bytes.subarray(0, this.size);
    this.hash.update(blockHead(first, last)).update(plain);
    this.blocks.push({ first, last, data: deflateRawSync(plain, { level: 1 }) });
    this.size = 0;
    this.count = 0;
  }
}

function blockHead(first: number, last: number): string {
  return `${first}-${last}\n`;
}

/** Packs traces that are there already, in line order. */
export function packTraces(traces: Iterable<readonly [lineNo: number, json: string]>): TracePack {
  const packer = new TracePacker();
  for (const [lineNo, json] of traces) packer.add(lineNo, json);
  return packer.finish();
}

/** Writes the traces of a version. Must run inside a write transaction, after its entry. */
export function insertTraces(database: Database, version: number, { blocks }: TracePack): void {
  const sql = 'INSERT INTO trace (version, first_line, last_line, data) VALUES (?, ?, ?, ?)';
  for (const { first, last, data } of blocks) database.run(sql, version, first, last, data);
}

/** Hash of the traces of a version as they are stored now, to compare with {@link TracePack}'s. */
export function storedTracesHash(database: Database, version: number): string {
  const hash = createHash('sha256');
  const sql = 'SELECT first_line, last_line, data FROM trace WHERE version = ? ORDER BY first_line';
  for (const row of database.iterate(sql, version))
    hash.update(blockHead(numberOf(row, 'first_line'), numberOf(row, 'last_line'))).update(unpack(row));
  return hash.digest('hex');
}

/** Bytes that cannot be unpacked any more are hashed as they are: the difference shows. */
function unpack(row: SqlRow): Uint8Array {
  const data = bytesOf(row, 'data');
  try {
    return inflateRawSync(data);
  } catch {
    return data;
  }
}

/** Trace of one line as JSON text, or null when none was stored. */
export function readTrace(database: Database, version: number, lineNo: number): string | null {
  const sql = 'SELECT data FROM trace WHERE version = ? AND first_line <= ? AND last_line >= ?';
  const row = database.get(sql, version, lineNo, lineNo);
  if (row === undefined) return null;
  const start = `${lineNo} `;
  const lines = inflateRawSync(bytesOf(row, 'data')).toString('utf8').split('\n');
  return lines.find((line) => line.startsWith(start))?.slice(start.length) ?? null;
}
