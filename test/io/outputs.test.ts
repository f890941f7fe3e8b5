import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CsvModel } from '../../src/documents/model/csv-model.js';
import { type CsvEncoding, writeCsv } from '../../src/io/csv-writer.js';
import { writeJsonLines } from '../../src/io/jsonl-writer.js';
import { OutputFault, writeOutputs } from '../../src/io/output-folder.js';
import { readRows, sampleFolder } from './sample-files.js';

const folder = sampleFolder();
const model = (rows: CsvModel['rows']): CsvModel => ({
  name: 'payouts',
  columns: [{ name: 'name', freeText: true }, { name: 'amount' }, { name: 'account' }],
  rows,
});

async function written(rows: CsvModel['rows'], encoding: CsvEncoding): Promise<Buffer> {
  const path = join(folder.path, 'out.csv');
  await writeCsv(path, model(rows), encoding);
  return readFileSync(path);
}

describe('CSV', () => {
  test('mark, CRLF, quoting, blanks', async () => {
    const bytes = await written([['张三,"乙"\n丙', '2000.00', null]], 'utf8-bom');
    expect(bytes.toString('utf8')).toBe('\ufeffname,amount,account\r\n"张三,""乙""\n丙",2000.00,\r\n');
    expect((await written([], 'utf8')).toString('utf8')).toBe('name,amount,account\r\n');
  });

  test('quotes where a comma, a quote or any line break stands, a lone one too, and nowhere else', async () => {
    const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const piece = fc.constantFrom('a', '张', ',', '"', '\r', '\n', '\r\n', ' ', ';', '\uFEFF', "'", '\\');
    const text = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 4 }), async (rows) => {
        const bytes = await written(
          rows.map(([first, second]) => ['x', first, second]),
          'utf8',
        );
        const lines = rows.map(([first, second]) => `x,${quoted(first)},${quoted(second)}\r\n`);
        expect(bytes.toString('utf8')).toBe(`name,amount,account\r\n${lines.join('')}`);
      }),
      { numRuns: 50 },
    );
  });

  test('free text that a spreadsheet would calculate is neutralised; amounts and numbers are not', async () => {
    const dangerous = ['=1+1', '+86', '-5.00', '@SUM', '\tx', '\rx'];
    const rows = parse(
      await written(
        dangerous.map((text) => [text, '-5.00', '+1']),
        'utf8',
      ),
      { from: 2 },
    );
    expect(rows).toEqual(dangerous.map((text) => [`'${text}`, '-5.00', '+1']));
  });

  test('GB18030 comes back whole through another decoder and through our own reader', async () => {
    const names = ['张䶮', '㐂', '𠮷田', '买买提·吐尔逊', '€¥'];
    const bytes = await written(
      names.map((name) => [name, '1.00', '6228480000000000000']),
      'gb18030',
    );
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).toEqual(names);
    expect((await readRows(folder.write('in.csv', bytes))).slice(1).map(([name]) => name)).toEqual(names);
  });

  test('any table comes back as it was, and the same table gives the same bytes', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('a"b', 'x,y', '一\r\n二', '𠮷'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (pairs) => {
        const rows = pairs.map(([a, b]) => ['名', a, b]);
        const bytes = await written(rows, 'utf8-bom');
        const read = parse(bytes, { bom: true, from: 2, record_delimiter: '\r\n' });
        expect(read).toEqual(rows);
        expect((await written(rows, 'utf8-bom')).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('JSON Lines: one value a line, LF, the same bytes for the same data, refusing what JSON cannot hold', async () => {
  const path = join(folder.path, 'trace.jsonl');
  const values = [{ b: 1, a: '张\n三' }, null, [1.5]];
  const first = await writeJsonLines(path, values);
  expect(readFileSync(path, 'utf8')).toBe('{"b":1,"a":"张\\n三"}\nnull\n[1.5]\n');
  expect(await writeJsonLines(path, values)).toEqual(first);
  await expect(writeJsonLines(path, [undefined])).rejects.toThrow(TypeError);
});

describe('output folder', () => {
  const fresh = (name: string): string => {
    const path = join(folder.path, name);
    mkdirSync(path);
    return path;
  };
  const put =
    (files: Readonly<Record<string, string>>) =>
    async (temporary: string): Promise<void> => {
      for (const [name, text] of Object.entries(files)) await writeFile(join(temporary, name), text);
    };
  const reasonOf = async (path: string, write: (temporary: string) => Promise<void>): Promise<string> => {
    try {
      await writeOutputs(path, write);
    } catch (error) {
      if (error instanceof OutputFault) return error.reason;
      throw error;
    }
    return 'written';
  };

  test('is made, filled whole, and filled again over our files; foreign files stay', async () => {
    const out = join(folder.path, 'new', 'deep');
    expect(await writeOutputs(out, put({ 'b.csv': '1', 'a.csv': '1' }))).toEqual(['a.csv', 'b.csv']);
    writeFileSync(join(out, '批示.docx'), 'x');
    await writeOutputs(out, put({ 'a.csv': '2' }));
    expect(readdirSync(out).sort()).toEqual(['a.csv', 'b.csv', '批示.docx'].sort());
    expect(readFileSync(join(out, 'a.csv'), 'utf8')).toBe('2');
  });

  test('nothing is left and nothing is changed when writing fails', async () => {
    const out = fresh('kept');
    writeFileSync(join(out, 'a.csv'), 'old');
    const fail = async (temporary: string): Promise<void> => {
      await put({ 'a.csv': 'new' })(temporary);
      throw new Error('no');
    };
    await expect(writeOutputs(out, fail)).rejects.toThrow('no');
    expect(readdirSync(out)).toEqual(['a.csv']);
    expect(readFileSync(join(out, 'a.csv'), 'utf8')).toBe('old');
    await expect(writeOutputs(join(folder.path, 'never', 'made'), fail)).rejects.toThrow('no');
    expect(existsSync(join(folder.path, 'never'))).toBe(false);
  });

  test('what was replaced is put back when a later file cannot be moved in', async () => {
    const out = fresh('half');
    writeFileSync(join(out, 'a.csv'), 'old');
    mkdirSync(join(out, 'b.csv'));
    expect(await reasonOf(out, put({ 'a.csv': 'new', 'b.csv': 'new' }))).toBe('is-file');
    expect(readFileSync(join(out, 'a.csv'), 'utf8')).toBe('old');
    expect(statSync(join(out, 'b.csv')).isDirectory()).toBe(true);
    expect(readdirSync(out).sort()).toEqual(['a.csv', 'b.csv']);
  });

  test('a file in the place of the folder, or of its parent', async () => {
    const file = folder.write('occupied', 'x');
    expect(await reasonOf(file, put({}))).toBe('is-file');
    expect(await reasonOf(join(file, 'deeper'), put({}))).toBe('is-file');
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  test.skipIf(process.platform !== 'linux')('a place where no folder can be made is refused at once', async () => {
    expect(await reasonOf('/proc/butie/deeper', put({}))).toBe('not-writable');
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    const out = fresh('closed');
    chmodSync(out, 0o500);
    expect(await reasonOf(out, put({ 'a.csv': '1' }))).toBe('not-writable');
  });

  test('a full disk is named as such', async () => {
    const full = (): Promise<void> => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    expect(await reasonOf(fresh('full'), full)).toBe('disk-full');
  });
});
