import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { CsvModel } from '../documents/model/csv-model.js';
import { fileExists } from './text-file.js';
import { writeCsv } from './csv-writer.js';

/** The rows of a CSV that this program wrote as UTF-8, by the names of their columns; none when it is not there. */
export async function readOwnCsv(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  if (!fileExists(path)) return [];
  return parse(await readFile(path, 'utf8'), { columns: true, bom: true, relax_column_count: false });
}

/** Writes a list of accepted warnings, for `--accepted`. Gives its path. */
export async function writeList(path: string, model: CsvModel): Promise<string> {
  await writeCsv(path, model);
  return path;
}
