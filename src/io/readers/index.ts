import { basename, extname } from 'node:path';
import { type FileKind, ReadFault, type ReadRemark, type Workbook } from '../../tables/grid.js';
import { cleanSheet } from './clean-cells.js';
import { openCsv } from './csv/index.js';
import { misleadingExtension, recognise } from './detect.js';
import { readHtmlTables } from './html/html-table.js';
import { readOds } from './legacy/ods.js';
import { readXls } from './legacy/xls.js';
import { readXml2003 } from './legacy/xml2003.js';
import { inspectFile, refuseLarger, sha256Of, type SourceFile, wholeFile } from './source-file.js';
import { decodeWhole } from './text-encoding.js';
import { openXlsx } from './xlsx/index.js';

export interface OpenOptions {
  /** Encoding of a text file, by any common name (`gbk`, `utf-8`, `utf-16le`); found out when absent. */
  readonly encoding?: string;
  readonly limits?: Partial<ReadLimits>;
}

export interface ReadLimits {
  /** Bytes of a file that is read as a whole: .xls, XML 2003. */
  readonly wholeFile: number;
  /** Bytes of an HTML page: a hostile one must be done with in five seconds. */
  readonly html: number;
  /** Bytes of a CSV or xlsx. */
  readonly file: number;
}

export const READ_LIMITS: ReadLimits = { wholeFile: 64 << 20, html: 16 << 20, file: 4 * 2 ** 30 };

type Content = Pick<Workbook, 'sheets' | 'encoding' | 'remarks' | 'close'>;

const nothingToClose = (): Promise<void> => Promise.resolve();

/**
 * Opens a clerk's file, whatever its name says: xlsx, xls and et, XML 2003, HTML, ODS, CSV and TSV.
 *
 * Throws ReadFault, always, when nothing of the file may be used; its reason says why. `remarks` tell what is worth a
 * finding and not fatal: FIL-02 `{found, expected}`, FIL-03 `{encoding, count}`, FIL-07 `{rows, limit}`, FIL-08.
 */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  const limits = { ...READ_LIMITS, ...options.limits };
  const file = await inspectFile(path);
  const kind = await recognise(file);
  refuseLarger(file, limits.file, kind);
  const sha256 = await sha256Of(file);
  const content = await contentOf(file, kind, sha256, options.encoding, limits);
  const expected = misleadingExtension(path, kind);
  const remarks = [...content.remarks];
  if (expected !== null) remarks.unshift({ code: 'FIL-02', sheet: null, params: { found: kind, expected } });
  return {
    file: path,
    kind,
    encoding: content.encoding,
    sheets: content.sheets.map(cleanSheet),
    sha256,
    bytes: file.bytes,
    remarks,
    close: () => content.close(),
  };
}

async function contentOf(
  file: SourceFile,
  kind: FileKind,
  sha256: string,
  encoding: string | undefined,
  limits: ReadLimits,
): Promise<Content> {
  switch (kind) {
    case 'csv':
      return { ...(await openCsv(file, encoding)), close: nothingToClose };
    case 'xls':
      return legacy(file, async () => ({
        encoding: null,
        ...readXls(file.path, await wholeFile(file, limits.wholeFile, kind)),
      }));
    case 'html':
    case 'xml2003':
      return legacy(file, async () => {
        const limit = kind === 'html' ? limits.html : limits.wholeFile;
        return readMarkup(file, kind, await wholeFile(file, limit, kind), encoding);
      });
    case 'ods':
      return legacy(file, async () => ({ encoding: null, remarks: [], sheets: await readOds(file.path) }));
    case 'xlsx':
      return openXlsx({ file: file.path, sha256, bytes: file.bytes });
  }
}

/** Damage shows in these formats as an offset past the end: whatever a reader throws is a ReadFault. */
async function legacy(file: SourceFile, read: () => Promise<Omit<Content, 'close'>>): Promise<Content> {
  try {
    return { ...(await read()), close: nothingToClose };
  } catch (error) {
    if (error instanceof ReadFault) throw error;
    throw new ReadFault('corrupt', file.path, error instanceof Error ? error.message : String(error));
  }
}

function readMarkup(
  file: SourceFile,
  kind: 'html' | 'xml2003',
  bytes: Buffer,
  asked: string | undefined,
): Omit<Content, 'close'> {
  const { text, encoding, replaced } = decodeWhole(file.path, bytes, asked ?? declaredCharset(bytes));
  const name = basename(file.path, extname(file.path));
  const sheets = kind === 'html' ? readHtmlTables(file.path, text, name) : readXml2003(file.path, text);
  const remarks: ReadRemark[] = [];
  if (replaced > 0) remarks.push({ code: 'FIL-03', sheet: null, params: { encoding, count: replaced } });
  return { sheets, encoding, remarks };
}

/** `charset=gb2312` of an HTML page or `encoding="gbk"` of an XML declaration. */
function declaredCharset(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1');
  return (
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1] ??
    /\bcharset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    null
  );
}
