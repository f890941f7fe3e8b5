import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

/** A row by its column names. */
export type CsvRecord = Readonly<Record<string, string>>;

/**
 * The rows of a CSV that this program wrote, by the names in its first line, in UTF-8 or GB18030. Strict: rejects where a row is
 * longer or shorter than the first line or a quote is left open, and with the system's error.
 */
export async function readOwnCsv(path: string): Promise<CsvRecord[]> {
  const bytes = await readFile(path);
  const text = isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'gb18030');
  const rows: unknown = parse(text, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  return Array.isArray(rows) ? (rows as CsvRecord[]) : [];
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
