import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { RUN_DOCUMENTS } from '../documents/index.js';
import { receipt, type OutputFile } from '../documents/receipt.js';
import type { RunDocument, RunDocumentInput } from '../documents/run-document.js';
import { csvLines } from './writers/csv-lines.js';
import { writeText, type WrittenFile } from './writers/text-writer.js';
import { writeWorkbook } from './writers/xlsx-writer.js';

export type CsvEncoding = 'utf8' | 'utf8-bom' | 'gb18030';

export interface WriteRunOptions {
  readonly csvEncoding?: CsvEncoding;
  /** Told before each file, for a progress line. */
  readonly onFile?: (file: string) => void;
}

/**
 * Writes every output file of a run into `folder` (made when missing) and gives them with hash and size, `batch.json`
 * last. All are written to a temporary folder beside it and moved in when complete: after a failure `folder` is as it was.
 * Rejects with the system's error when the place cannot be written, and with CellTextTooLong or RangeError when a value
 * does not fit into a workbook.
 */
export async function writeRunFiles(
  folder: string,
  input: RunDocumentInput,
  options: WriteRunOptions = {},
): Promise<OutputFile[]> {
  return writeFolder(folder, async (temporary) => {
    const outputs: OutputFile[] = [];
    for (const document of RUN_DOCUMENTS) {
      options.onFile?.(document.file);
      const written = await writeDocument(join(temporary, document.file), document, input, options);
      outputs.push({ file: document.file, ...written });
    }
    const file = 'batch.json';
    outputs.push({ file, ...(await writeText(join(temporary, file), [receipt(input, outputs)])) });
    return outputs;
  });
}

async function writeDocument(
  path: string,
  document: RunDocument,
  input: RunDocumentInput,
  { csvEncoding = 'utf8-bom' }: WriteRunOptions,
): Promise<WrittenFile> {
  switch (document.form) {
    case 'csv':
      return writeText(path, withMark(csvLines(document.build(input)), csvEncoding), encoder(csvEncoding));
    case 'text':
      return writeText(path, document.build(input));
    case 'workbook':
      await writeWorkbook(path, document.build(input));
      return fileHash(path);
  }
}

/** Runs `write` on a temporary folder beside or inside `folder` and moves the files it names into `folder`. */
export async function writeFolder<T extends readonly { readonly file: string }[]>(
  folder: string,
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  const target = resolve(folder);
  const place = (await isFolder(target)) ? target : dirname(target);
  await mkdir(place, { recursive: true });
  const temporary = await mkdtemp(join(place, '.butie-'));
  try {
    const files = await write(temporary);
    await mkdir(target, { recursive: true });
    for (const { file } of files) await rename(join(temporary, file), join(target, file));
    return files;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function* withMark(lines: Iterable<string>, encoding: CsvEncoding): Generator<string> {
  if (encoding === 'utf8-bom') yield '\uFEFF';
  yield* lines;
}

function encoder(encoding: CsvEncoding): (text: string) => Buffer {
  return encoding === 'gb18030' ? (text) => iconv.encode(text, 'gb18030') : (text) => Buffer.from(text, 'utf8');
}

async function fileHash(path: string): Promise<WrittenFile> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { sha256: hash.digest('hex'), bytes: (await stat(path)).size };
}
