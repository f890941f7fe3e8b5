import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Cell, ReadFault } from '../../../src/tables/grid.js';
import { present, CORNERS } from '../shared-inputs.js';
import { openFile, rowsOf } from './workbook-builder.js';

const there = present(CORNERS);
const expected = (there ? JSON.parse(readFileSync(`${CORNERS}expected.json`, 'utf8')) : {}) as Record<string, unknown>;
const tables = Object.entries(expected).filter(([name, rows]) => name.endsWith('.xlsx') && Array.isArray(rows));

/** Faults of the files that must not be read. Plain text and empty files never come here: they are sorted out before. */
const FAULTS: Readonly<Record<string, string>> = {
  '13-truncated.xlsx': 'truncated',
  '15-bad-crc.xlsx': 'checksum',
  '21-billion-laughs.xlsx': 'entities',
  '22-csv-utf8.xlsx': 'unknown-format',
  '39-empty.xlsx': 'empty',
};

/** `D:` a date, `E:` an error, `N` must stay a number, as the folder's README says. */
function matches(cell: Cell, wanted: unknown): boolean {
  if (wanted === null) return cell === null || (typeof cell === 'object' && cell.kind === 'no-result');
  if (wanted === 'N') return typeof cell === 'number';
  if (wanted === '0.5 day') return cell === 0.5;
  if (typeof cell !== 'object' || cell === null) return cell === wanted;
  if (cell.kind === 'date') return typeof wanted === 'string' && `D:${cell.iso}`.startsWith(wanted);
  return cell.kind === 'error' && `E:${cell.code}` === wanted;
}

async function rowsIn(name: string, exact: boolean): Promise<Map<number, Cell[]>> {
  const book = await openFile(CORNERS + name, { exact });
  try {
    return await rowsOf(book);
  } finally {
    await book.close();
  }
}

describe.skipIf(!there)('corner files', () => {
  for (const exact of [false, true]) {
    describe(exact ? 'exact path' : 'fast path', () => {
      it.each(tables)('%s', async (name, table) => {
        const rows = await rowsIn(name, exact);
        (table as unknown[][]).forEach((wanted, r) => {
          const cells = rows.get(r + 1) ?? [];
          wanted.forEach((value, column) => {
            const cell = cells[column] ?? null;
            expect(matches(cell, value), `row ${r + 1} column ${column}: ${JSON.stringify(cell)}`).toBe(true);
          });
        });
      });

      it.each(Object.entries(FAULTS))('%s is refused: %s', async (name, reason) => {
        const refused = await openFile(CORNERS + name, { exact }).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(ReadFault);
        expect(refused).toMatchObject({ reason, file: CORNERS + name });
      });

      it('04: days before 61, day 60 and negative numbers', async () => {
        expect((await rowsIn('04-date1900.xlsx', exact)).get(3)).toEqual([
          { kind: 'date', iso: '1900-02-28' },
          60,
          { kind: 'date', iso: '1900-03-01' },
          { kind: 'date', iso: '1900-01-01' },
          0,
          -5,
        ]);
      });

      it('02: a formula without a result is neither empty nor zero', async () => {
        expect((await rowsIn('02-formula-cached.xlsx', exact)).get(4)?.[3]).toEqual({ kind: 'no-result' });
      });

      it('41: 60,000 names beyond the BMP, none damaged', async () => {
        const rows = await rowsIn('41-rare-inline.xlsx', exact);
        expect(rows.size).toBe(60_000);
        const text = [...rows.values()].map((cells) => JSON.stringify(cells[0])).join('');
        expect(/\ufffd|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)).toBe(false);
        // The names are made of eight characters, here in quotes; a damaged one would be one more.
        expect(new Set(text).size).toBe(8 + 1);
      });
    });
  }

  it('01: merged ranges are known before the rows are read', async () => {
    const book = await openFile(`${CORNERS}01-merged-header.xlsx`);
    expect(book.sheets[0]?.merges).toHaveLength(4);
    expect(book.kind).toBe('xlsx');
    await book.close();
  });
});
