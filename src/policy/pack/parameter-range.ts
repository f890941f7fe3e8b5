import { formatYuan } from '../../domain/money.js';
import { parseParameter } from './parse-parameter.js';
import type { Parameter } from './schema.js';
import type { Unit } from '../../domain/unit.js';

/** Bounds of a parameter, both included, in 分 for yuan, else as counted. */
export interface ParameterRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Where a parameter's value makes sense: as the pack states it (`between`); a pack that does not is taken at a tenth to
 * ten times of its own values, and never at nothing where the document has something.
 */
export function sensibleRange({ between, unit, values }: Parameter): ParameterRange {
  const [least, most] = (between ?? []).map((bound) => parseParameter(bound, unit));
  if (least !== undefined && most !== undefined && least !== null && most !== null) return { least, most };
  const own = values.map(({ value }) => parseParameter(value, unit)).filter((value) => value !== null);
  if (own.length === 0) return { least: unit === 'yuan' ? 1 : 0, most: CEILING[unit] };
  return {
    least: isWhole(unit) ? Math.ceil(Math.min(...own) / 10) : Math.min(...own) / 10,
    most: Math.min(CEILING[unit], Math.max(...own, 1) * 10),
  };
}

/** No document of a county goes beyond these. */
const CEILING: Readonly<Record<Unit, number>> = {
  yuan: 1_000_000_000_00,
  months: 600,
  'years-of-age': 120,
  persons: 10_000_000,
  households: 10_000_000,
  places: 100_000,
  times: 100_000,
  percent: 1000,
  days: 3660,
  quantity: 100_000_000,
  share: 10,
};

function isWhole(unit: Unit): boolean {
  return unit !== 'quantity' && unit !== 'share';
}

export function inRange(value: number, { least, most }: ParameterRange): boolean {
  return value >= least && value <= most;
}

/** 1000.00至50000.00元; 1至60. */
export function rangeText(range: ParameterRange, unit: Unit): { readonly zh: string; readonly en: string } {
  const shown = (value: number): string => (unit === 'yuan' ? formatYuan(value) : String(value));
  const [least, most] = [shown(range.least), shown(range.most)];
  return unit === 'yuan'
    ? { zh: `${least}至${most}元`, en: `${least} to ${most} yuan` }
    : { zh: `${least}至${most}`, en: `${least} to ${most} (${unit})` };
}
