import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { cellsOf } from '../../src/io/readers/cell-lines.js';
import { openWorkbook } from '../../src/io/readers/index.js';
import { ReadFault } from '../../src/tables/grid.js';
import { sampleFolder } from './sample-files.js';

/** Damaged copies in all; BUTIE_FUZZ=20000 for more, BUTIE_FUZZ_SEED=7 for others. */
const RUNS = Number(process.env['BUTIE_FUZZ'] ?? 2000);
const SEED = Number(process.env['BUTIE_FUZZ_SEED'] ?? 20_231_101);
/** A file that takes longer than this many seconds of CPU hangs. */
const PATIENCE = 5;

const folder = sampleFolder();
const kinds = ['xlsx', 'xlsx by exceljs', 'xls', 'xls 95', 'csv', 'csv gb18030', 'html', 'xml 2003', 'ods'] as const;
const originals = new Map<string, Buffer>();

/** Small, fast and the same everywhere (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below) | 0;
  };
}

beforeAll(async () => {
  const rows: (string | number | boolean | null)[][] = [
    ['某乡花名册', null, null, null],
    ['户编号', '姓名', '身份证号', '金额'],
  ];
  for (let i = 0; i < 12; i++)
    rows.push([`HH${i}`, i % 3 === 0 ? '张䶮𠮷' : '李四,"乙"', `64018119900101${1000 + i}`, i * 12.5]);
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
  const book = { SheetNames: ['名册', '二'], Sheets: { 名册: sheet, 二: XLSX.utils.aoa_to_sheet([['x', true]]) } };
  const write = (bookType: string, compression = false): Buffer =>
    XLSX.write(book, { type: 'buffer', bookType: bookType as XLSX.BookType, compression }) as Buffer;
  originals.set('xlsx', write('xlsx'));
  originals.set('xls', write('biff8'));
  originals.set('xls 95', write('biff5'));
  originals.set('html', Buffer.from(XLSX.write(book, { type: 'string', bookType: 'html' }) as string));
  originals.set('xml 2003', Buffer.from(XLSX.write(book, { type: 'string', bookType: 'xlml' }) as string));
  originals.set('ods', write('ods', true));
  const csv = XLSX.utils.sheet_to_csv(sheet);
  originals.set('csv', Buffer.from(csv));
  originals.set('csv gb18030', iconv.encode(csv, 'gb18030'));
  const workbook = new ExcelJS.Workbook();
  const written = workbook.addWorksheet('名册');
  rows.forEach((row) => written.addRow(row));
  written.getCell('D3').value = { formula: 'A1', result: 1 };
  written.getCell('E3').value = new Date(Date.UTC(2024, 0, 1));
  originals.set('xlsx by exceljs', Buffer.from(await workbook.xlsx.writeBuffer()));
});

/** One to four injuries: bits, bytes, pieces cut out, doubled, swapped or zeroed, numbers made huge, the end cut off. */
function injured(original: Buffer, below: (limit: number) => number): Buffer {
  let bytes: Buffer = Buffer.from(original);
  for (let left = 1 + below(4); left > 0 && bytes.length > 8; left--) {
    const at = below(bytes.length);
    const length = 1 + below(Math.min(64, bytes.length - at));
    const piece = bytes.subarray(at, at + length);
    switch (below(8)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        bytes[at] = below(256);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 3:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          piece,
          ...Array<Buffer>(1 + below(8)).fill(Buffer.from(piece)),
          bytes.subarray(at),
        ]);
        break;
      case 4:
        bytes.copy(bytes, below(bytes.length - length + 1), at, at + length);
        break;
      case 5:
        bytes.fill(0, at, at + length);
        break;
      case 6:
        bytes.fill(0xff, at, Math.min(at + 4, bytes.length));
        break;
      default:
        bytes = bytes.subarray(0, at);
    }
  }
  return bytes;
}

/** Reads all cells; gives null, or what went wrong. Only a ReadFault with its reason may come out. */
async function trouble(path: string): Promise<string | null> {
  const started = process.cpuUsage();
  try {
    const workbook = await openWorkbook(path);
    try {
      await cellsOf(workbook, () => undefined);
    } finally {
      await workbook.close();
    }
  } catch (error) {
    if (!(error instanceof ReadFault)) return error instanceof Error ? (error.stack ?? error.message) : 'no error';
    if (error.file !== path) return `fault of another file: ${error.file}`;
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6 > PATIENCE ? 'took too long' : null;
}

describe('damaged files', () => {
  test.each(kinds)(
    '%s: a fault or cells, never a crash',
    async (kind) => {
      const original = originals.get(kind) ?? Buffer.alloc(0);
      expect(await trouble(folder.write('whole', original))).toBeNull();
      const below = random(SEED + kinds.indexOf(kind));
      const broken: string[] = [];
      for (let run = 0; run < Math.ceil(RUNS / kinds.length); run++) {
        const path = folder.write('damaged', injured(original, below));
        const what = await trouble(path);
        if (what !== null) broken.push(`run ${run}: ${what}`);
      }
      expect(broken.slice(0, 5)).toEqual([]);
    },
    600_000,
  );
});
