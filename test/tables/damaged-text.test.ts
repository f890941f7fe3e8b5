import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/io/readers/index.js';
import { withoutControls } from '../../src/io/readers/clean-cells.js';
import { suggestField } from '../../src/tables/header/suggest.js';
import { TABLES } from '../../src/tables/fields/index.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { suggestListed } from '../../src/tables/values/listed-value.js';
import { RELATION } from '../../src/tables/fields/listed-values.js';
import { sampleFolder } from '../io/sample-files.js';

const folder = sampleFolder();
const HEADER = ['户编号', '姓名', '身份证号', '与户主关系', '年务工收入', '技能'];
const ZHANG = ['H1', '张三', '640181199001010010', '户主'];
const LI = ['H2', '李四', '640181199001010029', '户主'];

async function read(name: string, text: string) {
  const workbook = await openWorkbook(folder.write(name, Buffer.from(`\ufeff${text.replace(/^\ufeff/, '')}`)));
  const { roster, findings } = await readRoster([workbook]);
  const usual = ['CEL-11', 'HDR-03', 'HDR-04'];
  const codes = findings.filter(({ code }) => !usual.includes(code));
  return { members: roster.rows.成员, codes: codes.map(({ code, place }) => `${code}@${String(place.row)}`) };
}

const lines = (...rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n');

describe('a row of a text file with more cells than the header', () => {
  it.each([
    ['an unquoted comma', [HEADER, [...ZHANG, '12,000', ''], [...LI, '8000', '']], ['SHT-10@2']],
    ['the same in every row', [HEADER, [...ZHANG, '12,000', ''], [...LI, '18,500', '']], ['SHT-10@2', 'SHT-10@3']],
    ['with fen', [HEADER, [...ZHANG, '12,000.50', ''], [...LI, '18,500.00', '']], ['SHT-10@2', 'SHT-10@3']],
    ['a filled cell', [HEADER, [...ZHANG, '8000', '', '电工'], [...LI, '8000', '']], ['SHT-10@2']],
    ['the same filled cell', [HEADER, [...ZHANG, '8000', '', 'x'], [...LI, '8000', '', 'x']], ['SHT-10@2', 'SHT-10@3']],
    ['one blank too many in one row', [HEADER, [...ZHANG, '8000', '', ''], [...LI, '8000', '']], ['SHT-10@2']],
    [
      'two in one, one in the other',
      [HEADER, [...ZHANG, '1', '', '', ''], [...LI, '1', '', '']],
      ['SHT-10@2', 'SHT-10@3'],
    ],
    ['the same blank everywhere', [HEADER, [...ZHANG, '8000', '', ''], [...LI, '8000', '', '']], []],
    [
      'a header that ends in a comma',
      [
        [...HEADER, ''],
        [...ZHANG, '8000', '', ''],
        [...LI, '8000', '', ''],
      ],
      [],
    ],
    ['a title as wide as the table', [['名册', '', '', '', '', '', ''], HEADER, [...ZHANG, '8000', '']], []],
    ['fewer cells', [HEADER, [...ZHANG, '8000'], [...LI, '8000', '']], []],
  ] satisfies [string, string[][], string[]][])('%s', async (name, rows, codes) => {
    expect((await read(`${name}.csv`, lines(...rows))).codes).toEqual(codes);
  });

  it('is named with who stands in it', async () => {
    const workbook = await openWorkbook(folder.write('who.csv', Buffer.from(lines(HEADER, [...ZHANG, '12,000', '']))));
    const { findings } = await readRoster([workbook]);
    expect(findings.find(({ code }) => code === 'SHT-10')).toMatchObject({
      severity: 'error',
      subject: { household: 'H1', person: ZHANG[2] },
      params: { cells: 7, columns: 6 },
    });
  });
});

describe('joined text files', () => {
  const quoted = (row: readonly string[]): string => row.map((cell) => `"${cell}"`).join(',');

  it('have a byte order mark before a quoted cell in their middle', async () => {
    const { members, codes } = await read(
      'joined.csv',
      `${quoted(HEADER)}\r\n${quoted(ZHANG)}\r\n\ufeff${quoted(LI)}\r\n`,
    );
    expect(members.map(({ householdId }) => householdId)).toEqual(['H1', 'H2']);
    expect(codes).toEqual([]);
  });

  it('repeat the header behind the mark', async () => {
    const text = [HEADER, ZHANG].map(quoted).join('\r\n');
    const { members, codes } = await read(
      'twice.csv',
      `\ufeff${text}\r\n\ufeff${[HEADER, LI].map(quoted).join('\r\n')}\r\n`,
    );
    expect(members.map(({ householdId }) => householdId)).toEqual(['H1', 'H2']);
    expect(codes).toEqual([]);
  });
});

describe('characters that are no text', () => {
  it.each(['\u0000', '\u0001', '\u0008', '\u001b[31m', '\u001f', '\ufffe', '\uffff'])(
    '%j is taken out and told',
    async (mark) => {
      const { members, codes } = await read('controls.csv', lines([...HEADER], [...ZHANG, '8000', `电${mark}工`]));
      expect(members[0]?.skill).toBe(mark.startsWith('\u001b') ? '电[31m工' : '电工');
      expect(codes).toEqual(['CEL-24@2']);
    },
  );

  it('takes them out of header cells too', async () => {
    const { members } = await read(
      'header.csv',
      lines(
        HEADER.map((word) => `${word}\u0000`),
        [...ZHANG, '8000', ''],
      ),
    );
    expect(members[0]?.wageIncome).toBe(800_000);
  });

  it('leaves whole characters alone and never leaves a half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = withoutControls(text);
        expect(/\p{Cs}/u.test(clean)).toBe(false);
        expect(/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(clean)).toBe(false);
        expect(withoutControls(clean)).toBe(clean);
      }),
    );
    expect(withoutControls('𠮷\ud842b\udfb7张\u000b三')).toBe('𠮷b张\n三');
  });

  it('cuts a text that no cell holds, and says so', async () => {
    const { members, codes } = await read('long.csv', lines(HEADER, [...ZHANG, '8000', '长'.repeat(40_000)]));
    expect(members[0]?.skill?.length).toBe(32_000);
    expect(codes).toEqual(['CEL-24@2']);
  });
});

describe('words of a million characters', () => {
  it('are compared with no name', () => {
    const word = '年'.repeat(1_000_000);
    const column = {
      column: 0,
      header: word,
      path: [],
      unit: null,
      field: null,
      ambiguous: null,
      weak: false,
      role: null,
    };
    const before = process.cpuUsage().user;
    expect(suggestField({ ...column, key: word }, TABLES.成员.fields)).toBeNull();
    expect(suggestListed(word, RELATION)).toBe('');
    expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
  });
});
