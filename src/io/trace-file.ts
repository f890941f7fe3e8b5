import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK = 1 << 20;

/**
 * The traces of paid lines out of a written `trace.jsonl`, in line order, each as it stands there. Read in pieces, so that
 * a month of 300 000 lines is neither held as text nor worked out again. Throws the system's error.
 */
export function* paidTraces(path: string): Generator<readonly [lineNo: number, json: string]> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, size))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const lineNo = LINE_NO.exec(line)?.[1];
        if (lineNo !== undefined) yield [Number(lineNo), line];
      }
    }
  } finally {
    closeSync(file);
  }
}

/** The first key of a trace line (documents/trace-lines); `null` there means that nothing is paid. */
const LINE_NO = /^\{"line_no":(\d+),/;
