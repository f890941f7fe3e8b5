/** Builds small BIFF streams record by record, for what no library can write any more. */
export function record(type: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

export function word(...values: readonly number[]): Buffer {
  const data = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => data.writeUInt16LE(value, i * 2));
  return data;
}

export function long(value: number): Buffer {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(value);
  return data;
}

export function double(value: number): Buffer {
  const data = Buffer.alloc(8);
  data.writeDoubleLE(value);
  return data;
}

const EOF_RECORD = record(0x0a);

export interface BookParts {
  /** 0x0500 or 0x0600. */
  readonly version: number;
  readonly globals: readonly Buffer[];
  readonly sheets: readonly { readonly name: Buffer; readonly records: readonly Buffer[] }[];
}

/** A bare stream of BIFF5 or BIFF8 with its sheets. */
export function biffBook({ version, globals, sheets }: BookParts): Buffer {
  const bof = (kind: number): Buffer => record(0x0809, word(version, kind, 0, 0));
  const bodies = sheets.map(({ records }) => Buffer.concat([bof(0x10), ...records, EOF_RECORD]));
  const head = (starts: readonly number[]): Buffer =>
    Buffer.concat([
      bof(0x05),
      ...globals,
      ...sheets.map(({ name }, i) => record(0x85, long(starts[i] ?? 0), [0, 0], name)),
      EOF_RECORD,
    ]);
  let at = head([]).length;
  const starts = bodies.map((body) => {
    const start = at;
    at += body.length;
    return start;
  });
  return Buffer.concat([head(starts), ...bodies]);
}
