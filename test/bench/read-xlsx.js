/**
 * Reads one made-up workbook (N rows × 18 columns) with our reader, and smaller ones with exceljs' stream and SheetJS.
 *
 *   npm run build && node test/bench/read-xlsx.js [rows=1000000] [shared|inline] [rows for the others=50000]
 *
 * `make FILE ROWS shared|inline` only writes such a workbook.
 *
 * Each reader runs in a process of its own, so that peak memory is its own. The workbook is written to a temporary
 * folder and removed. Names are made up, identity numbers are not valid ones.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeflateRaw, crc32 } from 'node:zlib';

const COLUMNS = 18;
const [, self, ...args] = process.argv;

async function bench(rows, kind, others) {
  const folder = mkdtempSync(join(tmpdir(), 'read-xlsx-'));
  try {
    const large = join(folder, 'large.xlsx');
    await makeWorkbook(large, rows, kind);
    print(`${rows} rows × ${COLUMNS}, ${kind} strings, ${(statSync(large).size / 1e6).toFixed(1)} MB`);
    const ours = run('ours', large);
    run('open', large);
    if (ours.rows !== rows + 1) throw new Error(`read ${ours.rows} rows of ${rows + 1}`);
    const small = join(folder, 'small.xlsx');
    await makeWorkbook(small, others, kind);
    print(`${others} rows × ${COLUMNS}`);
    const base = run('ours', small);
    for (const reader of ['exceljs', 'sheetjs']) {
      const other = run(reader, small);
      const ratio = (name) => `${(other[name] / base[name]).toFixed(1)} ×`;
      print(`  ${reader}: ${ratio('seconds')} our time, ${ratio('cpu')} our cpu, ${ratio('mib')} our memory`);
      if (other.sum !== base.sum) print(`  ${reader} gave other values: the sums differ by ${other.sum - base.sum}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(reader, file) {
  const child = spawnSync(process.execPath, ['--max-old-space-size=8000', self, 'read', reader, file], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  const result = JSON.parse(child.stdout);
  print(`  ${reader.padEnd(8)} ${result.seconds.toFixed(2)} s  ${result.cpu.toFixed(2)} s cpu  ${result.mib} MiB peak  ${result.rows} rows  ${result.cells} cells`);
  return result;
}

/** Reads in this process and prints what was seen. */
async function readWith(reader, file) {
  const seen = { rows: 0, cells: 0, sum: 0 };
  const see = (values) => {
    seen.rows++;
    for (const value of values) {
      if (value === null || value === undefined || value === '') continue;
      seen.cells++;
      if (typeof value === 'string') seen.sum += value.length;
      else if (typeof value === 'number') seen.sum += Math.round(value * 100);
    }
  };
  const start = performance.now();
  if (reader === 'ours' || reader === 'open') {
    const { openXlsx } = await import('../../dist/io/readers/xlsx/index.js');
    const workbook = await openXlsx({ file, sha256: '', bytes: statSync(file).size });
    if (reader === 'ours') for (const sheet of workbook.sheets) await sheet.scan((_, cells) => see(cells));
    await workbook.close();
  } else if (reader === 'exceljs') {
    const { default: exceljs } = await import('exceljs');
    const options = { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit', hyperlinks: 'ignore', entries: 'emit' };
    for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(file, options)) {
      for await (const row of sheet) see(row.values.slice(1));
    }
  } else {
    const xlsx = await import('@e965/xlsx');
    const { readFileSync } = await import('node:fs');
    const workbook = xlsx.read(readFileSync(file), { dense: true, cellDates: true });
    for (const name of workbook.SheetNames) {
      for (const row of workbook.Sheets[name]['!data']) see(row.map((cell) => cell?.v));
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const usage = process.resourceUsage();
  const cpu = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  process.stdout.write(JSON.stringify({ ...seen, seconds, cpu, mib: Math.round(usage.maxRSS / 1024) }));
}

/** Writes a workbook: numbers, names, enumerations, 18- and 19-digit texts, amounts, a mostly empty note. */
async function makeWorkbook(file, rows, kind) {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const zip = new Zip(file);
  const type = (name) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  await zip.add('[Content_Types].xml', [
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type('worksheet')}"/><Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type('sharedStrings')}"/></Types>`,
  ]);
  const rels = (list) =>
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packaged}/relationships">${list.map(([name, target], i) => `<Relationship Id="rId${i + 1}" Type="${related}/${name}" Target="${target}"/>`).join('')}</Relationships>`;
  await zip.add('_rels/.rels', [rels([['officeDocument', 'xl/workbook.xml']])]);
  await zip.add('xl/_rels/workbook.xml.rels', [
    rels([['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]),
  ]);
  await zip.add('xl/workbook.xml', [
    `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="成员" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  await zip.add('xl/styles.xml', [
    `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  ]);
  const strings = new Map();
  const text = (ref, value) => {
    if (kind === 'inline') return `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    let index = strings.get(value);
    if (index === undefined) strings.set(value, (index = strings.size));
    return `<c r="${ref}" t="s"><v>${index}</v></c>`;
  };
  await zip.add('xl/worksheets/sheet1.xml', sheetXml(main, rows, text));
  await zip.add('xl/sharedStrings.xml', stringsXml(main, strings));
  await zip.end();
}

function* sheetXml(main, rows, text) {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetData><row r="1" spans="1:18">`;
  for (let c = 0; c < COLUMNS; c++) yield text(`${letter(c)}1`, `列${c + 1}`);
  yield '</row>';
  const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨侯𠮷';
  const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英䶮';
  const pick = (list, n) => [...list][n % [...list].length];
  for (let i = 0; i < rows; i++) {
    const r = i + 2;
    const name = pick(surnames, i * 7) + pick(given, i * 13) + pick(given, (i >> 3) * 5);
    const number = (c, value, style = '') => `<c r="${letter(c)}${r}"${style}><v>${value}</v></c>`;
    yield `<row r="${r}" spans="1:18">${number(0, i + 1)}${text(`B${r}`, `HH${String(i >> 2).padStart(7, '0')}`)}${text(`C${r}`, name)}${text(`D${r}`, String(640181190000000000n + BigInt(i) * 7919n))}${text(`E${r}`, pick(['户主', '配偶', '之子', '之女'], i))}${text(`F${r}`, pick(['普通劳动力', '技能劳动力', '无劳动力'], i))}${text(`G${r}`, pick(['已就业', '未就业', '灵活就业'], i >> 1))}${text(`H${r}`, `某某县第${i % 977}服装厂`)}${text(`I${r}`, pick(['宁夏', '福建', '浙江'], i))}${number(9, 44000 + (i % 1500), ' s="1"')}${number(10, i % 13)}${number(11, ((i * 37) % 900000) / 100)}${number(12, 8000 + (i % 5000))}${text(`N${r}`, '是')}${text(`O${r}`, pick(['有', '无'], i))}${text(`P${r}`, '中国工商银行')}${text(`Q${r}`, String(6222000000000000000n + BigInt(i) * 104729n))}${i % 20 === 0 ? text(`R${r}`, `备注${i % 50}`) : ''}</row>`;
  }
  yield '</sheetData><mergeCells count="1"><mergeCell ref="T1:U1"/></mergeCells></worksheet>';
}

function* stringsXml(main, strings) {
  yield `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${main}" uniqueCount="${strings.size}">`;
  for (const value of strings.keys()) yield `<si><t>${value}</t></si>`;
  yield '</sst>';
}

function letter(column) {
  return String.fromCharCode(65 + column);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}

/** The least that writes a zip file: deflated entries with data descriptors, no zip64. */
class Zip {
  #directory = [];
  #offset = 0;
  #out;

  constructor(file) {
    this.#out = createWriteStream(file);
  }

  async #write(bytes) {
    this.#offset += bytes.length;
    if (!this.#out.write(bytes)) await once(this.#out, 'drain');
  }

  async add(name, pieces) {
    const offset = this.#offset;
    const stored = Buffer.from(name);
    await this.#write(record(0x04034b50, [[2, 20], [2, 0x808], [2, 8], [4, 0], [4, 0], [4, 0], [4, 0], [2, stored.length], [2, 0]], stored));
    const deflate = createDeflateRaw({ level: 6, chunkSize: 1 << 18 });
    const sizes = { deflated: 0, inflated: 0, crc: 0 };
    const writing = (async () => {
      for await (const chunk of deflate) {
        sizes.deflated += chunk.length;
        await this.#write(chunk);
      }
    })();
    let batch = '';
    const flush = async () => {
      const bytes = Buffer.from(batch);
      batch = '';
      sizes.crc = crc32(bytes, sizes.crc);
      sizes.inflated += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    };
    for (const piece of pieces) {
      batch += piece;
      if (batch.length > 1 << 18) await flush();
    }
    await flush();
    deflate.end();
    await writing;
    const { crc, deflated, inflated } = sizes;
    await this.#write(record(0x08074b50, [[4, crc], [4, deflated], [4, inflated]], Buffer.alloc(0)));
    this.#directory.push(record(0x02014b50, [[2, 20], [2, 20], [2, 0x808], [2, 8], [4, 0], [4, crc], [4, deflated], [4, inflated], [2, stored.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]], stored));
  }

  async end() {
    const directory = Buffer.concat(this.#directory);
    const offset = this.#offset;
    const count = this.#directory.length;
    await this.#write(directory);
    this.#out.end(record(0x06054b50, [[2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, offset], [2, 0]], Buffer.alloc(0)));
    await once(this.#out, 'finish');
  }
}

function record(signature, fields, name) {
  const head = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0));
  head.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [size, value] of fields) at = head.writeUIntLE(value, at, size);
  return Buffer.concat([head, name]);
}

if (args[0] === 'read') await readWith(args[1], args[2]);
else if (args[0] === 'make') await makeWorkbook(args[1], Number(args[2]), args[3]);
else await bench(Number(args[0] ?? 1_000_000), args[1] ?? 'shared', Number(args[2] ?? 50_000));
