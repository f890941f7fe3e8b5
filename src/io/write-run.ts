import { join } from 'node:path';
import { RUN_DOCUMENTS } from '../documents/index.js';
import { receipt, type OutputFile } from '../documents/run/receipt.js';
import type { RunDocument, RunDocumentInput } from '../documents/run/run-document.js';
import { writeCsv, type CsvEncoding } from './csv-writer.js';
import { fileHash } from './file-hash.js';
import { writeText, type WrittenFile } from './writers/text-writer.js';
import { writeWorkbook } from './writers/xlsx-writer.js';

export interface WriteRunOptions {
  readonly csvEncoding?: CsvEncoding;
  /** Names of the files to write beside batch.json; all when absent. */
  readonly only?: readonly string[];
  /** Given the trace of every line that is paid, in line order, as it is written; then, counting on, of every offset. */
  readonly onPaidTrace?: (lineNo: number, json: string) => void;
  /** Given every other trace with its place in the file, from 0. */
  readonly onOtherTrace?: (at: number, json: string) => void;
  /** Told before each file, for a progress line. */
  readonly onFile?: (file: string) => void;
}

/**
 * Writes every output file of a run into `folder` and gives them with hash and size, `batch.json` last. The folder must
 * exist and be a temporary one (see writeOutputs): after a failure there are half-written files in it. Rejects with the
 * system's error, and with CellTextTooLong or RangeError when a value does not fit into a workbook.
 */
export async function writeRunFiles(
  folder: string,
  input: RunDocumentInput,
  options: WriteRunOptions = {},
): Promise<OutputFile[]> {
  const outputs: OutputFile[] = [];
  for (const document of RUN_DOCUMENTS) {
    if (options.only?.includes(document.file) === false) continue;
    options.onFile?.(document.file);
    const written = await writeDocument(join(folder, document.file), document, input, options);
    outputs.push({ file: document.file, ...written });
  }
  const file = 'batch.json';
  outputs.push({ file, ...(await writeText(join(folder, file), [receipt(input, outputs)])) });
  return outputs;
}

async function writeDocument(
  path: string,
  document: RunDocument,
  input: RunDocumentInput,
  options: WriteRunOptions,
): Promise<WrittenFile> {
  switch (document.form) {
    case 'csv':
      return writeCsv(path, document.build(input), options.csvEncoding);
    case 'text':
      return writeText(path, withTraces(document.build(input), document.tracedLineNo, options));
    case 'workbook':
      await writeWorkbook(path, document.build(input));
      return fileHash(path);
  }
}

function* withTraces(
  pieces: Iterable<string>,
  lineNoOf: ((piece: string) => number | 'offset' | null) | undefined,
  { onPaidTrace: tell, onOtherTrace }: WriteRunOptions,
): Generator<string> {
  let last = 0;
  let at = -1;
  const offsets: string[] = [];
  for (const piece of pieces) {
    const lineNo = lineNoOf?.(piece) ?? null;
    at++;
    if (lineNo === 'offset') offsets.push(piece);
    else if (lineNo !== null) {
      last = lineNo;
      tell?.(lineNo, piece.trimEnd());
    } else if (lineNoOf !== undefined) onOtherTrace?.(at, piece.trimEnd());
    yield piece;
  }
  for (const piece of offsets) tell?.(++last, piece.trimEnd());
}
