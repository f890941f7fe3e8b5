import { parseYuan } from '../../domain/money.js';
import type { Unit } from '../../domain/unit.js';

const FORMS: Readonly<Partial<Record<Unit, RegExp>>> = {
  percent: /^\d+(\.\d+)?$/,
  quantity: /^\d+(\.\d{1,4})?$/,
  share: /^\d+\/[1-9]\d*$/,
};

/** A parameter's text in the pack's units: 分 for yuan, else a plain number; null when it is not of that unit. */
export function parseParameter(text: string | number, unit: Unit): number | null {
  if (unit === 'yuan') return typeof text === 'string' ? parseYuan(text) : null;
  if (!(FORMS[unit] ?? /^\d+$/).test(String(text))) return null;
  const [over = '', under = '1'] = String(text).split('/');
  return Number(over) / Number(under);
}
