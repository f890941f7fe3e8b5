import { join } from 'node:path';
import type { BankFile } from '../documents/bank/bank-dialect.js';
import { csvEncoder, writeCsv } from './csv-writer.js';
import { fileHash } from './file-hash.js';
import { writeText, type WrittenFile } from './writers/text-writer.js';
import { writeWorkbook } from './writers/xlsx-writer.js';

/** Writes one bank file into `folder` and gives its hash and size. Rejects with the system's error. */
export async function writeBankFile(
  folder: string,
  { name, body }: Pick<BankFile, 'name' | 'body'>,
): Promise<WrittenFile> {
  const path = join(folder, name);
  switch (body.form) {
    case 'csv':
      return writeCsv(path, body.csv, body.encoding);
    case 'text':
      return writeText(path, [body.encoding === 'utf8-bom' ? '\uFEFF' : '', body.text], csvEncoder(body.encoding));
    case 'workbook':
      await writeWorkbook(path, body.workbook);
      return fileHash(path);
  }
}
