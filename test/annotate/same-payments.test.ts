import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '../../src/cli/input/open-pack.js';
import { openWorkbook } from '../../src/io/readers/index.js';
import { assess } from '../../src/policy/assess/evaluate.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { SAMPLES } from '../cli/butie.js';
import { checkAndCopy, OPTIONS } from './check-in-process.js';

let folder = '';
/** Rows of the sample's sheets 住户 and 成员 as text, header first. */
const sheets = new Map<string, string[][]>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'butie-same-'));
  const book = await openWorkbook(join(SAMPLES, '灵新社区花名册.xlsx'));
  for (const sheet of book.sheets) {
    const rows: string[][] = [];
    await sheet.scan((_, cells) => {
      rows.push(
        Array.from(cells, (cell) =>
          cell === null ? '' : typeof cell === 'object' ? (cell.kind === 'date' ? cell.iso : '') : String(cell),
        ),
      );
      return rows.length < 70;
    });
    sheets.set(sheet.name, rows);
  }
  await book.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ways in which a clerk writes the same thing. */
const MESS: readonly ((text: string) => string)[] = [
  (text) => ` ${text} `,
  (text) => `　${text}`,
  (text) => `'${text}`,
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => (/^\d{4,9}(\.\d+)?$/.test(text) ? Number(text).toLocaleString('en-US') : text),
  (text) => (/^\d+(\.\d\d)?$/.test(text) && text.length < 9 ? `${text}元` : text),
  (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text.replaceAll('-', '.') : text),
  (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') : text),
  (text) => (/^\d{17}[\dX]$/.test(text) ? text.toLowerCase().replace(/^(.{6})(.{8})/, '$1 $2 ') : text),
  (text) => (/^\d{2,6}$/.test(text) ? `${Number(text) / 10_000}万` : text),
];

describe('payments from a corrected file', () => {
  it('are those of the original, however it was written', async () => {
    const { pack } = await openPack('ningdong-2023-62', OPTIONS);
    let round = 0;
    let repaired = 0;
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(9999)), async (chance) => {
        const out = join(folder, String(++round));
        const next = (): number => Number(chance.next().value);
        const files: string[] = [];
        for (const [name, rows] of sheets) {
          const path = join(folder, `${round}-${name}.csv`);
          const lines = rows.map((row, index) =>
            row
              .map((text) => quoted(index < 4 || text === '' || next() % 6 > 0 ? text : messy(text, next())))
              .join(','),
          );
          writeFileSync(path, lines.join('\r\n'));
          files.push(path);
        }
        const { copies } = await checkAndCopy(files, out, '修正');
        repaired += copies.length;
        const fixed = files.map(
          (file) => copies.find((copy) => copy.includes(file.slice(folder.length + 1, -4))) ?? file,
        );
        expect(await payments(fixed)).toEqual(await payments(files));
      }),
      { numRuns: 12 },
    );
    expect(repaired).toBeGreaterThan(20);

    async function payments(files: readonly string[]): Promise<unknown[]> {
      const books = await Promise.all(files.map((file) => openWorkbook(file)));
      const { roster } = await readRoster(books);
      await Promise.all(books.map((book) => book.close()));
      expect(roster.rows.住户.length).toBeGreaterThan(30);
      const readings = Object.fromEntries(pack.readings.map((reading) => [reading.id, reading.default]));
      const result = assess({ pack, roster, asOf: '2024-10-31', period: '2024-10', readings, parameters: {} });
      expect(result.entitlements.some(({ outcome }) => outcome === 'entitled')).toBe(true);
      return result.entitlements.map(({ payee, benefit, outcome, amount }) => ({ payee, benefit, outcome, amount }));
    }
  }, 240_000);
});

function messy(text: string, chance: number): string {
  return MESS[chance % MESS.length]?.(text) ?? text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
