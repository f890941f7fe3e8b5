import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { faultOf, readBook, sampleFolder } from './sample-files.js';

const folder = sampleFolder();
const sheet = XLSX.utils.aoa_to_sheet([
  ['姓名', '金额'],
  ['张三', 12.5],
]);
const book = { SheetNames: ['名册'], Sheets: { 名册: sheet } };
const written = (bookType: XLSX.BookType): Buffer =>
  XLSX.write(book, { type: 'buffer', bookType, compression: true }) as Buffer;

/** A zip of stored, empty entries, for its directory. */
function zip(names: readonly string[], flags = 0): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const bytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(bytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(bytes.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, bytes);
    central.push(entry, bytes);
    at += local.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** An OLE compound file with one stream of this name, made by the library's own container. */
function compound(streams: Readonly<Record<string, Buffer>>): Buffer {
  const cfb = XLSX.CFB as {
    utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Buffer): void };
    write(file: unknown, options: object): Buffer;
  };
  const file = cfb.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) cfb.utils.cfb_add(file, `/${name}`, content);
  return cfb.write(file, { type: 'buffer' });
}

describe('what cannot be read says why', () => {
  const cases: readonly (readonly [string, string | Buffer, string])[] = [
    ['empty', '', 'empty'],
    ['blank text', ' \r\n\t\r\n', 'blank'],
    ['a mark and nothing else', '\ufeff', 'blank'],
    ['png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'picture'],
    ['jpeg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'picture'],
    ['gif', 'GIF89a\u0001\u0000', 'picture'],
    [
      'bmp',
      Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), Buffer.from([40, 0, 0, 0]), Buffer.alloc(80)]),
      'picture',
    ],
    ['webp', Buffer.from('52494646000000005745425056503820', 'hex'), 'picture'],
    ['heic', Buffer.from('0000001866747970686569630000000000000000', 'hex'), 'picture'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'picture'],
    ['pdf', '%PDF-1.7\n', 'pdf'],
    ['rtf', '{\\rtf1 x}', 'word'],
    ['docx', zip(['[Content_Types].xml', 'word/document.xml']), 'word'],
    ['doc', compound({ WordDocument: Buffer.alloc(5000) }), 'word'],
    ['pptx', zip(['[Content_Types].xml', 'ppt/presentation.xml']), 'slides'],
    ['ppt', compound({ 'PowerPoint Document': Buffer.alloc(5000) }), 'slides'],
    ['xlsb', written('xlsb'), 'xlsb'],
    ['rar', Buffer.from('526172211a0700', 'hex'), 'archive'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'archive'],
    ['gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'archive'],
    ['zip of spreadsheets', zip(['一组.xlsx', '二组.xlsx']), 'archive'],
    ['empty zip', zip([]), 'archive'],
    ['encrypted zip', zip(['xl/workbook.xml'], 1), 'encrypted'],
    [
      'encrypted package',
      compound({ EncryptedPackage: Buffer.alloc(5000), EncryptionInfo: Buffer.from([4, 0, 4, 0]) }),
      'encrypted',
    ],
    ['compound file of something else', compound({ Contents: Buffer.alloc(5000) }), 'unknown-format'],
    ['noise', Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 7919) % 256)), 'unknown-format'],
    ['other xml', '<?xml version="1.0"?><invoice/>', 'unknown-format'],
    ['a frame page', '<html><frameset><frame src="a.files/sheet001.htm"></frameset></html>', 'frames'],
    ['a log-in page', '<html><body>请重新登录</body></html>', 'no-table'],
    ['nothing but blanks', '\r\n \r\n', 'blank'],
    ['text with a zero byte', '姓名,年龄\r\n张\u0000某,3\r\n李某,5\r\n', 'nul-bytes'],
    [
      'a flat ODF',
      '<?xml version="1.0"?>\n<office:document><office:body><text:p>x</text:p><p>y</p></office:body></office:document>',
      'flat-ods',
    ],
    ['SYLK', 'ID;PWXL;N;E\nP;PGeneral\n', 'sylk'],
    ['UTF-8 cut in its last character', Buffer.from('姓名,年龄\r\n张某,偶').subarray(0, -1), 'truncated'],
    ['GB18030 cut in its last character', Buffer.from('d0d5c3fb0d0ac0eed5', 'hex'), 'truncated'],
    ['mhtml', 'MIME-Version: 1.0\nContent-Type: multipart/related', 'web-archive'],
    ['Word XML', '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', 'word'],
    ['half a zip', written('xlsx').subarray(0, 3000), 'truncated'],
  ];
  test.each(cases)('%s', async (name, content, reason) => {
    for (const extension of ['.xlsx', '.xls', '.csv', '']) {
      const fault = await faultOf(folder.write(`x-${name}${extension}`, content));
      expect(fault.reason).toBe(reason);
    }
  });

  test('missing, a folder, a device', async () => {
    expect((await faultOf(join(folder.path, 'nothing.xlsx'))).reason).toBe('missing');
    expect((await faultOf(join(folder.path, 'nothing', 'there.xlsx'))).reason).toBe('missing');
    mkdirSync(join(folder.path, 'folder.xlsx'));
    expect((await faultOf(join(folder.path, 'folder.xlsx'))).reason).toBe('directory');
    expect((await faultOf('/dev/zero')).reason).toBe('unknown-format');
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = folder.write('closed.xlsx', written('xlsx'));
    chmodSync(path, 0o000);
    expect((await faultOf(path)).reason).toBe('no-permission');
  });

  test('a pipe does not hang', async () => {
    const pipe = join(folder.path, 'pipe.csv');
    try {
      execFileSync('mkfifo', [pipe]);
    } catch {
      return;
    }
    expect((await faultOf(pipe)).reason).toBe('unknown-format');
  });

  test('larger than can be read as a whole', async () => {
    const path = folder.write('a.xls', written('biff8'));
    expect((await faultOf(path, { limits: { wholeFile: 1000 } })).reason).toBe('too-large');
    const page = folder.write(
      'a.html',
      Buffer.from(`<html><table><tr><td>甲</td></tr></table>${' '.repeat(2000)}</html>`),
    );
    const fault = await faultOf(page, { limits: { html: 1000 } });
    expect(fault.reason).toBe('too-large');
    expect(fault.params).toEqual({ kind: 'html', size: 0.1, limit: 0 });
  });
});

describe('recognised by content', () => {
  const kinds: readonly (readonly [XLSX.BookType, string])[] = [
    ['xlsx', 'xlsx'],
    ['biff8', 'xls'],
    ['xlml', 'xml2003'],
    ['html', 'html'],
    ['ods', 'ods'],
    ['csv', 'csv'],
  ];
  test.each(kinds)('%s under any name', async (bookType, kind) => {
    const content = written(bookType);
    for (const extension of ['.xlsx', '.xls', '.et', '.csv', '.doc', '']) {
      const read = await readBook(folder.write(`名册${extension}`, content));
      expect(read.kind).toBe(kind);
      expect(read.sha256).toBe(createHash('sha256').update(content).digest('hex'));
      const rows = [...(read.sheets[0]?.rows.values() ?? [])].map((row) => row.map(String));
      expect(rows).toEqual([
        ['姓名', '金额'],
        ['张三', '12.5'],
      ]);
    }
  });

  test('a misleading name is remarked, a fitting one is not', async () => {
    const remark = async (name: string, bookType: XLSX.BookType): Promise<unknown> =>
      (await readBook(folder.write(name, written(bookType)))).remarks.find(({ code }) => code === 'FIL-02')?.params;
    expect(await remark('a.xlsx', 'csv')).toEqual({ found: 'csv', expected: '.xlsx' });
    expect(await remark('a.xls', 'html')).toEqual({ found: 'html', expected: '.xls' });
    expect(await remark('a.xls', 'biff8')).toBeUndefined();
    expect(await remark('a.et', 'biff8')).toBeUndefined();
    expect(await remark('a.txt', 'csv')).toBeUndefined();
    expect(await remark('a.dat', 'csv')).toBeUndefined();
  });
});
