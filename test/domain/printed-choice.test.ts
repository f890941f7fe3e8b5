import { describe, expect, it } from 'vitest';
import { isFilled, readEvidence } from '../../src/domain/evidence.js';
import { readPrintedChoice } from '../../src/domain/printed-choice.js';

/** The words of a choice that are ticked, `null` where the text is none. */
const ticked = (text: string): string | null => readPrintedChoice(text)?.ticked.join('+') ?? null;

describe('a printed choice', () => {
  it.each([
    ['☑有 □无', '有'],
    ['□有 ☑无', '无'],
    ['有☑ 无□', '有'],
    ['有（√） 无（ ）', '有'],
    ['有( ) 无(√)', '无'],
    ['[√]有 [ ]无', '有'],
    ['√有 ×无', '有'],
    ['☐有 ☒无', '无'],
    ['■有；□无', '有'],
    ['●有/○无', '有'],
    ['□有 □无', ''],
    ['☑有 ☑无', '有+无'],
    ['☑搬迁户\u00a0□非搬迁户', '搬迁户'],
    ['☑劳动合同、□工资流水、☑收入证明', '劳动合同+收入证明'],
  ])('%s', (text, words) => {
    expect(ticked(text)).toBe(words);
  });

  it.each(['有', '√', '☑', '□', '有√无', '工资流水（）', '×', '无×', '合同（复印件）', '（ ）年', '', '□☑有'])(
    '%s is none',
    (text) => {
      expect(ticked(text)).toBeNull();
    },
  );
});

describe('a printed choice under 证明材料', () => {
  it.each(['☑有 □无', '有☑ 无□', '有（√） 无（ ）', '√有 ×无', '☑已提供 □未提供', '☑劳动合同 □工资流水', '■有 □无'])(
    '%s is filled',
    (text) => {
      expect(isFilled(text)).toBe(true);
    },
  );

  it.each([
    '□有 ☑无',
    '有□ 无☑',
    '有( ) 无(√)',
    '□已提供 ☑未提供',
    '□劳动合同 □工资流水',
    '☐有 ☒无',
    '□有 ■无',
    '□有 □无',
  ])('%s is not', (text) => {
    expect(isFilled(text)).toBe(false);
  });

  it('both ticked is asked', () => {
    expect(readEvidence('☑有 ☑无')).toEqual({ filled: true, refused: true, known: true });
  });
});
