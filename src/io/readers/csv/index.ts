import { basename, extname } from 'node:path';
import type { ReadRemark, Sheet } from '../../../tables/grid.js';
import type { SourceFile } from '../source-file.js';
import type { EncodingName } from '../text-encoding.js';
import { decodedText, findCsvEncoding } from './csv-encoding.js';
import { scanCsvRows } from './csv-rows.js';
import { findDelimiter } from './delimiter.js';

/** Characters looked at to find the delimiter. */
const SAMPLE = 262_144;

export interface CsvContent {
  readonly encoding: EncodingName;
  readonly sheets: readonly Sheet[];
  readonly remarks: readonly ReadRemark[];
}

/**
 * Opens a CSV or TSV. Every cell is text. Rows are decoded and cut while they are read, so that its size does not
 * matter. Throws ReadFault `encoding`; `scan` rejects with `corrupt` where the structure is damaged.
 */
export async function openCsv(file: SourceFile, asked: string | undefined): Promise<CsvContent> {
  const found = await findCsvEncoding(file, asked);
  const separation = findDelimiter(await sampleOf(file, found.encoding));
  const name = basename(file.path, extname(file.path));
  const sheet: Sheet = {
    name,
    visibility: 'visible',
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filtered: false,
    delimited: true,
    scan: (visit) => scanCsvRows(file.path, decodedText(file, found.encoding, false), separation, visit),
  };
  const remarks: ReadRemark[] = [];
  if (found.guessed || found.replaced > 0)
    remarks.push({ code: 'FIL-03', sheet: null, params: { encoding: found.encoding, count: found.replaced } });
  return { encoding: found.encoding, sheets: [sheet], remarks };
}

async function sampleOf(file: SourceFile, encoding: EncodingName): Promise<string> {
  let sample = '';
  for await (const text of decodedText(file, encoding, false)) {
    sample += text;
    if (sample.length >= SAMPLE) break;
  }
  return sample.slice(0, SAMPLE);
}
