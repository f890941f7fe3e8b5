import type { Period } from '../facts/fact.js';
import type { Pack } from './pack.js';
import { inRange, rangeText, sensibleRange } from './parameter-range.js';
import { parseParameter } from './parse-parameter.js';
import type { DatedValue, Parameter } from './schema.js';
import { exactText, type Exact } from '../kinds/exact.js';
import type { Price } from '../kinds/rule-kind.js';
import { namesWord } from '../kinds/word-match.js';

/** A reading or parameter given from outside that this pack does not know, in plain words. */
export interface SettingProblem {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * Readings and parameters of one run: those of the pack, under those given from outside. A parameter is given as
 * `id` (its value wherever the pack dates one, and where the pack leaves it open) or `id@2024` (its value for that year).
 */
export class Settings {
  private readonly pack: Pack;
  private readonly readings: Readonly<Record<string, string>>;
  private readonly parameters: Readonly<Record<string, string>>;
  private readonly defaults: ReadonlyMap<string, string>;
  /** Readings that something was decided by. */
  readonly asked = new Set<string>();

  constructor(
    pack: Pack,
    readings: Readonly<Record<string, string>>,
    parameters: Readonly<Record<string, string>> = {},
  ) {
    this.pack = pack;
    this.readings = readings;
    this.parameters = parameters;
    this.defaults = new Map(pack.readings.map((reading) => [reading.id, reading.default]));
  }

  /**
   * The chosen alternative of a reading; `otherwise` where the pack does not have it. Throws RangeError when there is
   * neither.
   */
  reading(id: string, otherwise?: string): string {
    const fallback = this.defaults.get(id) ?? otherwise;
    if (fallback === undefined) throw new RangeError(`pack ${this.pack.id} has no reading ${id}`);
    this.asked.add(id);
    return this.readings[id] ?? fallback;
  }

  /** A percentage or fraction as an exact number; null when no single value covers the period. */
  share(id: string, period: Period): Exact | null {
    const text = this.text(id, period);
    const exact = text === null ? null : exactText(text);
    if (exact === null) return null;
    return this.pack.parameters[id]?.unit === 'percent' ? { over: exact.over, under: exact.under * 100n } : exact;
  }

  /** The line of a table of prices; undefined when it has none of that word, null without a price for the period. */
  price(list: string, word: string, period: Period): Price | null | undefined {
    const items = this.pack.prices[list]?.items ?? {};
    const key = namesWord(Object.keys(items), word);
    const item = key === undefined ? undefined : items[key];
    if (item === undefined) return undefined;
    const value = item.values.find((entry) => coversPeriod(entry, period))?.value;
    const amount = value === undefined ? null : parseParameter(value, 'yuan');
    return amount === null ? null : { amount, unit: item.unit, least: Number(item.least ?? 0) };
  }

  /** Value for a whole period, in 分 or plain numbers; null when no single value covers it. Never the last value. */
  parameter(id: string, period: Period): number | null {
    const text = this.text(id, period);
    return text === null ? null : parseParameter(text, this.definition(id).unit);
  }

  private definition(id: string): Parameter {
    const parameter = this.pack.parameters[id];
    if (parameter === undefined) throw new RangeError(`pack ${this.pack.id} has no parameter ${id}`);
    return parameter;
  }

  private text(id: string, period: Period): string | null {
    const parameter = this.definition(id);
    const forYear = period.year === null ? undefined : this.parameters[`${id}@${period.year}`];
    if (forYear !== undefined) return forYear;
    const dated = parameter.values.find((entry) => coversPeriod(entry, period));
    const given = this.parameters[id];
    if (given !== undefined && (dated !== undefined || parameter.values.length === 0)) return given;
    return dated === undefined ? null : String(dated.value);
  }
}

/** Whether a dated value holds for all of a period. */
function coversPeriod(entry: DatedValue, period: Period): boolean {
  return 'year' in entry ? entry.year === period.year : entry.from <= period.from && period.to <= entry.to;
}

/** What is wrong with readings and parameters given from outside; empty when they may be used. */
export function settingProblems(
  pack: Pack,
  readings: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, string>>,
): SettingProblem[] {
  const problems: SettingProblem[] = [];
  for (const [id, choice] of Object.entries(readings)) {
    const reading = pack.readings.find((one) => one.id === id);
    if (reading === undefined) {
      const known = pack.readings.map((one) => one.id);
      const list = known.length === 0 ? '' : `（本政策的读法有：${known.join('、')}）`;
      problems.push({
        id,
        zh: `政策 ${pack.id} 没有名为 ${id} 的读法${list}`,
        en: `policy ${pack.id} has no reading ${id}; it has: ${known.join(', ')}`,
      });
    } else if (!reading.choices.some((one) => one.id === choice)) {
      const choices = reading.choices.map((one) => one.id);
      problems.push({
        id,
        zh: `读法 ${id} 应为${choices.join('、')}之一，现为 ${choice}`,
        en: `reading ${id} should be one of ${choices.join(', ')}, is ${choice}`,
      });
    }
  }
  for (const [key, value] of Object.entries(parameters)) {
    const id = key.replace(/@\d{4}$/, '');
    const parameter = Object.hasOwn(pack.parameters, id) ? pack.parameters[id] : undefined;
    if (parameter === undefined) {
      problems.push({
        id: key,
        zh: `政策 ${pack.id} 没有名为 ${id} 的参数（有：${Object.keys(pack.parameters).join('、')}）`,
        en: `policy ${pack.id} has no parameter ${id}; it has: ${Object.keys(pack.parameters).join(', ')}`,
      });
    } else problems.push(...valueProblems(key, parameter, value));
  }
  return problems;
}

/** A value that is not of the parameter's unit, or lies where no document would put it. */
function valueProblems(key: string, parameter: Parameter, value: string): SettingProblem[] {
  const { unit, name, nameEn } = parameter;
  const range = sensibleRange(parameter);
  const text = rangeText(range, unit);
  const parsed = parseParameter(value, unit);
  const form =
    unit === 'yuan'
      ? { zh: '应为金额（最多两位小数，如 8000.00），在', en: 'yuan with at most two decimals, like 8000.00, ' }
      : { zh: '应为数字，在', en: 'a number, ' };
  if (parsed !== null && inRange(parsed, range)) return [];
  const [zhForm, enForm] = parsed === null ? [form.zh, form.en] : ['应在', ''];
  return [
    {
      id: key,
      zh: `参数 ${key}（${name}）${zhForm}${text.zh}之间，现为 ${value}；核对是否少写、多写了零，标准确实变了的请在政策文件中改并写明依据`,
      en: `parameter ${key} (${nameEn}) should be ${enForm}within ${text.en}, is ${value}; look for a zero too many or too few, and change the pack with its citation if the standard has changed`,
    },
  ];
}
