import { type ByteSource, fileSource } from '../readers/xlsx/byte-source.js';
import { XLSX_LIMITS } from '../readers/xlsx/limits.js';
import { PackageParts, type Relationship } from '../readers/xlsx/package-parts.js';
import { readWorkbookPart } from '../readers/xlsx/workbook-part.js';
import { readDirectory, type ZipDirectory, type ZipEntry } from '../readers/xlsx/zip-directory.js';
import { packedChunks, partChunks } from '../readers/xlsx/zip-part.js';
import { partText } from './part-text.js';
import { NotEditable } from './xml-slices.js';

/** A worksheet of the package. */
export interface SheetPartPlace {
  readonly name: string;
  /** Part name without a leading slash. */
  readonly part: string;
  /** Chart sheets have no rows. */
  readonly hasRows: boolean;
}

/** The parts of an xlsx file for changing some of them. */
export class WorkbookPackage {
  readonly #source: ByteSource;
  readonly #directory: ZipDirectory;
  readonly #parts: PackageParts;
  readonly workbook: string;
  readonly sheets: readonly SheetPartPlace[];
  readonly relationships: readonly Relationship[];

  private constructor(
    source: ByteSource,
    directory: ZipDirectory,
    parts: PackageParts,
    workbook: string,
    sheets: readonly SheetPartPlace[],
    relationships: readonly Relationship[],
  ) {
    this.#source = source;
    this.#directory = directory;
    this.#parts = parts;
    this.workbook = workbook;
    this.sheets = sheets;
    this.relationships = relationships;
  }

  /** Throws NotEditable for a strict file, ReadFault and PartFault as the reader does. */
  static async open(path: string): Promise<WorkbookPackage> {
    const source = await fileSource(path);
    try {
      const directory = await readDirectory(source, XLSX_LIMITS);
      const parts = new PackageParts(source, directory, XLSX_LIMITS);
      const workbook = await parts.workbook();
      const bytes = await parts.read(workbook);
      if (bytes === null) throw new NotEditable('no workbook part');
      if (/purl\.oclc\.org\/ooxml/.test(bytes.toString('latin1', 0, 4096))) throw new NotEditable('strict file');
      const { sheets } = readWorkbookPart(bytes, workbook, XLSX_LIMITS);
      const relationships = await parts.relationships(workbook);
      const places = sheets.map((sheet): SheetPartPlace => {
        const one = relationships.find(({ id }) => id === sheet.relationship);
        const entry = one === undefined || one.external ? undefined : parts.find(one.target);
        if (one === undefined || entry === undefined) throw new NotEditable(`the sheet ${sheet.name} has no part`);
        return { name: sheet.name, part: entry.name, hasRows: one.type === 'worksheet' };
      });
      if (new Set(places.map(({ part }) => part.toLowerCase())).size < places.length)
        throw new NotEditable('two sheets share a part');
      return new WorkbookPackage(source, directory, parts, workbook, places, relationships);
    } catch (error) {
      await source.close();
      throw error;
    }
  }

  get entries(): readonly ZipEntry[] {
    return this.#directory.entries;
  }

  has(name: string): boolean {
    return this.#parts.find(name) !== undefined;
  }

  /** Name as it stands in the zip file. */
  nameOf(part: string): string {
    return this.#parts.find(part)?.name ?? part;
  }

  /** A small part as text; null when there is none. Throws NotEditable unless it is UTF-8. */
  async text(name: string): Promise<string | null> {
    const bytes = await this.#parts.read(name);
    return bytes === null ? null : partText(bytes, name);
  }

  /** Relationships of a part, targets as part names. */
  async relationshipsOf(part: string): Promise<Relationship[]> {
    return this.#parts.relationships(part);
  }

  /** Name of the part that holds a part's relationships, whether it is there or not. */
  relationshipsPart(part: string): string {
    const slash = part.lastIndexOf('/') + 1;
    return this.nameOf(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  }

  /** Inflated bytes of a sheet, checked. */
  chunks(part: string): AsyncIterable<Buffer> {
    const entry = this.#parts.find(part);
    if (entry === undefined) throw new NotEditable(`no part ${part}`);
    return partChunks(this.#source, entry, XLSX_LIMITS, { limit: XLSX_LIMITS.sheetBytes, verify: true });
  }

  /** Bytes of an entry as they lie in the file. */
  packed(entry: ZipEntry): AsyncIterable<Buffer> {
    return packedChunks(this.#source, entry);
  }

  /** A name that no part has: `xl/comments{n}.xml` with the first free number. */
  freeName(pattern: (number: number) => string, taken: ReadonlySet<string>): string {
    for (let number = 1; ; number++) {
      const name = pattern(number);
      if (!this.has(name) && !taken.has(name.toLowerCase())) return name;
    }
  }

  close(): Promise<void> {
    return this.#source.close();
  }
}
