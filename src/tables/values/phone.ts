import { maskPhone } from '../../domain/masking.js';
import { CellProblem, type CellReading } from './cell-problem.js';
import { compact } from './plain-text.js';

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?\d{7,8}$/;

/** Mobile or landline number; of several in one cell the first is taken and noted. */
export function readPhone(text: string): CellReading {
  const parts = text.split(/[、,，;；/\n]/).map((part) => compact(part));
  const numbers = parts.filter((part) => part !== '');
  const first = numbers[0] ?? '';
  const mobile = first.replace(/^(\+|00)?86-?(?=1)/, '').replaceAll('-', '');
  const phone = MOBILE.test(mobile) ? mobile : LANDLINE.test(first) ? first : null;
  if (phone === null) return new CellProblem('CEL-10', 'warning', { found: maskPhone(text) }, text);
  return numbers.length > 1 ? new CellProblem('CEL-10', 'info', { found: maskPhone(text) }, phone) : phone;
}
