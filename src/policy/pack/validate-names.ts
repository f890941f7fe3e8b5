import type { FactEntry } from '../facts/fact.js';
import type { FactType, Reference } from '../kinds/rule-kind.js';
import { alternatives, isByReading, type Chosen } from '../kinds/rule-parts.js';
import type { PackPlaces, Path } from './pack-problems.js';
import type { Pack, PackProblem } from './pack.js';
import type { Benefit } from './schema.js';
import { similar } from './similar.js';
import type { Unit } from '../../domain/unit.js';

const TYPE_WORDS: Readonly<Record<FactType | 'number', string>> = {
  money: '金额',
  count: '个数',
  'yes-no': '是否',
  choice: '分类',
  units: '人员名单',
  number: '金额或个数',
};

/** Looks every name up that rules, conditions, flags and targets use, and notes what was used. */
export class PackNames {
  readonly problems: PackProblem[] = [];
  readonly usedReadings = new Set<string>();
  readonly usedParameters = new Set<string>();
  readonly usedPrices = new Set<string>();
  private readonly pack: Pack;
  private readonly places: PackPlaces;
  private readonly sizes = new Set<string>();

  constructor(pack: Pack, places: PackPlaces) {
    this.pack = pack;
    this.places = places;
  }

  report(path: Path, zh: string, en: string, key?: string): void {
    this.problems.push(this.places.problem(path, zh, en, key));
  }

  /** The words that a choice fact may give in this pack; none where the table alone says. */
  words(benefit: Benefit, entry: FactEntry | undefined): readonly string[] {
    if (entry?.fromPack === 'placeClasses') return this.pack.placeClasses.map(({ id }) => id);
    if (entry?.fromPack === 'kinds') return 'kinds' in benefit.for ? benefit.for.kinds : [];
    return entry?.words ?? [];
  }

  /** One name that a rule or condition uses: a fact of the right type, a parameter of the right unit, a table of prices. */
  reference(path: Path, reference: Reference, i: number, entries: ReadonlyMap<string, FactEntry>): void {
    const at = [...path, ...reference.path.split('.').filter((part) => part !== '')];
    if ('fact' in reference) {
      this.fact(at, reference.fact, reference.type, entries);
      for (const name of alternatives(reference.fact)) this.askedOfPack(at, name, i, entries);
    } else if ('chosen' in reference) this.chosen(at, reference.chosen);
    else if ('prices' in reference) this.prices(at, reference.prices, reference.by, i, entries);
    else {
      this.parameter(at, reference.parameter, reference.unit);
      if (reference.aboveZero === true) this.aboveZero(reference.parameter);
    }
  }

  /** What a fact asks of the pack besides parameters: classes of places, the unit of a quantity. */
  private askedOfPack(path: Path, name: string, i: number, entries: ReadonlyMap<string, FactEntry>): void {
    const benefit = this.pack.benefits[i];
    if (entries.get(name)?.fromPack === 'placeClasses' && this.pack.placeClasses.length === 0)
      this.report(
        path,
        `「${name}」要用地点类别，应在 placeClasses 中逐类写明`,
        `"${name}" needs classes of places: list them under placeClasses`,
      );
    if (name !== 'quantity' || benefit?.for.each !== 'application' || benefit.rule.kind === 'prices') return;
    if (benefit.for.unit === undefined)
      this.report(
        path,
        '用到数量时应在 for 中写明计量单位，如 unit: 亩；单位不同的不会算错',
        'a quantity needs its unit: write it under for, like unit: 亩',
      );
  }

  private prices(path: Path, list: string, by: string, i: number, entries: ReadonlyMap<string, FactEntry>): void {
    const found = this.pack.prices[list];
    this.usedPrices.add(list);
    if (found === undefined) {
      const near = similar(list, Object.keys(this.pack.prices));
      this.report(
        path,
        `没有名为「${list}」的价目表${near === null ? '' : `，是不是「${near}」？`}`,
        `there is no table of prices "${list}"${near === null ? '' : `; did you mean "${near}"?`}`,
      );
      return;
    }
    const benefit = this.pack.benefits[i];
    const words = benefit === undefined ? [] : this.words(benefit, entries.get(by));
    const items = Object.keys(found.items);
    for (const word of words)
      if (!items.includes(word))
        this.report(
          path,
          `价目表 ${list} 没有「${word}」的单价（有：${items.join('、')}）`,
          `the table ${list} has no price for "${word}" (it has: ${items.join(', ')})`,
        );
  }

  fact(path: Path, value: Chosen<string>, type: FactType | 'number', entries: ReadonlyMap<string, FactEntry>): void {
    const fits = (one: FactEntry): boolean =>
      one.type === type || (type === 'number' && (one.type === 'money' || one.type === 'count'));
    this.chosen(path, value);
    for (const name of alternatives(value)) {
      const entry = entries.get(name);
      if (entry === undefined) {
        const near = similar(name, entries.keys());
        const usable = [...entries.values()].filter(fits).map((one) => one.name);
        this.report(
          path,
          `没有名为「${name}」的事实${near === null ? '' : `，是不是「${near}」？`}（可用：${usable.join('、')}）`,
          `there is no fact "${name}"${near === null ? '' : `; did you mean "${near}"?`} (available: ${usable.join(', ')})`,
        );
        continue;
      }
      if (!fits(entry))
        this.report(
          path,
          `「${name}」（${entry.zh}）是${TYPE_WORDS[entry.type]}，这里应为${TYPE_WORDS[type]}`,
          `"${name}" (${entry.en}) is of type ${entry.type}; here ${type} is needed`,
        );
      this.needs(path, entry);
    }
  }

  needs(path: Path, entry: FactEntry): void {
    for (const { id, unit, onlyWith } of entry.parameters) {
      if (onlyWith !== undefined && !this.defines(onlyWith)) continue;
      if (this.pack.parameters[id] === undefined)
        this.report(
          path,
          `「${entry.zh}」要用参数 ${id}（单位 ${unit}），parameters 中没有`,
          `"${entry.en}" needs the parameter ${id} (${unit}), which parameters does not define`,
        );
      else this.parameter(path, id, unit);
    }
    for (const { id, choices, optional } of entry.readings)
      if (optional !== true || this.defines(id)) this.needReading(path, id, choices, entry.zh, entry.en);
    for (const id of entry.lists)
      if (this.pack.lists[id] === undefined)
        this.report(
          path,
          `「${entry.zh}」要用名单 ${id}，lists 中没有`,
          `"${entry.en}" needs the list ${id}, which lists does not define`,
        );
  }

  private defines(reading: string): boolean {
    return this.pack.readings.some(({ id }) => id === reading);
  }

  needReading(path: Path, id: string, choices: readonly string[], zh: string, en: string): void {
    this.usedReadings.add(id);
    const reading = this.pack.readings.find((one) => one.id === id);
    if (reading === undefined) {
      this.report(
        path,
        `「${zh}」有不同读法，readings 中应有 ${id}（选择：${choices.join('、')}）`,
        `"${en}" can be read in more than one way: readings should define ${id} (choices: ${choices.join(', ')})`,
      );
      return;
    }
    const listed = reading.choices.map((choice) => choice.id);
    if (listed.length !== choices.length || !choices.every((choice) => listed.includes(choice)))
      this.report(
        ['readings', this.pack.readings.indexOf(reading), 'choices'],
        `读法 ${id} 的选择应为 ${choices.join('、')}，现为 ${listed.join('、')}`,
        `the choices of ${id} should be ${choices.join(', ')}, are ${listed.join(', ')}`,
      );
  }

  /** A value decided by a reading: the reading must exist and every choice must have its alternative. */
  chosen<T>(path: Path, value: Chosen<T>): void {
    if (!isByReading(value)) return;
    const id = value.byReading;
    this.usedReadings.add(id);
    const reading = this.pack.readings.find((one) => one.id === id);
    if (reading === undefined) {
      this.report([...path, 'byReading'], `没有名为「${id}」的读法`, `there is no reading "${id}"`);
      return;
    }
    const given = Object.keys(value.choices);
    for (const { id: choice } of reading.choices)
      if (!given.includes(choice))
        this.report([...path, 'choices'], `缺少读法「${choice}」对应的值`, `the choice "${choice}" has no value`);
    for (const choice of given)
      if (!reading.choices.some((one) => one.id === choice))
        this.report(
          [...path, 'choices'],
          `读法 ${id} 没有「${choice}」这一选择`,
          `the reading ${id} has no choice "${choice}"`,
          choice,
        );
  }

  parameter(path: Path, id: string, unit: Unit | readonly Unit[]): void {
    const units = typeof unit === 'string' ? [unit] : unit;
    this.usedParameters.add(id);
    const parameter = this.pack.parameters[id];
    if (parameter === undefined) {
      const near = similar(id, Object.keys(this.pack.parameters));
      this.report(
        path,
        `没有名为「${id}」的参数${near === null ? '' : `，是不是「${near}」？`}`,
        `there is no parameter "${id}"${near === null ? '' : `; did you mean "${near}"?`}`,
      );
    } else if (!units.includes(parameter.unit))
      this.report(
        path,
        `参数 ${id} 的单位应为 ${units.join('、')}，现为 ${parameter.unit}`,
        `the parameter ${id} should be in ${units.join(' or ')}, is in ${parameter.unit}`,
      );
  }

  private aboveZero(id: string): void {
    if (this.sizes.has(id)) return;
    this.sizes.add(id);
    this.pack.parameters[id]?.values.forEach(({ value }, i) => {
      if (Number(value) === 0)
        this.report(
          ['parameters', id, 'values', i, 'value'],
          `应大于零（每增加多少算一档），现为 ${value}`,
          `should be above nothing (the size of one step), is ${value}`,
        );
    });
  }
}
