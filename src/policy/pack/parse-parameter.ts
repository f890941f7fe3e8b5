import { parseYuan } from '../../domain/money.js';
import type { Unit } from '../../domain/unit.js';

/** A parameter's text in the pack's units: 分 for yuan, else a plain number; null when it is not of that unit. */
export function parseParameter(text: string | number, unit: Unit): number | null {
  if (unit === 'yuan') return typeof text === 'string' ? parseYuan(text) : null;
  if (unit === 'percent') return /^\d+(\.\d+)?$/.test(String(text)) ? Number(text) : null;
  return /^\d+$/.test(String(text)) ? Number(text) : null;
}
