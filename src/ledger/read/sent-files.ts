import type { Entry } from '../store/entries.js';

/** One bank file with the lines that stand in it. */
export interface BankFileLines {
  readonly name: string;
  readonly sha256: string;
  /** Line numbers. */
  readonly lines: LineSet;
  /** False when a later export replaced it. */
  readonly current: boolean;
  /** Day on which the file was made. */
  readonly exportedOn: string;
}

/** Line numbers of a file. Exports of older versions kept none: then every line may stand in it. */
export interface LineSet {
  has(lineNo: number): boolean;
}

const EVERY_LINE: LineSet = { has: () => true };

/** Line numbers in short: `1-3,5`. */
export function lineRanges(lineNos: readonly number[]): string {
  const sorted = [...lineNos].sort((a, b) => a - b);
  const ranges: string[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++;
    ranges.push(start === end ? `${sorted[start]}` : `${sorted[start]}-${sorted[end]}`);
    start = end + 1;
  }
  return ranges.join(',');
}

function lineSet(ranges: string | undefined): LineSet {
  if (ranges === undefined) return EVERY_LINE;
  const lines = new Set<number>();
  for (const range of ranges.split(',')) {
    const [first, last = first] = range.split('-').map(Number);
    if (first === undefined || last === undefined || range === '') continue;
    for (let lineNo = first; lineNo <= last; lineNo++) lines.add(lineNo);
  }
  return lines;
}

interface ExportPayload {
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly lines?: string }[];
  readonly day?: string;
  readonly folder?: string;
}

/** One export of a batch. */
export interface SentExport {
  /** Day of the payment order, where somebody stated it. */
  readonly day: string | null;
  /** The folder that was written. */
  readonly folder: string | null;
  readonly files: readonly BankFileLines[];
}

/** The exports of a batch, oldest first; only the last one is current. */
export function exportsOf(entries: readonly Entry[]): SentExport[] {
  const exports = entries.filter(({ kind }) => kind === 'export');
  return exports.map(({ at, payload }, index) => {
    const { files, day = null, folder = null } = JSON.parse(payload) as ExportPayload;
    const current = index === exports.length - 1;
    const exportedOn = at.slice(0, 10);
    return {
      day,
      folder,
      files: files.map(({ name, sha256, lines }) => ({ name, sha256, lines: lineSet(lines), current, exportedOn })),
    };
  });
}

/** Every bank file of a batch with its lines. */
export function sentFiles(entries: readonly Entry[]): BankFileLines[] {
  return exportsOf(entries).flatMap(({ files }) => files);
}

/** Lines that stood in an earlier file and were left out of the current ones: 未送 until sent, answered or stopped. */
export function notSent(entries: readonly Entry[]): (lineNo: number) => boolean {
  const files = sentFiles(entries);
  const current = files.filter((file) => file.current);
  const earlier = files.filter((file) => !file.current);
  if (earlier.length === 0) return () => false;
  return (lineNo) => !current.some(({ lines }) => lines.has(lineNo)) && earlier.some(({ lines }) => lines.has(lineNo));
}

/**
 * First day on which the bank can have booked a payment: the stated day of the order, else the first day of the payment
 * month. The clock says nothing about it. Null before the export.
 */
export function sentOn(entries: readonly Entry[], period: string): string | null {
  const days = exportsOf(entries).map(({ day }) => day ?? firstDay(period));
  return days.sort()[0] ?? null;
}

function firstDay(period: string): string {
  const quarter = /^(\d{4})Q([1-4])$/.exec(period);
  if (quarter !== null) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  const half = /^(\d{4})H([12])$/.exec(period);
  if (half !== null) return `${half[1]}-${half[2] === '1' ? '01' : '07'}-01`;
  return `${period}-01`;
}
