import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { writeText } from '../../src/io/writers/text-writer.js';

const folder = mkdtempSync(path.join(tmpdir(), 'text-writer-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Pieces from nothing to several chunks, of one to four bytes a character. */
const pieces = fc.array(
  fc
    .tuple(fc.constantFrom('', 'a', '张', '𠮷', 'é\n'), fc.constantFrom(1, 7, 1000, 87_381, 87_382, 300_000))
    .map(([text, times]) => text.repeat(times)),
  { maxLength: 6 },
);

test('the file holds every piece, whatever the sizes, and hash and size are its own', async () => {
  const file = path.join(folder, 'text');
  await fc.assert(
    fc.asyncProperty(pieces, async (list) => {
      const written = await writeText(file, list);
      const bytes = readFileSync(file);
      expect(bytes.equals(Buffer.from(list.join(''), 'utf8'))).toBe(true);
      expect(written).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
    }),
    { numRuns: 40 },
  );
});
