const SELECTED = /\stabSelected\s*=\s*["'](?:1|true)["']/g;
const HEAD_LIMIT = 1 << 20;

/**
 * The bytes of a sheet that is no longer the one shown: two sheets shown at once would be edited together in Excel.
 * Nothing else changes.
 */
export async function* unselected(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('sheetData');
    if (end < 0 && head.length < HEAD_LIMIT) continue;
    yield withoutMark(head, end < 0 ? head.length : end);
    head = null;
  }
  if (head !== null) yield withoutMark(head, head.length);
}

function withoutMark(bytes: Buffer, end: number): Buffer {
  const text = bytes.toString('latin1', 0, end).replace(SELECTED, '');
  return Buffer.concat([Buffer.from(text, 'latin1'), bytes.subarray(end)]);
}
