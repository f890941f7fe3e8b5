import { ReadFault } from '../../../tables/grid.js';

/** Record numbers of BIFF2–8 that carry something a roster needs ([MS-XLS] 2.3, OpenOffice's Excel file format §5). */
export const RECORD = {
  eof: 0x000a,
  filePass: 0x002f,
  codePage: 0x0042,
  dateMode: 0x0022,
  boundSheet: 0x0085,
  sharedStrings: 0x00fc,
  continued: 0x003c,
  supBook: 0x01ae,
  columnInfo: 0x007d,
  merges: 0x00e5,
  filterMode: 0x009b,
  labelShared: 0x00fd,
  labelRich: 0x00d6,
  rk: 0x027e,
  multipleRk: 0x00bd,
  row: 0x0208,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  formula: 0x0006,
  formula3: 0x0206,
  formula4: 0x0406,
  formulaText: 0x0207,
  integer2: 0x0002,
  number2: 0x0003,
  label2: 0x0004,
  boolOrError2: 0x0005,
  formulaText2: 0x0007,
} as const;

export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  /** Position of the record in the stream. */
  readonly start: number;
  /** Position of the next record. */
  readonly end: number;
}

/** The record at `start`. Throws ReadFault `truncated` when it runs past the stream. */
export function recordAt(file: string, stream: Buffer, start: number): BiffRecord {
  if (start + 4 > stream.length) throw new ReadFault('truncated', file, 'no end of the sheet');
  const end = start + 4 + stream.readUInt16LE(start + 2);
  if (end > stream.length) throw new ReadFault('truncated', file, 'record runs past the end');
  return { type: stream.readUInt16LE(start), data: stream.subarray(start + 4, end), start, end };
}

export function isBof(type: number): boolean {
  return type === 0x0009 || type === 0x0209 || type === 0x0409 || type === 0x0809;
}

/** BIFF version of a BOF record: 2, 3, 4, 5 (Excel 5 and 95) or 8. */
export function versionOf(record: BiffRecord): number {
  if (record.type === 0x0009) return 2;
  if (record.type === 0x0209) return 3;
  if (record.type === 0x0409) return 4;
  return record.data.length >= 2 && record.data.readUInt16LE(0) === 0x0600 ? 8 : 5;
}

/** A number packed in 30 bits ([MS-XLS] 2.5.217). */
export function rkNumber(packed: number): number {
  let value: number;
  if ((packed & 2) !== 0) value = packed >> 2;
  else {
    const bytes = Buffer.alloc(8);
    bytes.writeInt32LE(packed & ~3, 4);
    value = bytes.readDoubleLE(0);
  }
  return (packed & 1) !== 0 ? value / 100 : value;
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

export function errorName(code: number): string {
  return ERRORS[code] ?? `#ERR${code}`;
}
