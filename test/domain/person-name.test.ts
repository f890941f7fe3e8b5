import { expect, test } from 'vitest';
import { isName, isSamePerson } from '../../src/domain/person-name.js';

test.each([
  ['张三', ' 张 三 '],
  ['张三', '三 张'],
  ['张三', '张\u200B三'],
  ['张三', '張三'],
  ['龙应岭', '龍應嶺'],
  ['鹰龄冈', '鷹齡岡'],
  ['Zhang San', 'San, Zhang'],
  ['Zhang San', 'ＺＨＡＮＧ　ＳＡＮ'],
  ['Zhang San', 'Zhаng Sаn'],
  ['阿依古丽·买买提', '阿依古丽.买买提'],
  ['张三', '张三。'],
  ['张三', '\u202E张三'],
])('%s and %s are one person', (a, b) => {
  expect([isSamePerson(a, b), isSamePerson(b, a)]).toEqual([true, true]);
});

test.each([
  ['张三', '张四'],
  ['张三', '张三丰'],
  ['王建国', '王国建'],
  ['Zhang San', 'Zhang Shan'],
])('%s and %s are two', (a, b) => {
  expect(isSamePerson(a, b)).toBe(false);
});

test.each(['', '  ', '123', '。。。', '\u200B', '\u3164', '-', '\u2800'])('%j is nobody', (text) => {
  expect(isName(text)).toBe(false);
});

test('a name has a letter', () => {
  expect(['张三', 'x', 'Ünal'].map(isName)).toEqual([true, true, true]);
});
