import { ReadFault } from '../../../tables/grid.js';
import { type LegacyContent, readBiffWorkbook } from './biff-workbook.js';
import { openCompoundFile } from './compound-file.js';

/** Names of streams that say what an OLE compound file is. */
const WORKBOOK_STREAMS = ['Workbook', 'Book'];

/**
 * Reads an OLE compound file or a bare BIFF stream. Throws ReadFault `encrypted` for a protected workbook of any age,
 * `word`, `slides` or `unknown-format` for what else comes in such a container.
 */
export function readXls(file: string, bytes: Buffer): LegacyContent {
  if (bytes.readUInt32BE(0) !== 0xd0cf11e0) return readBiffWorkbook(file, bytes);
  const container = openCompoundFile(file, bytes);
  for (const name of WORKBOOK_STREAMS) {
    const stream = container.stream(name);
    if (stream !== null && stream.length > 0) return readBiffWorkbook(file, stream);
  }
  const names = new Set(container.streams.map((name) => name.toLowerCase()));
  if (names.has('encryptedpackage'))
    throw new ReadFault('encrypted', file, encryptionKind(container.stream('EncryptionInfo')));
  if (names.has('worddocument')) throw new ReadFault('word', file);
  if (names.has('powerpoint document')) throw new ReadFault('slides', file);
  throw new ReadFault('unknown-format', file, 'compound file without a workbook');
}

/** [MS-OFFCRYPTO] 2.3: version 4.4 is agile, x.2 standard, x.3 extensible. */
function encryptionKind(info: Buffer | null): string {
  if (info === null || info.length < 4) return 'ooxml';
  const minor = info.readUInt16LE(2);
  return minor === 4 ? 'ooxml-agile' : minor === 2 ? 'ooxml-standard' : 'ooxml';
}
