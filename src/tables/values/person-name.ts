import { CellProblem, type CellReading } from './cell-problem.js';

const HAN_NAME = /^[\p{Script=Han}〇·]+$/u;
const DOT_VARIANTS = /[•‧・．.∙●﹒]/;
const LATIN_NAME = /^[A-Za-z][A-Za-z .'’-]*$/;
const PRIVATE_USE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u;

/**
 * A person's name as written, blanks between its characters removed. Digits, signs and question marks are an error; a
 * middle dot of another kind, or a character from a private font, is a warning. Nothing is replaced.
 */
export function readPersonName(text: string): CellReading {
  const name = LATIN_NAME.test(text) ? text : text.replaceAll(' ', '');
  if (HAN_NAME.test(name) || LATIN_NAME.test(name)) return name;
  const plain = name.replace(new RegExp(DOT_VARIANTS, 'g'), '·');
  if (HAN_NAME.test(plain) && !/^·|·$/.test(plain)) return new CellProblem('CEL-14', 'warning', { found: name }, name);
  if (PRIVATE_USE.test(name) && HAN_NAME.test(name.replace(new RegExp(PRIVATE_USE, 'gu'), '某')))
    return new CellProblem('CEL-14', 'warning', { found: name, reason: 'private-font' }, name);
  return new CellProblem('CEL-12', 'error', { found: name }, name);
}
