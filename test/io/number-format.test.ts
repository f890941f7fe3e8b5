import { describe, expect, it } from 'vitest';
import { isDateFormat } from '../../src/io/readers/date-format.js';
import { displayed, styleDisplay } from '../../src/io/readers/style-display.js';

/** What a cell with this format shows; a bare number where it shows itself. */
function shown(code: string, value: number): string | number | null {
  const cell = displayed(value, styleDisplay(-1, code), false);
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'object' || cell === null) return null;
  return cell.kind === 'shown' ? cell.text : cell.kind === 'date' ? cell.iso : null;
}

describe('number formats', () => {
  it.each([
    ['"HH"000', 1, 'HH001'],
    ['000000', 42, '000042'],
    ['0000', 12, '0012'],
    ['0!.0000', 12000, '1.2000'],
    ['0\\.0,', 123456, '12.3'],
    ['0%', 80, '8000%'],
    ['0.00%', 0.125, '12.50%'],
    ['#,##0,', 12000, '12'],
    ['0.00"万元"', 3.5, '3.50万元'],
    ['[>=10000]0!.0,"万";0', 12000, '1.2万'],
    ['[>=10000]0!.0,"万";0', 500, 500],
    ['"2023"000', 7, '2023007'],
    ['000-0000', 1234567, null],
    [';;;', 5, 5],
  ])('%s of %d', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });

  it.each(['General', 'G/通用格式', 'Standard', '0', '0.00', '#,##0.00', '¥#,##0.00', '#,##0.00"元"', '@', '0_ '])(
    '%s shows the number itself',
    (code) => {
      expect(shown(code, 12000)).toBe(12000);
      expect(isDateFormat(-1, code)).toBe(false);
    },
  );

  it('a year of a day', () => {
    expect(shown('yyyy"年"', 45200)).toBe('2023年');
    expect(shown('yyyy-mm-dd', 45200)).toBe('2023-10-01');
  });
});
