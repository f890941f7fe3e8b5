import type { ReadFaultReason } from '../../../tables/grid.js';
import type { ByteSource } from './byte-source.js';
import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import { readXml } from './xml-reader.js';
import type { ZipDirectory, ZipEntry } from './zip-directory.js';
import { wholePart } from './zip-part.js';

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type URI: `worksheet`, `sharedStrings` … the same in transitional and strict files. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** The parts of an Open Packaging file (ECMA-376 part 2) by name and relationship. */
export class PackageParts {
  readonly #source: ByteSource;
  readonly #directory: ZipDirectory;
  readonly #limits: XlsxLimits;

  constructor(source: ByteSource, directory: ZipDirectory, limits: XlsxLimits) {
    this.#source = source;
    this.#directory = directory;
    this.#limits = limits;
  }

  find(name: string): ZipEntry | undefined {
    return this.#directory.find(name) ?? this.#directory.find(percentDecoded(name));
  }

  /** Whole bytes of a small part; null when there is none. */
  async read(name: string): Promise<Buffer | null> {
    const entry = this.find(name);
    return entry === undefined ? null : wholePart(this.#source, entry, this.#limits);
  }

  /** Relationships of a part (`''` for the package itself), targets as absolute part names. */
  async relationships(part: string): Promise<Relationship[]> {
    const slash = part.lastIndexOf('/') + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    const bytes = await this.read(name);
    const found: Relationship[] = [];
    if (bytes === null) return found;
    readXml(bytes, name, {
      open: (element) => {
        if (element.local !== 'Relationship') return;
        const target = element.attribute('Target') ?? '';
        const external = element.attribute('TargetMode')?.trim() === 'External';
        found.push({
          id: element.attribute('Id') ?? '',
          type: (element.attribute('Type') ?? '').trim().replace(/^.*\//, ''),
          target: external ? target : resolvePart(part, target),
          external,
        });
      },
    });
    return found;
  }

  /**
   * Name of the workbook part. Throws PartFault `xlsb`, `word`, `slides`, `archive` … when the package is something else.
   */
  async workbook(): Promise<string> {
    const main = (await this.relationships('')).find((one) => one.type === 'officeDocument' && !one.external);
    const name = main?.target ?? FALLBACKS.find((one) => this.find(one) !== undefined);
    if (name === undefined) throw await this.#foreign();
    const kind = kindOf((await this.#contentType(name)) ?? '', name);
    if (kind !== 'xlsx') throw new PartFault(kind, `main part ${name}`);
    if (this.find(name) === undefined) throw new PartFault('corrupt', `part ${name} is missing`);
    return name;
  }

  async #contentType(name: string): Promise<string | null> {
    const bytes = await this.read('[Content_Types].xml');
    if (bytes === null) return null;
    const found: { byName?: string; byExtension?: string } = {};
    const extension = name.replace(/^.*\./, '').toLowerCase();
    readXml(bytes, '[Content_Types].xml', {
      open: (element) => {
        const type = element.attribute('ContentType') ?? '';
        if (element.local === 'Override') {
          const part = (element.attribute('PartName') ?? '').replaceAll('\\', '/').replace(/^\/+/, '');
          if (part.toLowerCase() === name.toLowerCase()) found.byName = type;
        } else if (element.local === 'Default' && element.attribute('Extension')?.toLowerCase() === extension) {
          found.byExtension = type;
        }
      },
    });
    return found.byName ?? found.byExtension ?? null;
  }

  async #foreign(): Promise<PartFault> {
    const mimetype = (await this.read('mimetype'))?.toString('latin1') ?? '';
    if (mimetype.includes('opendocument.text')) return new PartFault('word', mimetype);
    if (mimetype.includes('opendocument.presentation')) return new PartFault('slides', mimetype);
    if (mimetype.includes('opendocument')) return new PartFault('unsupported', mimetype);
    return new PartFault('archive', 'a zip file without a workbook');
  }
}

/** Where the main part stands in files that lack the package's relationships. */
const FALLBACKS = ['xl/workbook.xml', 'xl/workbook.bin', 'word/document.xml', 'ppt/presentation.xml'];

function kindOf(contentType: string, name: string): ReadFaultReason | 'xlsx' {
  const type = contentType.toLowerCase();
  if (type.includes('sheet.binary') || name.toLowerCase().endsWith('.bin')) return 'xlsb';
  if (type.includes('wordprocessingml') || type.includes('ms-word') || name.startsWith('word/')) return 'word';
  if (type.includes('presentationml') || type.includes('ms-powerpoint') || name.startsWith('ppt/')) return 'slides';
  const office = type === '' || type.endsWith('/xml') || type.includes('spreadsheetml') || type.includes('ms-excel');
  return office ? 'xlsx' : 'archive';
}

/** Absolute part name of a relationship target, without the leading slash. */
export function resolvePart(part: string, target: string): string {
  const path = target
    .trim()
    .replaceAll('\\', '/')
    .replace(/[?#].*$/, '');
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The name with `%20` and the like resolved, or as it stands. */
export function percentDecoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
