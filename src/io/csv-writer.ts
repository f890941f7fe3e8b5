import iconv from 'iconv-lite';
import type { CsvModel } from '../documents/model/csv-model.js';
import { csvLines } from './writers/csv-lines.js';
import { writeText, type WrittenFile } from './writers/text-writer.js';

/** `utf8-bom` is what Excel and WPS open without being asked; `gb18030` is for older bank programs. */
export type CsvEncoding = 'utf8' | 'utf8-bom' | 'gb18030';

/**
 * Writes a CSV as its rows come: CRLF, RFC 4180, free-text columns neutralised against formulas, amounts and numbers
 * left alone (`-5.00` stays a number). Gives hash and size. The same model gives the same bytes.
 * Rejects with the system's error; the file is then incomplete.
 */
export function writeCsv(path: string, model: CsvModel, encoding: CsvEncoding = 'utf8-bom'): Promise<WrittenFile> {
  return writeText(path, csvText(model, encoding), csvEncoder(encoding));
}

/** The CSV as text, the byte order mark first where the encoding has one. */
export function* csvText(model: CsvModel, encoding: CsvEncoding): Generator<string> {
  if (encoding === 'utf8-bom') yield '\uFEFF';
  yield* csvLines(model);
}

/** Bytes of a text, null for plain UTF-8. GB18030 holds every character there is; TextEncoder cannot write it. */
export function csvEncoder(encoding: CsvEncoding): ((text: string) => Buffer) | null {
  return encoding === 'gb18030' ? (text) => iconv.encode(text, 'gb18030') : null;
}
