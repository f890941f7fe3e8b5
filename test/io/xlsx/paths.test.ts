import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellValues } from '../../../src/io/readers/xlsx/cell-values.js';
import { XLSX_LIMITS } from '../../../src/io/readers/xlsx/limits.js';
import { readSharedStrings, readStringsExactly } from '../../../src/io/readers/xlsx/shared-strings.js';
import { readOutline, readRows, type SheetPart } from '../../../src/io/readers/xlsx/sheet-part.js';
import { type Cell, columnLetter } from '../../../src/tables/grid.js';
import { MAIN, worksheet } from './workbook-builder.js';

/** What a cell is to hold; strings are written in one of several ways. */
interface Wanted {
  readonly value: Cell;
  readonly xml: (reference: string, shared: string[]) => string;
}

const escape = (text: string): string =>
  text
    .replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

const TEXT = fc.oneof(
  fc.string({
    unit: fc.constantFrom('张', '𠮷', '䶮', 'A', '1', ' ', '&', '<', '_x000D_', '"', '\n', '\r', '　', '，'),
    maxLength: 12,
  }),
  fc.constantFrom('510101199001011234', '中国工商银行', '是', '　两边　'),
);

const text: fc.Arbitrary<Wanted> = fc
  .tuple(TEXT, fc.constantFrom('shared', 'rich', 'inline', 'preserve', 'runs', 'str', 'cdata'))
  .map(([value, way]) => {
    const points = Array.from(value);
    const half = points.slice(0, points.length >> 1).join('');
    const rest = value.slice(half.length);
    // An escape must not be cut in two: each run is escaped by itself.
    const cut = /_x?[0-9A-D]{0,4}_?$/.test(half) ? ['', value] : [half, rest];
    return {
      value: value === '' ? null : value,
      xml: (reference, shared) => {
        const plain = escape(value);
        if (way === 'shared' || way === 'rich') {
          const run = (piece: string): string =>
            `<r><rPr><b/><rFont val="宋体"/></rPr><t xml:space="preserve">${escape(piece)}</t></r>`;
          shared.push(
            way === 'shared'
              ? `<si><t>${plain}</t></si>`
              : `<si>${cut.map(run).join('')}<rPh sb="0" eb="1"><t>zhang</t></rPh></si>`,
          );
          return `<c r="${reference}" t="s"><v>${shared.length - 1}</v></c>`;
        }
        if (way === 'str') return `<c r="${reference}" t="str"><f>A1</f><v>${plain}</v></c>`;
        if (way === 'cdata' && !/\r|_x/.test(value))
          return `<c r="${reference}" t="inlineStr"><is><t><![CDATA[${value}]]></t></is></c>`;
        if (way === 'runs')
          return `<c r="${reference}" t="inlineStr"><is>${cut.map((piece) => `<r><t>${escape(piece)}</t></r>`).join('')}</is></c>`;
        const space = way === 'preserve' ? ' xml:space="preserve"' : '';
        return `<c r="${reference}" t="inlineStr"><is><t${space}>${plain}</t></is></c>`;
      },
    };
  });

const number: fc.Arbitrary<Wanted> = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.integer(),
    fc.integer({ min: -1e9, max: 1e9 }).map((fen) => fen / 100),
  )
  .map((value) => ({
    value: value === 0 ? 0 : value,
    xml: (reference) => `<c r="${reference}" s="0"><v>${value}</v></c>`,
  }));

const other: fc.Arbitrary<Wanted> = fc.constantFrom<Wanted>(
  { value: true, xml: (reference) => `<c r='${reference}' t="b"><v>1</v></c>` },
  { value: null, xml: (reference) => `<c r="${reference}" s="0"/>` },
  { value: null, xml: () => '' },
  { value: { kind: 'error', code: '#REF!' }, xml: (reference) => `<c r="${reference}" t="e"><v>#REF!</v></c>` },
  { value: { kind: 'no-result' }, xml: (reference) => `<c r="${reference}"><f>SUM(A1)</f></c>` },
  { value: { kind: 'date', iso: '2023-09-12' }, xml: (reference) => `<c r="${reference}" s="1"><v>45181</v></c>` },
  { value: 0.25, xml: (reference) => `<c  r="${reference}"\ts="1" ><v>0.25</v></c>` },
);

const table = fc.array(
  fc.array(fc.oneof({ weight: 3, arbitrary: text }, { weight: 2, arbitrary: number }, other), { maxLength: 6 }),
  { maxLength: 8 },
);
const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });

function build(rows: Wanted[][]): { sheet: string; strings: string; expected: Record<number, Cell[]> } {
  const shared: string[] = [];
  const expected: Record<number, Cell[]> = {};
  const xml = rows.map((cells, r) => {
    const row = r * 2 + 1;
    const values = cells.map((cell) => cell.value);
    while (values.length > 0 && values.at(-1) === null) values.pop();
    if (values.length > 0) expected[row] = values;
    return `<row r="${row}" spans="1:6"${r % 5 === 4 ? ' hidden="1"' : ''}>${cells.map((cell, c) => cell.xml(columnLetter(c) + String(row), shared)).join('')}</row>`;
  });
  return {
    sheet: worksheet(
      xml.join('\n'),
      '<cols><col min="2" max="2" hidden="1"/></cols>',
      '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    ),
    strings: `<?xml version="1.0"?>\n<sst xmlns="${MAIN}">${shared.join('')}</sst>`,
    expected,
  };
}

/** The bytes in pieces whose lengths go round through `sizes`: characters and tags are cut anywhere. */
async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield await Promise.resolve(Buffer.from(bytes.subarray(at, at + size)));
    at += size;
  }
}

async function read(sheet: string, stringsXml: string, sizes: readonly number[], exact: boolean): Promise<unknown> {
  const table = Buffer.from(stringsXml);
  const part: SheetPart = { name: 'sheet', limits: XLSX_LIMITS, chunks: () => pieces(Buffer.from(sheet), sizes) };
  const strings = await (exact ? readStringsExactly : readSharedStrings)(
    () => pieces(table, sizes),
    'strings',
    XLSX_LIMITS,
  );
  const { rows, ...outline } = await readOutline(part, exact);
  const found: Record<number, Cell[]> = {};
  await readRows(
    part,
    { ...outline, rows },
    new CellValues(
      strings,
      [
        { display: 'number', struck: false },
        { display: 'date', struck: false },
      ],
      false,
      XLSX_LIMITS,
    ),
    (row, cells) => {
      found[row] = [...cells];
    },
  );
  return { found, outline };
}

describe('both paths', () => {
  it('give back any sheet as it was written, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(table, cuts, async (rows, sizes) => {
        const { sheet, strings, expected } = build(rows);
        const hiddenRows = rows.flatMap((_, r) => (r % 5 === 4 ? [r * 2 + 1] : []));
        const wanted = {
          found: expected,
          outline: {
            hiddenRows,
            hiddenColumns: [1],
            filtered: false,
            ordered: true,
            merges: [{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 }],
          },
        };
        expect(await read(sheet, strings, sizes, false)).toEqual(wanted);
        expect(await read(sheet, strings, sizes, true)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('agree on damaged sheets: the same rows or a refusal, never less', async () => {
    const { sheet, strings } = build([
      [
        { value: 1, xml: (at) => `<c r="${at}" s="1" t="n"><v>45181</v></c>` },
        { value: '张', xml: (at) => `<c r="${at}" t="inlineStr"><is><t>张&amp;三</t></is></c>` },
      ],
      [{ value: 2, xml: (at) => `<c r="${at}"><f>A1</f><v>12.50</v></c>` }],
    ]);
    const bytes = Array.from(sheet);
    const start = sheet.indexOf('<sheetData>');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: bytes.length - 1 }),
        fc.constantFrom('', '<', '>', '"', "'", '/', '&', ' ', '0', 'x', '!', '<!-- -->'),
        cuts,
        async (at, by, sizes) => {
          const damaged = [...bytes.slice(0, at), by, ...bytes.slice(at + 1)].join('');
          const outcome = async (exact: boolean): Promise<string> => {
            try {
              return JSON.stringify(await read(damaged, strings, sizes, exact));
            } catch (error) {
              expect(error).toMatchObject({ name: 'PartFault' });
              return 'refused';
            }
          };
          const exact = await outcome(true);
          const fast = await outcome(false);
          // The scanner is no validator: it may read what is not quite XML, but only with the right to be wrong nowhere else.
          if (exact !== 'refused') expect(fast).toBe(exact);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agree on characters cut at every byte', async () => {
    const { sheet, strings, expected } = build([
      [
        {
          value: '𠮷䶮',
          xml: (at, shared) => `<c r="${at}" t="s"><v>${shared.push('<si><t>𠮷䶮</t></si>') - 1}</v></c>`,
        },
        { value: '㐂𫖯é', xml: (at) => `<c r="${at}" t="inlineStr"><is><t>㐂𫖯é</t></is></c>` },
      ],
    ]);
    for (let size = 1; size < 12; size++) {
      expect(await read(sheet, strings, [size], false)).toMatchObject({ found: expected });
      expect(await read(sheet, strings, [size], true)).toMatchObject({ found: expected });
    }
  });
});
