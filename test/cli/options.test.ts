import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/cli/faults/fault.js';
import { peekOption } from '../../src/cli/line/early-lang.js';
import { splitLine } from '../../src/cli/line/global-words.js';
import { nearest } from '../../src/cli/line/nearest.js';
import { editDistance } from '../../src/domain/edit-distance.js';
import { readDay, readPairs, readPeriod } from '../../src/cli/line/options.js';
import { clip, padEnd, textWidth } from '../../src/cli/terminal/text-width.js';
import { tableLines } from '../../src/cli/terminal/terminal-table.js';

describe('the payment month', () => {
  it('takes the twelve months', () => {
    expect(readPeriod('2024-01')).toBe('2024-01');
    expect(readPeriod('2024-12')).toBe('2024-12');
    expect(readPeriod(null)).toBeNull();
  });

  it.each(['2024-13', '2024-00', '2024', '24-10', '2024-1', '2024-10-31', '', '去年'])('refuses %s', (text) => {
    expect(() => readPeriod(text)).toThrow(Fault);
  });

  it('says how to write what was meant', () => {
    try {
      readPeriod('2024.9');
      expect.unreachable();
    } catch (error) {
      expect(error instanceof Fault && error.text.zh.how).toBe('写成 --period 2024-09');
    }
  });
});

describe('dates and pairs', () => {
  it('takes days of the calendar only', () => {
    expect(readDay('--as-of', '2024-02-29')).toBe('2024-02-29');
    for (const text of ['2023-02-29', '2024-2-9', '2024-02', '20240229'])
      expect(() => readDay('--as-of', text)).toThrow(Fault);
  });

  it('reads key=value; the value may hold = and may be empty', () => {
    expect(readPairs('--set', ['a=1', 'b=x=y', 'c='])).toEqual({ a: '1', b: 'x=y', c: '' });
    expect(readPairs('--set', ['a=1', 'a=2'])).toEqual({ a: '2' });
    for (const word of ['a', '=1', '']) expect(() => readPairs('--set', [word])).toThrow(Fault);
  });

  it('keeps odd keys as keys', () => {
    expect(Object.keys(readPairs('--reading', ['constructor=1']))).toEqual(['constructor']);
  });
});

describe('the words of the line', () => {
  it('finds the command behind global options and their values', () => {
    expect(splitLine(['--lang', 'en', '-v', 'run', 'a'])).toEqual({
      leading: ['--lang', 'en', '-v'],
      rest: ['run', 'a'],
    });
    expect(splitLine(['--config=x', 'run']).rest).toEqual(['run']);
    expect(splitLine(['-q'])).toEqual({ leading: ['-q'], rest: [] });
  });

  it('peeks at an option before -- only', () => {
    expect(peekOption(['run', '--format', 'json'], 'format')).toBe('json');
    expect(peekOption(['run', '--format=json'], 'format')).toBe('json');
    expect(peekOption(['run', '--', '--format', 'json'], 'format')).toBeNull();
  });
});

describe('the nearest word', () => {
  it('is near, or none', () => {
    expect(nearest('chekc', ['run', 'check', 'map'])).toBe('check');
    expect(nearest('--perid', ['--period', '--policy'])).toBe('--period');
    expect(nearest('xyzzy', ['run', 'check', 'map'])).toBeNull();
  });

  it('measures a distance: zero for the same, symmetric', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('columns of a terminal', () => {
  it('counts Chinese characters as two, rare ones too', () => {
    expect(textWidth('补贴 butie')).toBe(10);
    expect(textWidth('䶮𠮷㐂')).toBe(6);
    expect(textWidth('ＡＢ（）')).toBe(8);
  });

  it('cuts and fills to the width, never inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        const cut = clip(text, width);
        expect(textWidth(cut)).toBeLessThanOrEqual(Math.max(width, 1));
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        if (textWidth(text) <= width) expect(textWidth(padEnd(text, width))).toBe(width);
      }),
    );
  });

  it('aligns mixed text', () => {
    expect(
      tableLines(
        [{ title: '列' }, { title: '数', align: 'right' }],
        [
          ['姓名', '1'],
          ['id', '20'],
        ],
      ),
    ).toEqual(['列    数', '────  ──', '姓名   1', 'id    20']);
  });
});
